package vn.thucchat.steering.indicators.reporting.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.steering.indicators.definitions.web.Quantity;

/**
 * The reviewer's page: submitted reports that wait for a decision, as a table of units and indicators, and units whose accepted figures wait to be published.
 *
 * @param groups what can be looked at, each a period and a level
 * @param parents the units above those that wait; empty where there is only one
 * @param waiting how many of the group wait
 * @param clean how many of those that the filters leave have nothing odd
 * @param bulk where these are looked at before they are accepted; null where there is none
 * @param back leads from a decision back to the table
 */
public record ReviewPage(
        Table table,
        List<Option> groups,
        List<Option> parents,
        int waiting,
        int odd,
        int clean,
        @Nullable String bulk,
        String back,
        List<Row> rows,
        List<Unpublished> unpublished) {

    /**
     * A submission that waits.
     *
     * @param redrawn whether the unit's territory changed since the year before
     * @param days since it was handed in
     * @param cells in the order of the columns; null where the unit stated nothing
     * @param odd what is odd about it as a whole, in a few words each
     * @param own whether the reader stated it and may not decide
     * @param next the row that is chosen after a decision on this one
     * @param chosen whether it is the row after a decision
     */
    public record Row(
            UUID id,
            int version,
            String unit,
            @Nullable String parent,
            boolean redrawn,
            long days,
            List<@Nullable Cell> cells,
            List<String> odd,
            boolean own,
            @Nullable UUID next,
            boolean chosen) {}

    /**
     * A number.
     *
     * @param change from last year, in words; null where nothing is known of it
     * @param marks what is odd about it, in a few words each
     */
    public record Cell(
            String name, Quantity value, @Nullable String change, List<String> marks) {}

    public record Unpublished(String url, String unit, String period, int statements) {}
}
