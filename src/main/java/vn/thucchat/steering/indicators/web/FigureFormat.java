package vn.thucchat.steering.indicators.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.Assessment;
import vn.thucchat.steering.indicators.Basis;
import vn.thucchat.steering.indicators.Figure;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Milestone;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.Statement;

/** From figures to what pages draw of them: for the pages of other modules too. */
@NamedInterface("words")
public final class FigureFormat {

    private static final int TREND_PERIODS = 8;

    private FigureFormat() {}

    public static @Nullable Quantity quantity(Figure figure, Indicator it) {
        if (figure.value() == null) return null;
        return new Quantity(
                figure.value(), figure.numerator(), figure.denominator(), figure.comparator(), it.measure());
    }

    static @Nullable Quantity quantity(Statement of, Indicator it) {
        BigDecimal value = of.value() != null ? of.value() : share(of.numerator(), of.denominator(), it);
        return value == null
                ? null
                : new Quantity(value, of.numerator(), of.denominator(), of.comparator(), it.measure());
    }

    /** Numerator over denominator, in per cent where the indicator is; null without them. */
    static @Nullable BigDecimal share(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator, Indicator it) {
        if (numerator == null || denominator == null || denominator.signum() == 0) return null;
        return numerator
                .multiply(BigDecimal.valueOf(it.inPercent() ? 100 : 1))
                .divide(denominator, 4, RoundingMode.HALF_UP);
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

    static TargetStatus standing(Assessment of) {
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
    static String reading(Figure figure) {
        return reading(figure.basis(), figure.synthetic());
    }

    static String reading(Basis basis, boolean synthetic) {
        return basis.name().toLowerCase(java.util.Locale.ROOT) + (synthetic ? "-demo" : "");
    }

    /** A period and those before it of the same length, oldest first. */
    static List<Period> periodsUpTo(Period period) {
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
    static Trend trend(Texts t, Figure shown, Collection<Figure> published, Map<Period, BigDecimal> plans) {
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
