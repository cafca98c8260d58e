package vn.thucchat.steering.indicators.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * A line as an officer writes it, before it is a {@link Statement}.
 *
 * @param value for indicators that are not a share of something; else null
 * @param numerator with {@code denominator}, for indicators that are
 * @param asOf the day it speaks of; null: the last day of the period
 */
public record StatedLine(
        String indicator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        Provenance provenance,
        @Nullable LocalDate asOf,
        String quote) {

    /** In millionths, the most that a fact may carry. */
    private static final BigDecimal MOST = new BigDecimal("100000000000");

    /** What is wrong with a line: the field, a message key, and what it was about. */
    public record Fault(String indicator, String field, String key, String at) {

        /** As it is told beside the field of a form: {@code value.household-fibre}. */
        public FieldError error() {
            return new FieldError(indicator.isEmpty() ? field : field + "." + indicator, key, List.of(at));
        }
    }

    /** Whether the officer wrote nothing: such a line is left out. */
    public boolean empty() {
        return value == null && numerator == null && denominator == null;
    }

    /**
     * Everything that is wrong with the lines of a unit.
     *
     * @param owed what the unit's level states, by code
     */
    static List<Fault> faults(List<StatedLine> lines, Map<String, Indicator> owed, Period period, LocalDate today) {
        var seen = new HashSet<String>();
        var faults = new ArrayList<Fault>();
        for (StatedLine line : lines) {
            Indicator it = owed.get(line.indicator());
            if (it == null) faults.add(new Fault(line.indicator(), "indicator", "line.not-owed", line.indicator()));
            else if (!seen.add(line.indicator()))
                faults.add(new Fault(line.indicator(), "indicator", "line.twice", line.indicator()));
            else faults.addAll(line.faults(it, period, today));
        }
        return faults;
    }

    /** The line as part of a submission. */
    Statement statement(UUID id, Submission of, LocalDate today) {
        LocalDate end = of.period().to();
        return new Statement(
                id,
                of.id(),
                of.unit(),
                indicator,
                of.period(),
                "=",
                value,
                numerator,
                denominator,
                null,
                // of a period that still runs: today
                asOf != null ? asOf : today.isBefore(end) ? today : end,
                provenance,
                quote,
                "",
                of.synthetic(),
                null,
                null);
    }

    /** Everything that is wrong with it, at once. */
    List<Fault> faults(Indicator it, Period period, LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (it.aggregation() == Indicator.Aggregation.RATIO) {
            if (value != null) faults.add(fault("value", "line.give-parts"));
            if (numerator == null) faults.add(fault("numerator", "line.numerator-missing"));
            if (denominator == null) faults.add(fault("denominator", "line.denominator-missing"));
            else if (denominator.signum() <= 0) faults.add(fault("denominator", "line.denominator-not-positive"));
            else if (numerator != null && it.inPercent() && numerator.compareTo(denominator) > 0)
                faults.add(fault("numerator", "line.more-than-all"));
        } else {
            if (numerator != null || denominator != null) faults.add(fault("numerator", "line.give-value"));
            if (value == null) faults.add(fault("value", "line.value-missing"));
            else if (it.measure().equals("percent") && value.compareTo(BigDecimal.valueOf(100)) > 0)
                faults.add(fault("value", "line.more-than-hundred"));
            else if (it.measure().equals("count") && value.stripTrailingZeros().scale() > 0)
                faults.add(fault("value", "line.not-whole"));
        }
        number("value", value, faults);
        number("numerator", numerator, faults);
        number("denominator", denominator, faults);
        if (asOf != null && (asOf.isBefore(period.from()) || asOf.isAfter(today)))
            faults.add(fault("asOf", "line.as-of-outside"));
        if (quote.length() > 2000) faults.add(new Fault(indicator, "quote", "text.too-long", "2000"));
        return faults;
    }

    private void number(String field, @Nullable BigDecimal number, List<Fault> faults) {
        if (number == null) return;
        if (number.signum() < 0) faults.add(fault(field, "line.negative"));
        if (number.compareTo(MOST) > 0) faults.add(fault(field, "line.too-large"));
        if (number.stripTrailingZeros().scale() > Formula.SCALE) faults.add(fault(field, "line.too-fine"));
    }

    private Fault fault(String field, String key) {
        return new Fault(indicator, field, key, "");
    }
}
