package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.UnitCode;

@NullMarked
class FactsOfYearTests {

    private static final UnitCode WARD = new UnitCode("05908");

    /** Or the same figure would be withheld on one page, which asks for payments and rents, and not on another. */
    @Test
    void facts_that_no_figure_tells_of_are_in_no_part() {
        var payments = new Disclosure.Portion(List.of(new Term("payment", Map.of(), Measure.SUBJECTS)), List.of());
        var facts = new FactsOfYear(
                List.of(fact("payment", Month.MARCH), fact("rent", Month.MARCH), fact("rent", Month.APRIL)),
                Set.of(payments));
        assertThat(facts.parts()).containsExactly(new FactsOfYear.Part(WARD, 3));
    }

    private static Sums.MonthSubjects fact(String kind, Month month) {
        return new Sums.MonthSubjects(month, kind, Map.of(), WARD, false, RoaringBitmap.bitmapOf(1, 2, 3));
    }
}
