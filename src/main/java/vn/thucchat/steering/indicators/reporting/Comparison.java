package vn.thucchat.steering.indicators.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;

/**
 * Finds what is odd about a stated number beside the numbers of the other units of the round, those of the same period of
 * the year before, and what the platform measured. What is odd is not wrong: it is to be looked at twice.
 */
final class Comparison {

    /**
     * A change or a difference is large from here: 10 percentage points of a share, 30 per cent of all else. The units of a
     * province move by one to three points in a half-year, so ten are three years' work; of counts, the reporting
     * officers' commonest slips (a digit more, another unit's line, the year's sum for the half-year's) change a number by
     * a half or more, and honest growth of teams and accounts stays under a third.
     */
    private static final BigDecimal MUCH_POINTS = BigDecimal.TEN;

    private static final double MUCH_SHARE = 0.3;

    /**
     * A difference of counts is large from 3 units on, however large it is as a share: from 1 team to 3 is 200 per cent,
     * from none to one has no per cent at all, and neither is worth a question. Ratios of small numbers swing most, so a
     * rule of shares alone picks out the small units (the size masking effect of Hidiroglou and Berthelot, Statistical
     * editing and imputation for periodic business surveys, Survey Methodology 12, 1986, pages 73 to 83). The number 3 is
     * our choice: the slips above change counts of 3 and more by at least that. Shares and measurements have no floor.
     */
    private static final double LEAST_COUNT = 3;

    /** Tukey's fences: 1.5 times the distance of the quartiles beyond them. */
    private static final double FENCE = 1.5;

    /** Quartiles of fewer numbers say nothing. */
    private static final int FEWEST = 8;

    /** A place in one of the tables below. */
    record Key(UnitCode unit, String indicator) {}

    private final Map<Key, BigDecimal> now = new HashMap<>();
    private final Map<Key, BigDecimal> lastYear = new HashMap<>();
    private final Map<Key, BigDecimal> measured = new HashMap<>();
    private final Set<Key> known = new HashSet<>();
    private final Set<UnitCode> redrawn = new HashSet<>();
    private final Map<String, List<Double>> levels = new HashMap<>();
    private final Map<String, List<Double>> changes = new HashMap<>();

    Comparison now(Key key, BigDecimal value) {
        now.put(key, value);
        return this;
    }

    void nowUnlessWaiting(Key key, BigDecimal value) {
        now.putIfAbsent(key, value);
    }

    Comparison lastYear(Key key, BigDecimal value) {
        lastYear.put(key, value);
        known.add(key);
        return this;
    }

    Comparison measured(Key key, BigDecimal value) {
        measured.put(key, value);
        return this;
    }

    Comparison known(Key key) {
        known.add(key);
        return this;
    }

    /**
     * The territory of a unit changed since the period of the year before: what was stated under its code then is of
     * another place. Nothing is compared with it, and nothing is told to be the unit's first.
     */
    Comparison redrawn(UnitCode unit) {
        redrawn.add(unit);
        return this;
    }

    boolean isRedrawn(UnitCode unit) {
        return redrawn.contains(unit);
    }

    @Nullable
    BigDecimal lastYear(UnitCode unit, String indicator) {
        return before(new Key(unit, indicator));
    }

    private @Nullable BigDecimal before(Key key) {
        return redrawn.contains(key.unit()) ? null : lastYear.get(key);
    }

    /** Everything that is odd about a number, the weightiest first. */
    List<Plausibility.Mark> marks(UnitCode unit, Indicator it, BigDecimal value) {
        var key = new Key(unit, it.code());
        var marks = new ArrayList<Plausibility.Mark>();
        BigDecimal before = before(key);
        if (before != null
                && much(it, before, value)
                && Math.abs(value.doubleValue() - before.doubleValue()) >= least(it)
                && changedAlone(key, it, before, value))
            marks.add(new Plausibility.Mark(Plausibility.Reason.CHANGE, value, before, null));
        Fences fences = levels(it, before);
        if (fences != null && fences.outside(value.doubleValue()) && far(it, fences.median(), value.doubleValue()))
            marks.add(new Plausibility.Mark(
                    Plausibility.Reason.OUTLIER, value, decimal(fences.low()), decimal(fences.high())));
        BigDecimal seen = measured.get(key);
        if (seen != null && much(it, seen, value))
            marks.add(new Plausibility.Mark(Plausibility.Reason.MEASURED, value, seen, null));
        if (!known.contains(key) && !redrawn.contains(unit) && mostAreKnown(it))
            marks.add(new Plausibility.Mark(Plausibility.Reason.FIRST, value, null, null));
        return marks;
    }

    /**
     * Between which numbers nothing is asked of a unit's next number; null where nothing is known to compare it with. Where
     * last year's number and the way of the others would allow two ranges, what lies between them is let pass.
     */
    Plausibility.@Nullable Range usual(UnitCode unit, Indicator it) {
        BigDecimal before = before(new Key(unit, it.code()));
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        if (before != null && !it.inPercent() && before.signum() == 0) {
            // where most that had nothing have something now, no number is odd
            if (leftZeroAlone(new Key(unit, it.code()))) low = high = 0;
            high += slack(it);
        } else if (before != null) {
            Fences changes = changes(it);
            double median = changes == null ? 0 : changes.median();
            double reach = it.inPercent() ? MUCH_POINTS.doubleValue() : MUCH_SHARE;
            double of = before.doubleValue();
            low = Math.min(moved(it, of, Math.min(0, median) - reach), of - slack(it));
            high = Math.max(moved(it, of, Math.max(0, median) + reach), of + slack(it));
        }
        Fences levels = levels(it, before);
        if (levels != null) {
            double reach = it.inPercent()
                    ? MUCH_POINTS.doubleValue()
                    : Math.max(slack(it), MUCH_SHARE * Math.abs(levels.median()));
            low = Math.max(low, Math.min(levels.low(), levels.median() - reach));
            high = Math.min(high, Math.max(levels.high(), levels.median() + reach));
        }
        return Double.isInfinite(low) || Double.isInfinite(high)
                ? null
                : new Plausibility.Range(decimal(low), decimal(high));
    }

