package vn.thucchat.steering.indicators.definitions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.sheets.Cell;
import vn.thucchat.foundation.sheets.CellValue;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;

/**
 * An entry of the dictionary.
 *
 * @param measure the unit of the value: {@code percent}, {@code ratio} (n of N, shown in per cent too), {@code count},
 *     or the unit's own name ({@code Mbps}, {@code billion USD})
 * @param reportedBy the level whose units state it, or null when it is only computed
 * @param formula in the form of {@link Formula}, or empty when it is only stated
 * @param live whether what is measured of it may be shown to everybody as it runs, above the commune (below, a figure
 *     could be one person's); only for one with a formula
 * @param version counts changes; a change names the version that it was made on
 */
public record Indicator(
        String code,
        String nameVi,
        String nameEn,
        Pillar pillar,
        String measure,
        Direction direction,
        Aggregation aggregation,
        OverTime overTime,
        Period.Grain frequency,
        UnitKind.@Nullable Level reportedBy,
        String definitionVi,
        String definitionEn,
        String legalBasis,
        String formula,
        int sort,
        boolean active,
        boolean live,
        int version) {

    /** One that nobody sees run before it is published but who reaches the unit. */
    public Indicator(
            String code,
            String nameVi,
            String nameEn,
            Pillar pillar,
            String measure,
            Direction direction,
            Aggregation aggregation,
            OverTime overTime,
            Period.Grain frequency,
            UnitKind.@Nullable Level reportedBy,
            String definitionVi,
            String definitionEn,
            String legalBasis,
            String formula,
            int sort,
            boolean active,
            int version) {
        this(
                code,
                nameVi,
                nameEn,
                pillar,
                measure,
                direction,
                aggregation,
                overTime,
                frequency,
                reportedBy,
                definitionVi,
                definitionEn,
                legalBasis,
                formula,
                sort,
                active,
                false,
                version);
    }

    /** The same entry as of another version. */
    Indicator at(int otherVersion) {
        return new Indicator(
                code,
                nameVi,
                nameEn,
                pillar,
                measure,
                direction,
                aggregation,
                overTime,
                frequency,
                reportedBy,
                definitionVi,
                definitionEn,
                legalBasis,
                formula,
                sort,
                active,
                live,
                otherVersion);
    }

    /** The three pillars of digital transformation and the ground they stand on. */
    public enum Pillar {
        GOVERNMENT,
        ECONOMY,
        SOCIETY,
        INFRASTRUCTURE
    }

    /** Whether more is better. */
    public enum Direction {
        UP,
        DOWN
    }

    /** How the values of the units below make the value of the unit above. Percentages are never averaged. */
    public enum Aggregation {
        /** values are added */
        SUM,
        /** numerators over denominators, each added */
        RATIO,
        /** they do not: speeds, shares stated without what they are shares of */
        NONE
    }

    /** How the values of shorter periods make that of a longer one. */
    public enum OverTime {
        SUM,
        LAST
    }

    /** Whether the value is in per cent, so that a difference is in percentage points. */
    public boolean inPercent() {
        return measure.equals("percent") || measure.equals("ratio");
    }

    /** The number that somebody typed as its value. */
    public Parsed<BigDecimal> value(String typed) {
        return counted() ? VietnameseNumbers.whole(typed) : VietnameseNumbers.decimal(typed);
    }

    /** The number that a cell holds as its value; a cell of 65% is 65 of an indicator in per cent. */
    public Parsed<BigDecimal> value(Cell cell) {
        if (counted()) return CellValue.whole(cell);
        return inPercent() ? CellValue.percent(cell) : CellValue.decimal(cell);
    }

    /** Whether its values are things or đồng, which have no parts. */
    private boolean counted() {
        return measure.equals("count") || measure.equals("đồng");
    }

    public Optional<Formula> computed() {
        return formula.isEmpty() ? Optional.empty() : Optional.of(Formula.of(formula));
    }

    /** Numerator over denominator, in per cent where this is; null without them. */
    public @Nullable BigDecimal share(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (numerator == null || denominator == null || denominator.signum() == 0) return null;
        BigDecimal factor = inPercent() ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        return Decimals.stripped(numerator.multiply(factor).divide(denominator, Formula.SCALE, RoundingMode.HALF_UP));
    }
}
