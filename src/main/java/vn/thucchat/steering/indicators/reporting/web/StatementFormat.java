package vn.thucchat.steering.indicators.reporting.web;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.reporting.Statement;

/** Writes what a statement says, as pages show it. */
@NamedInterface("words")
public final class StatementFormat {

    private StatementFormat() {}

    /** The value, or the share that numerator and denominator make; null where neither was stated. */
    public static @Nullable Quantity quantity(Statement of, Indicator it) {
        return Quantity.of(it, of.shown(it), of.numerator(), of.denominator(), of.comparator());
    }
}
