package vn.thucchat.steering.indicators.reporting.web;

import java.util.Collection;
import java.util.List;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * The form that calls for figures.
 *
 * @param chosen the codes that are ticked
 * @param periodName of the period chosen above the form, in words
 * @param owing how many units that makes
 */
public record RoundFormPage(
        Form<?> form,
        List<Option> periods,
        List<Option> above,
        List<Option> levels,
        String periodName,
        int owing,
        List<Indicator> indicators,
        Collection<String> chosen) {

    public record Indicator(String code, String name, String pillar, String frequency) {}
}