    private static double moved(Indicator it, double from, double change) {
        return it.inPercent() ? from + change : from * (1 + change);
    }

    /**
     * The fences of the units' numbers; null where they say nothing: a large commune is not odd for being large, so of
     * what is added up only a unit without last year's number is held against the others.
     */
    private @Nullable Fences levels(Indicator it, @Nullable BigDecimal before) {
        if (it.aggregation() == Indicator.Aggregation.SUM && before != null) return null;
        return Fences.of(levels.computeIfAbsent(
                it.code(),
                code -> sorted(now.entrySet().stream()
                        .filter(entry -> entry.getKey().indicator().equals(code))
                        .map(entry -> entry.getValue().doubleValue())
                        .toList())));
    }

    /** Whether the other units did not all change as much: when everybody moves, nobody is odd. */
    private boolean changedAlone(Key key, Indicator it, BigDecimal before, BigDecimal value) {
        if (!it.inPercent() && before.signum() == 0) return leftZeroAlone(key);
        Fences fences = changes(it);
        if (fences == null) return true;
        double distance = Math.abs(change(it, before, value) - fences.median());
        return distance > (it.inPercent() ? MUCH_POINTS.doubleValue() : MUCH_SHARE);
    }

    /** Whether at most half of the others that had nothing have something: from nothing, no change is a part of what was. */
    private boolean leftZeroAlone(Key key) {
        int others = 0;
        int left = 0;
        for (var entry : now.entrySet()) {
            BigDecimal then = before(entry.getKey());
            if (!entry.getKey().indicator().equals(key.indicator())
                    || entry.getKey().equals(key)
                    || then == null
                    || then.signum() != 0) continue;
            others++;
            if (entry.getValue().signum() != 0) left++;
        }
        return left * 2 <= others;
    }

    private @Nullable Fences changes(Indicator it) {
        return Fences.of(changes.computeIfAbsent(it.code(), code -> {
            var all = new ArrayList<Double>();
            now.forEach((key, number) -> {
                BigDecimal then = before(key);
                if (key.indicator().equals(code) && then != null && (it.inPercent() || then.signum() != 0))
                    all.add(change(it, then, number));
            });
            return sorted(all);
        }));
    }

    private boolean mostAreKnown(Indicator it) {
        long peers = 0;
        long old = 0;
        for (Key key : now.keySet())
            if (key.indicator().equals(it.code()) && !redrawn.contains(key.unit())) {
                peers++;
                if (known.contains(key)) old++;
            }
        return old * 2 > peers;
    }

    /** In points, or in parts of what was before. */
    private static double change(Indicator it, BigDecimal before, BigDecimal value) {
        double by = value.doubleValue() - before.doubleValue();
        return it.inPercent() ? by : by / before.doubleValue();
    }

    private static boolean much(Indicator it, BigDecimal than, BigDecimal value) {
        if (it.inPercent()) return value.subtract(than).abs().compareTo(MUCH_POINTS) > 0;
        if (than.signum() == 0) return value.signum() != 0;
        return Math.abs(change(it, than, value)) > MUCH_SHARE;
    }

    /** Where all are nearly the same, the fences are narrow: what is a little outside them is nothing to look at. */
    private static boolean far(Indicator it, double median, double value) {
        double by = Math.abs(value - median);
        return it.inPercent() ? by > MUCH_POINTS.doubleValue() : by >= least(it) && by > MUCH_SHARE * Math.abs(median);
    }

    private static double least(Indicator it) {
        return it.measure().equals("count") ? LEAST_COUNT : 0;
    }

    /** How far a count may be from another without a question: the largest whole number below {@link #least}. */
    private static double slack(Indicator it) {
        return Math.max(0, least(it) - 1);
    }

    private static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(Math.max(0, number)).setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private static List<Double> sorted(List<Double> numbers) {
        return numbers.stream().sorted().toList();
    }

    /**
     * Tukey's fences (Exploratory Data Analysis, 1977) with quartiles between neighbours; none where nearly all have
     * nothing, for that says nothing of how much is much.
     */
    record Fences(double low, double median, double high) {

        static @Nullable Fences of(List<Double> sorted) {
            if (sorted.size() < FEWEST) return null;
            double first = at(sorted, 0.25);
            double third = at(sorted, 0.75);
            double median = at(sorted, 0.5);
            if (first == third && median == 0) return null;
            double reach = FENCE * (third - first);
            return new Fences(first - reach, median, third + reach);
        }

        boolean outside(double value) {
            return value < low || value > high;
        }

        private static double at(List<Double> sorted, double share) {
            double place = share * (sorted.size() - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.size() - 1);
            return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
        }
    }
}
