package vn.thucchat.foundation.maps.web;

import java.time.LocalDate;
import vn.thucchat.foundation.maps.BoundaryPeriod;
import vn.thucchat.foundation.pages.Texts;

/** Says in words on which days boundaries are in force. */
public final class PeriodWords {

    private PeriodWords() {}

    /** {@code từ 1/1/2025 đến hết 30/6/2025}. */
    public static String of(BoundaryPeriod period, Texts t) {
        boolean begins = !period.from().equals(LocalDate.MIN);
        boolean ends = !period.to().equals(LocalDate.MAX);
        if (begins && ends) return t.of("maps.period.between", t.date(period.from()), t.date(period.to()));
        if (begins) return t.of("maps.period.since", t.date(period.from()));
        return ends ? t.of("maps.period.until", t.date(period.to())) : t.of("maps.period.always");
    }
}
