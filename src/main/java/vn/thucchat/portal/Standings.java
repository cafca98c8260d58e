package vn.thucchat.portal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.Assessment;
import vn.thucchat.steering.indicators.Figure;
import vn.thucchat.steering.indicators.Figures;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.web.Quantity;
import vn.thucchat.steering.indicators.web.Shown;
import vn.thucchat.steering.indicators.web.Wording;

/** How a place stood in the latest half-year that it has figures of. */
@Component
class Standings {

    private static final int HEADLINES = 6;
    private static final int BEHIND = 5;

    private final Figures figures;
    private final Wording wording;

    Standings(Figures figures, Wording wording) {
        this.figures = figures;
        this.wording = wording;
    }

    /** Empty when the place has no figures that the reader may see. */
    Optional<FrontPage.Place> of(Texts t, Actor actor, UnitCode unit) {
        return latest(unit).flatMap(period -> {
            List<Assessment> assessed =
                    figures.assess(Figures.firsts(figures.visible(actor, List.of(unit), period, period.to()))).stream()
                            .filter(each -> each.figure().value() != null)
                            .sorted(Comparator.comparing(
                                            (Assessment each) -> each.figure().synthetic())
                                    .thenComparingInt(each -> each.indicator().sort()))
                            .toList();
            return assessed.isEmpty() ? Optional.empty() : Optional.of(place(t, unit, period, assessed));
        });
    }

    /** A half-year with real figures before any other. */
    private Optional<Period> latest(UnitCode unit) {
        List<Period> halves = figures.periods(unit).stream()
                .filter(period -> period.grain() == Period.Grain.HALF)
                .toList();
        return figures.published(List.of(unit), halves).stream()
                .max(Comparator.comparing((Figure figure) -> !figure.synthetic())
                        .thenComparing(figure -> figure.period().to()))
                .map(Figure::period);
    }

    private FrontPage.Place place(Texts t, UnitCode unit, Period period, List<Assessment> assessed) {
        return new FrontPage.Place(
                wording.name(t, unit, period.to()),
                Wording.name(t, period),
                Wording.scorecard(unit, period, period.to()),
                assessed.stream()
                        .limit(HEADLINES)
                        .flatMap(each -> number(t, each).stream())
                        .toList(),
                assessed.stream()
                        .filter(Assessment::behind)
                        .sorted(Comparator.comparing(Standings::achievement))
                        .limit(BEHIND)
                        .flatMap(each -> number(t, each).stream())
                        .toList(),
                assessed.size());
    }

    private static BigDecimal achievement(Assessment of) {
        return of.achievementPct() == null ? BigDecimal.ZERO : of.achievementPct();
    }

    private static Optional<FrontPage.Headline> number(Texts t, Assessment of) {
        Figure figure = of.figure();
        Quantity value = Shown.quantity(figure, of.indicator());
        return Optional.ofNullable(value)
                .map(known -> new FrontPage.Headline(
                        Wording.name(t, of.indicator()),
                        of.indicator().pillar().name(),
                        Wording.figure(
                                figure.indicator(),
                                figure.unit(),
                                figure.period(),
                                figure.period().to()),
                        known,
                        Shown.against(of),
                        figure.provenance(),
                        figure.synthetic(),
                        !figure.derivation().isEmpty()));
    }
}
