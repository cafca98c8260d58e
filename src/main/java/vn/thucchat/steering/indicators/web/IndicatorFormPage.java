package vn.thucchat.steering.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/**
 * The form that defines an indicator or changes its definition.
 *
 * @param code of the indicator that is changed; null for a new one
 * @param meaning what the formula means in words, or null when there is none or it is not understood
 */
public record IndicatorFormPage(
        @Nullable String code,
        String action,
        FormInput typed,
        List<Fault> faults,
        Choices choices,
        List<Kind> kinds,
        @Nullable String meaning) {

    public record Choices(
            List<Option> pillars,
            List<Option> directions,
            List<Option> aggregations,
            List<Option> overTime,
            List<Option> frequencies,
            List<Option> levels) {}

    /** A kind of facts that a formula may count, with what it may be narrowed by. */
    public record Kind(String code, String name, List<String> facets, boolean state, String amountUnit) {}
}
