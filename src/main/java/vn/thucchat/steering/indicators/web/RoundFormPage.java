package vn.thucchat.steering.indicators.web;

import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/**
 * The form that calls for figures.
 *
 * @param chosen the codes that are ticked
 * @param periodName of the period chosen above the form, in words
 * @param owing how many units that makes
 */
public record RoundFormPage(
        FormInput typed,
        List<Fault> faults,
        List<Option> periods,
        List<Option> above,
        List<Option> levels,
        String periodName,
        int owing,
        List<Indicator> indicators,
        Set<String> chosen) {

    public record Indicator(String code, String name, String pillar, String frequency) {}
}
