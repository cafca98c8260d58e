package vn.thucchat.steering.indicators.reporting.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The look before many submissions are accepted.
 *
 * @param clean those that will be
 * @param out those that will not, because something is odd
 * @param more how many clean ones are left for another time
 * @param gone how many of the chosen no longer wait
 */
public record ReviewAcceptPage(List<Row> clean, List<Row> out, int more, int gone, String back) {

    /**
     * @param values each with its indicator; after them, that the unit's territory changed
     * @param oddities in sentences, what is owed and missing among them; empty of a clean one
     */
    public record Row(UUID id, int version, String unit, List<String> values, List<String> oddities) {}

    public List<UUID> ids() {
        return clean.stream().map(Row::id).toList();
    }

    /** The version of each that will be accepted, in their order: {@code 2,1,2}. */
    public String versions() {
        return clean.stream().map(row -> Integer.toString(row.version())).collect(Collectors.joining(","));
    }
}
