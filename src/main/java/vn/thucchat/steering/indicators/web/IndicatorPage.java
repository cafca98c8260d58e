package vn.thucchat.steering.indicators.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Link;

/**
 * How one indicator is defined. All words are in the reader's language.
 *
 * @param measure the unit in words
 * @param direction whether more or less is better, in words
 * @param numerator the terms that are added up, in words; empty for a stated value
 * @param denominator likewise; empty where nothing is divided
 * @param latest its newest figures, unit by unit
 * @param edit for the steering office, null for others
 */
public record IndicatorPage(
        String code,
        String name,
        String pillar,
        String definition,
        String measure,
        String direction,
        String aggregation,
        String frequency,
        String reporters,
        @Nullable String formula,
        List<String> numerator,
        List<String> denominator,
        @Nullable Link legalBasis,
        @Nullable LocalDate since,
        List<Latest> latest,
        @Nullable String comparison,
        @Nullable String edit) {

    public record Latest(String unit, String period, Quantity value, String url) {}
}
