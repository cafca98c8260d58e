package vn.thucchat.steering.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, by pillar.
 *
 * @param create where the steering office defines another; null for those who may not
 */
public record IndicatorsPage(List<Row> rows, @Nullable String create) {

    public static final List<String> PILLARS = List.of("GOVERNMENT", "ECONOMY", "SOCIETY", "INFRASTRUCTURE");

    /** @param frequency in words */
    public record Row(String code, String name, String url, String pillar, String measure, String frequency) {}

    public List<Row> rows(String pillar) {
        return rows.stream().filter(row -> row.pillar().equals(pillar)).toList();
    }
}
