package vn.thucchat.steering.indicators.figures.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/** Says why a figure has no value, and which published figure is the nearest to it in time. */
@Component
record MissingFigures(Figures figures, RequestParameters asked) {

    /**
     * @param shown the figure whose parts do not make a value, or null
     * @param state the message key of a figure that is known and not published yet, or empty
     */
    FigurePage.Missing of(Texts t, FigureSubject of, @Nullable Figure shown, String state) {
        boolean waits = shown == null && !state.isEmpty();
        return new FigurePage.Missing(
                t.of(waits ? state : "figure.missing"),
                shown != null
                        ? t.of("figure.missing.parts")
                        : waits ? t.of(state + ".text") : why(t, of.period(), source(of)),
                nearest(t, of));
    }

    private String why(Texts t, Period period, String source) {
        LocalDate today = asked.today();
        if (today.isBefore(period.from())) return t.of("figure.missing.future", t.date(period.from()));
        String nobody = t.of("figure.missing." + source);
        return today.isAfter(period.to()) ? nobody : nobody + " " + t.of("figure.missing.runs", t.date(period.to()));
    }

    /** Who would have made the figure: units by their reports, the platform by what it records, or both. */
    private static String source(FigureSubject of) {
        boolean measured = of.indicator().computed().isPresent();
        if (of.indicator().reportedBy() == null && measured) return "measured";
        return measured ? "both" : "stated";
    }

    private FigurePage.@Nullable Nearest nearest(Texts t, FigureSubject of) {
        List<Period> periods = figures.periods(of.unit().code());
        LocalDate end = of.period().to();
        return figures
                .published(List.of(of.unit().code()), periods, of.indicator().code())
                .stream()
                .filter(figure -> figure.value() != null)
                .min(Comparator.comparing(Figure::synthetic)
                        .thenComparingLong(figure ->
                                Math.abs(ChronoUnit.DAYS.between(figure.period().to(), end)))
                        .thenComparing(Figures.FIRST))
                .map(figure -> {
                    Quantity value = FigureFormat.quantity(figure, of.indicator());
                    return new FigurePage.Nearest(
                            new Link(
                                    of.at(figure.period()),
                                    DisplayNames.name(t, figure.period())
                                            + (value == null ? "" : ": " + value.text(t))),
                            figure.provenance(),
                            figure.synthetic(),
                            !figure.derivation().isEmpty());
                })
                .orElse(null);
    }
}
