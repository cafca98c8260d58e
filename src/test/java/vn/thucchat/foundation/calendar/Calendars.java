package vn.thucchat.foundation.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import vn.thucchat.foundation.database.BusinessTime;

/** Calendars of tests: the shipped one, and it with more stated. */
@NullMarked
public final class Calendars {

    static final SourceDocument INVENTED = new SourceDocument(
            "Văn bản thử", LocalDate.of(2020, 1, 1), "Người thử", "bịa ra", SourceDocument.Checked.COMPUTED);

    private Calendars() {}

    /** As the files of the release have it: Monday to Friday, 07:30-11:30 and 13:30-17:00. */
    public static WorkingCalendar shipped() {
        return with(List.of());
    }

    static WorkingCalendar with(List<StatedDay> stated) {
        return with(stated, "07:30-11:30 13:30-17:00", "");
    }

    static WorkingCalendar with(List<StatedDay> stated, String weekdays, String saturday) {
        var all = new ArrayList<>(ShippedFiles.notices());
        all.addAll(stated);
        return new WorkingCalendar(
                new PublicCalendar(ShippedFiles.laws(), ShippedFiles.counting(), all),
                new TreeMap<>(java.util.Map.of(LocalDate.of(2001, 1, 1), hours(weekdays, saturday))));
    }

    static OfficeHours hours(String weekdays, String saturday) {
        return new OfficeHours(
                OfficeHours.read(weekdays).orElseThrow(),
                OfficeHours.read(saturday).orElseThrow());
    }

    static StatedDay stated(LocalDate day, StatedDay.Kind kind) {
        return stated(day, kind, "");
    }

    static StatedDay stated(LocalDate day, StatedDay.Kind kind, String holiday) {
        return new StatedDay(day, kind, holiday, "Ngày thử", INVENTED, false, Instant.EPOCH);
    }

    /** {@code 2022-08-08T09:00} on a Vietnamese clock. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.VIETNAM).toInstant();
    }

    static String local(Instant at) {
        return LocalDateTime.ofInstant(at, BusinessTime.VIETNAM).toString();
    }
}
