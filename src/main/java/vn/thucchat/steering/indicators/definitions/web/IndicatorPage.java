package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;

/**
 * How one indicator is defined. All words are in the reader's language.
 *
 * @param measure the unit in words
 * @param direction whether more or less is better, in words
 * @param formula as it is written, or null for a stated value
 * @param sentence the formula in words, or null
 * @param numerator the terms that are added up, in words; empty for a stated value
 * @param denominator likewise; empty where nothing is divided
 * @param legalBasis empty where none is named
 * @param latest its newest figures, unit by unit
 * @param edit for the steering office, null for others
 * @param today what a computed one comes to today in the steering office's unit; null for others
 */
public record IndicatorPage(
        String code,
        String name,
        String pillar,
        boolean active,
        String definition,
        String measure,
        String direction,
        String aggregation,
        String overTime,
        String frequency,
        String reporters,
        @Nullable String formula,
        @Nullable String sentence,
        List<String> numerator,
        List<String> denominator,
        String legalBasis,
        List<Latest> latest,
        @Nullable String comparison,
        @Nullable String edit,
        @Nullable Latest today) {

    public record Latest(
            String unit, String period, Quantity value, String url, Provenance provenance, boolean synthetic) {}
}
