package vn.thucchat.foundation.pages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows that a person chose in a table to be changed together, as a form sends them.
 *
 * @param chosen their ids; a page shows fewer than {@link #MOST}
 */
public record ChosenRows(List<UUID> chosen) {

    private static final int MOST = 200;

    /**
     * Each row once.
     *
     * @throws Problem 400 when none was chosen, or more than a page shows
     */
    public static List<UUID> of(Form<ChosenRows> form) {
        if (form.wrong()
                || form.value().chosen().isEmpty()
                || form.value().chosen().size() > MOST) throw Problem.bad("chosen", "table.chosen.fault");
        return List.copyOf(new LinkedHashSet<>(form.value().chosen()));
    }

    /**
     * Changes the rows one by one; each is checked again, and one that cannot be changed stops no other.
     *
     * @return how many were changed
     */
    public static int each(List<UUID> rows, Function<UUID, Result> change) {
        return (int) rows.stream()
                .filter(row -> change.apply(row) instanceof Result.Done)
                .count();
    }
}
