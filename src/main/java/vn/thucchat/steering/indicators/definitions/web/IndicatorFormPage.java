package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * The form that defines an indicator or changes its definition.
 *
 * @param code of the indicator that is changed; null for a new one
 */
public record IndicatorFormPage(
        @Nullable String code,
        String action,
        Form<?> form,
        Choices choices,
        List<Kind> kinds,
        FormulaBuilderPart builder) {

    /** Formulas that the help shows; a test holds them to kinds and values that exist. */
    static final List<String> EXAMPLES = List.of(
            "100 * count(market.charge-paid; channel=cashless) / count(market.charge-paid)",
            "count(market.trader-joined) + count(market.trader-left)");

    public String example(int number) {
        return EXAMPLES.get(number);
    }

    public record Choices(
            List<Option> pillars,
            List<Option> directions,
            List<Option> aggregations,
            List<Option> overTime,
            List<Option> frequencies,
            List<Option> levels) {}

    /** A kind of facts that a formula may count, with what it may be narrowed by. */
    public record Kind(String code, String name, List<Facet> facets, boolean state, String amountUnit) {}

    /**
     * An attribute of a kind.
     *
     * @param values those that are known in advance, each as it is written in a formula and in words
     */
    public record Facet(String code, String name, List<Option> values) {}
}
