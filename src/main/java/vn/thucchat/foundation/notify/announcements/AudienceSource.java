package vn.thucchat.foundation.notify.announcements;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.thucchat.foundation.units.UnitCode;

/** Knows groups of people to whom announcements can go. A room that has such groups has a bean of this type. */
public interface AudienceSource {

    /**
     * A group of people.
     *
     * @param key of the group within its source: {@code 05443}, or the id of a market
     * @param name as officials and recipients read it: {@code Người ở Phường Phan Đình Phùng}
     * @param unit where the group is: whoever writes for the unit, or one above it, may write to the group
     */
    record Audience(String key, String name, UnitCode unit) {}

    /** Code of the source, unique in the house: {@code market.traders}. */
    String code();

    /** The groups in some units. */
    List<Audience> in(Collection<String> units, boolean synthetic);

    Optional<Audience> find(String key);

    /**
     * Lists accounts of a group's members, each once, by their ids as the database sorts them.
     *
     * @param after id that all come after
     */
    List<UUID> members(String key, UUID after, int limit);
}
