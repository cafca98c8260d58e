package vn.thucchat.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.Against;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;

/** How a place stood in a period by its published figures. */
@Component
record Headlines(Assessments assessments, DisplayNames wording) {

    private static final int HEADLINES = 5;
    private static final int BEHIND = 5;

    /** @param firsts the place's figures, one of each indicator */
    FrontPage.Place of(Texts t, UnitCode unit, Period period, List<Figure> firsts, List<Indicator> all) {
        List<Assessment> assessed = assessments.of(firsts, all).stream()
                .filter(each -> each.figure().value() != null)
                .sorted(Comparator.comparing((Assessment each) -> each.figure().synthetic())
                        .thenComparingInt(each -> each.indicator().sort()))
                .toList();
        return new FrontPage.Place(
                wording.name(t, unit, period.to()),
                DisplayNames.name(t, period),
                DisplayNames.scorecard(unit, period, period.to()),
                assessed.stream()
                        .limit(HEADLINES)
                        .flatMap(each -> number(t, each).stream())
                        .toList(),
                assessed.stream()
                        .filter(Assessment::behind)
                        .sorted(Comparator.comparing(Assessment::judgedPct))
                        .limit(BEHIND)
                        .flatMap(each -> number(t, each).stream())
                        .toList());
    }

    private static Optional<FrontPage.Headline> number(Texts t, Assessment of) {
        return number(t, of.figure(), of.indicator(), FigureFormat.against(of));
    }

    static Optional<FrontPage.Headline> number(Texts t, Figure figure, Indicator of, @Nullable Against against) {
        Quantity value = FigureFormat.quantity(figure, of);
        return Optional.ofNullable(value)
                .map(known -> new FrontPage.Headline(
                        DisplayNames.name(t, of),
                        of.pillar().name(),
                        DisplayNames.figure(
                                figure.indicator(),
                                figure.unit(),
                                figure.period(),
                                figure.period().to()),
                        known,
                        against,
                        figure.provenance(),
                        figure.synthetic(),
                        !figure.derivation().isEmpty()));
    }
}
