package vn.thucchat.foundation.pages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows that a person chose in a table to be changed together, as a form sends them.
 *
 * @param chosen their ids: a table sends a field for each, the look before all in one, {@code id,id,id}; a page shows
 *     fewer than {@link #MOST}
 */
public record ChosenRows(List<List<UUID>> chosen) {

    private static final int MOST = 200;

    /**
     * Each row once.
     *
     * @throws Problem 400 when none was chosen, or more than a page shows
     */
    public static List<UUID> of(Form<ChosenRows> form) {
        var chosen = new LinkedHashSet<UUID>();
        if (!form.wrong()) form.value().chosen().forEach(chosen::addAll);
        if (chosen.isEmpty() || chosen.size() > MOST) throw Problem.bad("chosen", "table.chosen.fault");
        return List.copyOf(chosen);
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
