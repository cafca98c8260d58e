package vn.thucchat.demonstration;

import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.calendar.CalendarEdits;
import vn.thucchat.foundation.calendar.OfficeHours;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.calendar.StatedHours;
import vn.thucchat.foundation.units.UnitCode;

/** Lets one ward of the invented province receive people on Saturday mornings. */
@Component
@Order(150)
record CalendarSteps(CalendarEdits edits, InstantSource clock) implements DemonstrationStep {

    private static final UnitCode WARD = new UnitCode("05443");

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("working-hours", () -> edits.demonstrate(saturdayMornings(days)));
    }

    private StatedHours saturdayMornings(Days days) {
        var hours = new OfficeHours(
                OfficeHours.read("07:30-11:30 13:30-17:00").orElseThrow(),
                OfficeHours.read("07:30-11:30").orElseThrow());
        var document = new SourceDocument(
                "12/TB-UBND (minh họa)",
                days.loaded(),
                "UBND phường Phan Đình Phùng (minh họa)",
                "minh họa",
                SourceDocument.Checked.READ);
        return new StatedHours(WARD, days.loaded(), hours, document, true, false, clock.instant());
    }
}
