package vn.thucchat.steering.indicators.definitions.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Period;

/** The periods that the office's forms offer: those around today, and whichever is asked for. */
@NamedInterface("requests")
public final class PeriodChoice {

    private static final int YEARS_BACK = 5;

    private PeriodChoice() {}

    /** The half-year that runs. */
    public static Period usual(LocalDate today) {
        return Period.containing(today, Period.Grain.HALF);
    }

    /** Those of {@link #options} that have begun: what can be reported of. */
    public static List<Option> begun(Texts t, LocalDate today, Period chosen) {
        return options(t, today, chosen, false);
    }

    /** Years, halves, quarters and months of the year that comes, this one and the ones before; newest first. */
    public static List<Option> options(Texts t, LocalDate today, Period chosen) {
        return options(t, today, chosen, true);
    }

    private static List<Option> options(Texts t, LocalDate today, Period chosen, boolean ahead) {
        var all = new ArrayList<Period>();
        for (int year = today.getYear() + 1; year >= today.getYear() - YEARS_BACK; year--) {
            var whole = new Period(year, Period.Grain.YEAR, 1);
            all.add(whole);
            all.addAll(whole.within());
        }
        if (!ahead) all.removeIf(period -> period.from().isAfter(today));
        if (!all.contains(chosen)) all.add(chosen);
        all.sort(Comparator.comparingInt(Period::year)
                .reversed()
                .thenComparing(Period::grain, Comparator.reverseOrder())
                .thenComparing(Period::number, Comparator.reverseOrder()));
        return all.stream()
                .map(period -> new Option(period.code(), DisplayNames.name(t, period)))
                .toList();
    }
}
