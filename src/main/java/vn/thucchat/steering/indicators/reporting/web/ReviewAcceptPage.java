package vn.thucchat.steering.indicators.reporting.web;

import java.util.List;
import java.util.UUID;

/**
 * The look before many submissions are accepted.
 *
 * @param clean those that will be
 * @param out those that will not, because something is odd
 * @param more how many clean ones are left for another time
 * @param gone how many of the chosen no longer wait
 */
public record ReviewAcceptPage(List<Row> clean, List<Row> out, int more, int gone, String back) {

    /** @param oddities in sentences; empty of a clean one */
    public record Row(UUID id, int version, String unit, int lines, List<String> values, List<String> oddities) {}

    public List<UUID> ids() {
        return clean.stream().map(Row::id).toList();
    }
}
