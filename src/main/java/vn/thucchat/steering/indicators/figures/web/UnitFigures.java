package vn.thucchat.steering.indicators.figures.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitDigest;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figures;

/** Tells a unit's page the unit's latest published figures, what is behind first. */
@Component
record UnitFigures(Figures figures, Assessments assessments) implements UnitDigest {

    private static final int SHOWN = 5;

    @Override
    public Optional<Digest> of(Texts t, UnitCode unit) {
        Period period = figures.latestHalves(List.of(unit)).get(unit);
        if (period == null) return Optional.empty();
        List<Assessment> assessed = assessments.of(Figures.firsts(figures.published(List.of(unit), period))).stream()
                .sorted(Comparator.comparing((Assessment of) -> FigureFormat.standing(of))
                        .thenComparing(Assessment::judgedPct)
                        .thenComparingInt(of -> of.indicator().sort()))
                .toList();
        long behind = assessed.stream().filter(Assessment::behind).count();
        long judged = assessed.stream().filter(of -> of.progress() != null).count();
        return Optional.of(new Digest(
                DisplayNames.name(t, period),
                judged == 0 ? "" : t.of("scorecard.summary", t.number(behind), t.number(judged)),
                DisplayNames.scorecard(unit, period, period.to()),
                assessed.stream()
                        .flatMap(of -> line(t, of, period))
                        .limit(SHOWN)
                        .toList()));
    }

    private static Stream<Line> line(Texts t, Assessment of, Period period) {
        Quantity value = FigureFormat.quantity(of.figure(), of.indicator());
        if (value == null) return Stream.of();
        Against against = FigureFormat.against(of);
        return Stream.of(new Line(
                DisplayNames.name(t, of.indicator()),
                DisplayNames.figure(of.figure().indicator(), of.figure().unit(), period, period.to()),
                value.text(t),
                new Known(
                        of.figure().provenance().name(),
                        of.figure().synthetic(),
                        !of.figure().derivation().isEmpty()),
                against == null ? null : against.verdict(t),
                against == null ? "quiet" : against.tone(),
                against == null ? "" : against.measuredBy(t)));
    }
}
