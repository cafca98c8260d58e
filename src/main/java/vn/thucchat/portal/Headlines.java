package vn.thucchat.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;

/** How a place stood in the latest half-year that it has figures of. */
@Component
record Headlines(Figures figures, Assessments assessments, Indicators indicators, DisplayNames wording) {

    private static final int HEADLINES = 5;
    private static final int BEHIND = 5;

    /** The first {@code most} of these places that have figures, in their order. */
    List<FrontPage.Place> of(Texts t, Actor actor, List<UnitCode> units, int most) {
        Map<UnitCode, Period> latest = figures.latestHalves(units);
        List<UnitCode> shown =
                units.stream().filter(latest::containsKey).limit(most).toList();
        if (shown.isEmpty()) return List.of();
        List<Indicator> all = indicators.all();
        var standing = new HashMap<UnitCode, List<Assessment>>();
        shown.stream()
                .collect(Collectors.groupingBy(unit -> Objects.requireNonNull(latest.get(unit))))
                .forEach((period, of) -> assessed(actor, of, period, all)
                        .forEach(each -> standing.computeIfAbsent(each.figure().unit(), unit -> new ArrayList<>())
                                .add(each)));
        return shown.stream()
                .filter(standing::containsKey)
                .map(unit -> place(
                        t, unit, Objects.requireNonNull(latest.get(unit)), Objects.requireNonNull(standing.get(unit))))
                .toList();
    }

    private List<Assessment> assessed(Actor actor, List<UnitCode> of, Period period, List<Indicator> all) {
        List<Figure> firsts = Figures.firsts(figures.visible(actor, of, period, period.to(), all));
        return assessments.of(firsts, all).stream()
                .filter(each -> each.figure().value() != null)
                .sorted(Comparator.comparing((Assessment each) -> each.figure().synthetic())
                        .thenComparingInt(each -> each.indicator().sort()))
                .toList();
    }

    private FrontPage.Place place(Texts t, UnitCode unit, Period period, List<Assessment> assessed) {
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
                        .toList(),
                assessed.size());
    }

    static Optional<FrontPage.Headline> number(Texts t, Assessment of) {
        Figure figure = of.figure();
        Quantity value = FigureFormat.quantity(figure, of.indicator());
        return Optional.ofNullable(value)
                .map(known -> new FrontPage.Headline(
                        DisplayNames.name(t, of.indicator()),
                        of.indicator().pillar().name(),
                        DisplayNames.figure(
                                figure.indicator(),
                                figure.unit(),
                                figure.period(),
                                figure.period().to()),
                        known,
                        FigureFormat.against(of),
                        figure.provenance(),
                        figure.synthetic(),
                        !figure.derivation().isEmpty()));
    }
}
