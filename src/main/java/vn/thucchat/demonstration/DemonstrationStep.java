package vn.thucchat.demonstration;

import java.util.function.BiConsumer;

/**
 * Loads what one room has in the invented province, through the room's own doors. Beans of this type run in the order of
 * their {@link org.springframework.core.annotation.Order}: 100 what is defined, 200 what people did, 400 what is counted
 * from it and reported. They stand here and not in the rooms, so that no invented name or number is in the code that
 * runs a real province; a room's own stand in a folder of its name.
 */
public interface DemonstrationStep {

    /**
     * @param step takes the name of a step and what it does: done in a transaction of its own, and left out where an
     *     earlier start has done it
     */
    void load(Days days, BiConsumer<String, Runnable> step);

    /** The demonstration is on and loaded: at each start. */
    default void on() {}

    /** The demonstration is off: at each start. */
    default void off() {}
}
