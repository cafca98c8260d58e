package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Milestone;

/** From figures to what pages draw of them: for the pages of other modules too. */
@NamedInterface("words")
public final class FigureFormat {

    private static final int TREND_PERIODS = 8;

    private FigureFormat() {}

    public static @Nullable Quantity quantity(Figure figure, Indicator it) {
        return Quantity.of(it, figure.value(), figure.numerator(), figure.denominator(), figure.comparator());
    }

    /** On the year; null when nothing is known to compare with. */
    public static @Nullable Growth growth(Assessment of) {
        return of.yoyPct() == null && of.yoyPoints() == null ? null : new Growth(of.yoyPoints(), of.yoyPct());
    }

    static FigurePage.Downloads downloads(String query, @Nullable String json) {
        return new FigurePage.Downloads("/figures.csv?" + query, "/figures.xlsx?" + query, json);
    }

    public static @Nullable Against against(Assessment of) {
        if (of.target() == null || of.variancePoints() == null) return null;
        Milestone due = of.milestone();
        String measure = of.indicator().measure();
        return new Against(
                Quantity.of(of.target().value(), measure),
                of.variancePoints(),
                of.achievementPct(),
                of.indicator().direction() == Indicator.Direction.DOWN,
                !of.target().derivation().isEmpty(),
                of.target().period().grain() == Period.Grain.YEAR
                        && of.figure().period().grain() != Period.Grain.YEAR,
                due == null
                        ? null
                        : new Against.Path(
                                Quantity.of(due.value(), measure),
                                java.util.Objects.requireNonNull(of.judgedVariance()),
                                due.day(),
                                due.base() == null ? null : Quantity.of(due.base(), measure),
                                due.ownPath()),
                of.progress());
    }

    public static TargetStatus standing(Assessment of) {
        if (of.figure().value() == null) return TargetStatus.MISSING;
        if (of.target() == null) return TargetStatus.NO_PLAN;
        return switch (of.progress()) {
            case BEHIND -> TargetStatus.BEHIND;
            case ON_TRACK -> of.milestone() == null ? TargetStatus.REACHED : TargetStatus.ON_TRACK;
            case AHEAD -> TargetStatus.REACHED;
            case null -> TargetStatus.UNJUDGED;
        };
    }

    /** Which reading an address means: {@code stated}, {@code computed}, with {@code -demo} for demonstration data. */
    public static String reading(Figure figure) {
        return reading(figure.basis(), figure.synthetic());
    }

    public static String reading(Basis basis, boolean synthetic) {
        return basis.name().toLowerCase(java.util.Locale.ROOT) + (synthetic ? "-demo" : "");
    }

    /** A period and those before it of the same length, oldest first. */
    public static List<Period> periodsUpTo(Period period) {
        var periods = new java.util.ArrayList<Period>();
        Period each = period;
        for (int i = 0; i < TREND_PERIODS; i++, each = each.previous()) periods.addFirst(each);
        return periods;
    }

    /**
     * The same reading through the periods; what is known before the first period known is left out.
     *
     * @param plans what each period is held against, where it is
     */
    public static Trend trend(Texts t, Figure shown, Collection<Figure> published, Map<Period, BigDecimal> plans) {
        Map<Period, Figure> byPeriod = new HashMap<>();
        for (Figure figure : published)
            if (figure.indicator().equals(shown.indicator())
                    && figure.unit().equals(shown.unit())
                    && figure.basis() == shown.basis()
                    && figure.synthetic() == shown.synthetic()) byPeriod.put(figure.period(), figure);
        byPeriod.put(shown.period(), shown);
        return new Trend(periodsUpTo(shown.period()).stream()
                .dropWhile(period -> !byPeriod.containsKey(period))
                .map(period -> {
                    Figure figure = byPeriod.get(period);
                    BigDecimal value = figure == null ? null : figure.value();
                    return new Trend.Point(
                            DisplayNames.brief(t, period),
                            value,
                            plans.get(period),
                            "/figures/%s/%s/%s".formatted(shown.indicator(), shown.unit(), period),
                            period.equals(shown.period()));
                })
                .toList());
    }
}
