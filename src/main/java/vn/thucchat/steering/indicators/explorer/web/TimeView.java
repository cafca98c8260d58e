package vn.thucchat.steering.indicators.explorer.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.DailyCourse;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.FigureEvidence;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.Course;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/**
 * Draws a figure through time: every period there is with its plan, the year before and the path, other units beside
 * it; and a measured figure by hour of the day, day, week or month.
 */
@Component
record TimeView(
        Figures figures,
        Assessments assessments,
        Targets targets,
        DailyCourse days,
        HoursView hoursOfDay,
        FigureEvidence evidence,
        DisplayNames names) {

    private static final int MOST_PERIODS = 24;

    ExplorerPage.Time of(Actor reader, Texts t, ExplorerChoice choice, @Nullable Figure shown) {
        FigureSubject of = choice.of();
        boolean own = of.boundaries().equals(of.period().to());
        // other boundaries have no published past of their own: a line through two kinds of places would lie
        Trend trend = shown == null || !own ? new Trend(List.of()) : trend(t, choice, shown);
        Quantity value = shown == null ? null : FigureFormat.quantity(shown, of.indicator());
        return new ExplorerPage.Time(
                trend,
                value != null && value.share() ? "%" : "",
                shown == null ? null : daily(reader, t, choice, shown),
                choice.every() != null,
                trend.drawable() ? null : t.of(own ? "explorer.time.none" : "explorer.time.boundaries"));
    }

    private Trend trend(Texts t, ExplorerChoice choice, Figure shown) {
        FigureSubject of = choice.of();
        var units = Stream.concat(Stream.of(shown.unit()), choice.compare().stream())
                .toList();
        List<Period> periods = periods(shown);
        Map<UnitCode, Map<Period, Figure>> known = new HashMap<>();
        for (Figure figure : figures.published(units, periods, shown.indicator()).stream()
                .sorted(Comparator.comparing((Figure each) -> !sameReading(each, shown))
                        .thenComparing(Figures.FIRST))
                .toList())
            if (sameReading(figure, shown) || !figure.unit().equals(shown.unit()))
                known.computeIfAbsent(figure.unit(), unit -> new HashMap<>()).putIfAbsent(figure.period(), figure);
        Map<Period, Figure> own = known.computeIfAbsent(shown.unit(), unit -> new HashMap<>());
        own.put(shown.period(), shown);
        Map<Period, BigDecimal> plans = targets.planned(shown.unit(), shown.synthetic(), of.indicator(), periods);
        var points = periods.stream()
                .map(period -> point(t, choice, own.get(period), period, plans.get(period)))
                .toList();
        var lines = new ArrayList<Trend.Line>();
        lines.add(new Trend.Line(
                t.of("explorer.time.before"), "before", values(periods, it -> value(own.get(it.yearBefore())))));
        lines.add(new Trend.Line(t.of("explorer.time.due"), "due", due(of, shown, periods)));
        int number = 1;
        for (UnitCode unit : choice.compare()) {
            Map<Period, Figure> theirs = known.getOrDefault(unit, Map.of());
            lines.add(new Trend.Line(
                    names.name(t, unit, of.boundaries()) + invented(t, theirs),
                    "other" + number++,
                    values(periods, period -> value(theirs.get(period)))));
        }
        return new Trend(
                points,
                lines.stream()
                        .filter(line -> line.values().stream().anyMatch(Objects::nonNull))
                        .toList());
    }

    private static Trend.Point point(
            Texts t, ExplorerChoice choice, @Nullable Figure figure, Period period, @Nullable BigDecimal plan) {
        return new Trend.Point(
                DisplayNames.brief(t, period),
                value(figure),
                plan,
                choice.address().at(period),
                period.equals(choice.of().period()),
                figure == null || figure.publication() == null
                        ? 0
                        : figure.publication().revision());
    }

    /** The periods of the same length from the first that is known to the last, without a gap. */
    private List<Period> periods(Figure shown) {
        List<Period> known = Stream.concat(figures.periods(shown.unit()).stream(), Stream.of(shown.period()))
                .filter(period -> period.grain() == shown.period().grain())
                .toList();
        Period first = Collections.min(known, Comparator.comparing(Period::to));
        Period last = Collections.max(known, Comparator.comparing(Period::to));
        var periods = new ArrayList<Period>();
        for (Period each = last;
                !each.to().isBefore(first.to()) && periods.size() < MOST_PERIODS;
                each = each.previous()) periods.addFirst(each);
        if (!periods.contains(shown.period())) periods.addFirst(shown.period());
        return List.copyOf(periods);
    }

    /** What should have been reached by now, at the page's own period alone. */
    private List<@Nullable BigDecimal> due(FigureSubject of, Figure shown, List<Period> periods) {
        Assessment assessed =
                assessments.of(List.of(shown), List.of(of.indicator())).getFirst();
        BigDecimal due =
                assessed.milestone() == null ? null : assessed.milestone().value();
        return values(periods, period -> period.equals(of.period()) ? due : null);
    }

    private ExplorerPage.@Nullable Daily daily(Actor reader, Texts t, ExplorerChoice choice, Figure shown) {
        FigureSubject of = choice.of();
        boolean each = evidence.showsEach(reader, shown, of.indicator());
        SortedMap<LocalDate, BigDecimal> known = days.of(reader, shown, of.indicator());
        if (known.isEmpty()) return null;
        boolean hours = ExplorerChoice.HOUR.equals(choice.every());
        Course course = choice.every() == null || hours
                ? Course.of(known)
                : Course.of(known, Course.Grain.valueOf(choice.every().toUpperCase(Locale.ROOT)));
        var widths = Stream.concat(
                        Stream.of(new ExplorerPage.Choice(
                                t.of("explorer.every.hour"),
                                choice.address().with("every", ExplorerChoice.HOUR),
                                hours)),
                        Stream.of(Course.Grain.values())
                                .map(width -> new ExplorerPage.Choice(
                                        t.of("course." + width),
                                        choice.address()
                                                .with("every", width.name().toLowerCase(Locale.ROOT)),
                                        !hours && width == course.grain())))
                .toList();
        if (hours) return hoursOfDay.of(reader, t, choice, shown, widths, each);
        if (!course.drawable()) return null;
        String grain = t.of("course." + course.grain());
        return new ExplorerPage.Daily(
                t.of("course.label", grain, t.date(known.firstKey()), t.date(known.lastKey())),
                course.columns(
                        t,
                        amount -> Quantity.of(amount, of.indicator().measure()).text(t)),
                widths,
                List.of(),
                List.of(),
                null,
                each ? null : t.of("course.enough", t.number(Evidence.Group.FEWEST_SUBJECTS)));
    }

    private static String invented(Texts t, Map<Period, Figure> of) {
        return of.values().stream().anyMatch(Figure::synthetic) ? " (" + t.of("badge.synthetic") + ")" : "";
    }

    private static List<@Nullable BigDecimal> values(List<Period> periods, Function<Period, @Nullable BigDecimal> of) {
        var values = new ArrayList<@Nullable BigDecimal>();
        periods.forEach(period -> values.add(of.apply(period)));
        return values;
    }

    private static boolean sameReading(Figure one, Figure other) {
        return one.basis() == other.basis() && one.synthetic() == other.synthetic();
    }

    private static @Nullable BigDecimal value(@Nullable Figure of) {
        return of == null ? null : of.value();
    }
}
