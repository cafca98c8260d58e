package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, by pillar.
 *
 * @param query words of a name that the list is narrowed to, or empty
 * @param create where the steering office defines another; null for those who may not
 */
public record IndicatorsPage(
        String query, List<Row> rows, @Nullable String create) {

    public static final List<String> PILLARS = List.of("GOVERNMENT", "ECONOMY", "SOCIETY", "INFRASTRUCTURE");

    /**
     * @param latest its newest figure of the province, else of the nation; null when there is none
     * @param active whether it is still measured
     */
    public record Row(
            String name,
            String url,
            String pillar,
            String measure,
            @Nullable Latest latest,
            boolean active) {}

    /** @param where unit and period, in words */
    public record Latest(Quantity value, String url, String where) {}

    public List<Row> rows(String pillar) {
        return rows.stream().filter(row -> row.pillar().equals(pillar)).toList();
    }
}
