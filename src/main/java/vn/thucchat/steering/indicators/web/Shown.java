package vn.thucchat.steering.indicators.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Trend;
import vn.thucchat.steering.indicators.Assessment;
import vn.thucchat.steering.indicators.Figure;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Period;

/** From figures to what pages draw of them. */
final class Shown {

    private static final int TREND_PERIODS = 8;

    private Shown() {}

    static @Nullable Quantity quantity(Figure figure, Indicator it) {
        if (figure.value() == null) return null;
        return new Quantity(
                figure.value(), figure.numerator(), figure.denominator(), figure.comparator(), it.measure());
    }

    static @Nullable Against against(Assessment of) {
        if (of.target() == null || of.variancePoints() == null) return null;
        return new Against(
                Quantity.of(of.target().value(), of.indicator().measure()),
                of.variancePoints(),
                of.achievementPct(),
                of.indicator().direction() == Indicator.Direction.DOWN,
                !of.target().derivation().isEmpty(),
                of.behind());
    }

    static Standing standing(Assessment of) {
        if (of.figure().value() == null) return Standing.MISSING;
        if (of.target() == null) return Standing.NO_PLAN;
        return of.behind() ? Standing.BEHIND : Standing.REACHED;
    }

    /** Which reading an address means: {@code stated}, {@code computed}, with {@code -demo} for demonstration data. */
    static String reading(Figure figure) {
        return figure.basis().name().toLowerCase(java.util.Locale.ROOT) + (figure.synthetic() ? "-demo" : "");
    }

    /** A period and those before it of the same length, oldest first. */
    static List<Period> periodsUpTo(Period period) {
        var periods = new java.util.ArrayList<Period>();
        Period each = period;
        for (int i = 0; i < TREND_PERIODS; i++, each = each.previous()) periods.addFirst(each);
        return periods;
    }

    /** The same reading through the periods; what is known before the first period known is left out. */
    static Trend trend(Figure shown, Collection<Figure> published, String query) {
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
                            Wording.brief(period),
                            value,
                            null,
                            "/figures/%s/%s/%s%s".formatted(shown.indicator(), shown.unit(), period, query),
                            period.equals(shown.period()));
                })
                .toList());
    }
}
