package vn.thucchat.steering.indicators.explorer.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.brief.BriefPart;
import vn.thucchat.foundation.brief.BriefSource;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.DailyCourse;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;

/** Tells a leader what was published since the last time, and by how much measured figures have grown. */
@Component
@Order(100)
record ChangedFiguresBrief(
        Figures figures, Assessments assessments, Indicators indicators, DailyCourse days, InstantSource clock)
        implements BriefSource {

    private static final int LINES = 5;

    /** Periods that somebody may still publish anew: those of the last two years. */
    private static final int YEARS = 2;

    @Override
    public Optional<BriefPart> of(Actor leader, Texts t, UnitCode unit, Asked asked) {
        LocalDate today = BusinessTime.day(clock.instant());
        List<BriefPart.Line> lines = Stream.concat(
                        measured(leader, t, unit, asked.since(), today), published(t, unit, asked.since(), today))
                .limit(LINES)
                .toList();
        return Optional.of(new BriefPart(t.of("brief.moved"), lines, t.of("brief.moved.none"), null));
    }

    /** What was added to measured figures of this half-year since the day of the last visit. */
    private Stream<BriefPart.Line> measured(Actor leader, Texts t, UnitCode unit, Instant since, LocalDate today) {
        Period half = Period.containing(today, Period.Grain.HALF);
        List<Indicator> computed = indicators.all().stream()
                .filter(it -> it.active() && it.computed().isPresent())
                .toList();
        LocalDate from = BusinessTime.day(since);
        return figures.visible(leader, List.of(unit), half, half.to(), computed).stream()
                .filter(figure -> figure.value() != null && figure.publication() == null)
                .flatMap(figure -> computed.stream()
                        .filter(it -> it.code().equals(figure.indicator()))
                        .flatMap(it -> added(leader, t, figure, it, from).stream()));
    }

    private Optional<BriefPart.Line> added(Actor leader, Texts t, Figure figure, Indicator it, LocalDate from) {
        BigDecimal added =
                days.of(leader, figure, it).tailMap(from).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Quantity value = FigureFormat.quantity(figure, it);
        if (added.signum() == 0 || value == null) return Optional.empty();
        return Optional.of(new BriefPart.Line(
                DisplayNames.name(t, it),
                address(figure) + "?view=time#explorer",
                value.text(t),
                t.of("brief.moved.added", Quantity.of(added, it.measure()).text(t), t.date(from)),
                "quiet",
                List.of(),
                null));
    }

    private Stream<BriefPart.Line> published(Texts t, UnitCode unit, Instant since, LocalDate today) {
        List<Period> periods = figures.periods(unit).stream()
                .filter(period -> period.year() > today.getYear() - YEARS)
                .toList();
        if (periods.isEmpty()) return Stream.of();
        List<Indicator> all = indicators.all();
        List<Figure> fresh = Figures.firsts(figures.published(List.of(unit), periods).stream()
                .filter(figure -> figure.publication() != null
                        && figure.publication().at().isAfter(since)
                        && figure.value() != null)
                .sorted(Comparator.comparing((Figure figure) -> figure.period().to())
                        .reversed())
                .toList());
        return fresh.stream().collect(java.util.stream.Collectors.groupingBy(Figure::period)).values().stream()
                .flatMap(same -> assessments.of(same, all).stream())
                .map(each -> line(t, each));
    }

    private static BriefPart.Line line(Texts t, Assessment of) {
        Figure figure = of.figure();
        Quantity value = FigureFormat.quantity(figure, of.indicator());
        Growth growth = FigureFormat.growth(of);
        return new BriefPart.Line(
                DisplayNames.name(t, of.indicator()),
                address(figure),
                value == null ? "" : value.text(t),
                t.of(
                        figure.publication() != null && figure.publication().revision() > 1
                                ? "brief.moved.revised"
                                : "brief.moved.published",
                        DisplayNames.name(t, figure.period()),
                        growth == null ? "" : t.of("brief.moved.growth", growth.text(t))),
                tone(of),
                List.of(),
                null);
    }

    private static String tone(Assessment of) {
        return of.progress() == null ? "quiet" : of.behind() ? "bad" : "good";
    }

    private static String address(Figure figure) {
        return DisplayNames.figure(
                figure.indicator(),
                figure.unit(),
                figure.period(),
                figure.period().to());
    }
}
