package vn.thucchat.foundation.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Takes what the steering office of a province states of days and hours. Nothing stated before is lost. */
@Service
public class CalendarEdits {

    /** Of a spreadsheet that brings a notice. */
    public static final Limits LIMITS = new Limits(401, 20, 1_000_000, 20_000_000);

    /** The codes of the holidays of the law, whose days a notice may decide. */
    public static final List<String> HOLIDAYS =
            ShippedFiles.laws().stream().map(HolidayRule::holiday).distinct().toList();

    private final CalendarStore store;
    private final WorkingTime workingTime;
    private final Units units;
    private final RoleDefinitions roles;
    private final AccessLog log;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    CalendarEdits(
            CalendarStore store,
            WorkingTime workingTime,
            Units units,
            RoleDefinitions roles,
            AccessLog log,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.workingTime = workingTime;
        this.units = units;
        this.roles = roles;
        this.log = log;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether the actor may state days and hours: by the steering office of a province, not from a demonstration account. */
    public boolean mayChange(Actor actor) {
        return roles.holders(CalendarRoles.CALENDAR_EDITOR).stream()
                .anyMatch(role -> units.mayChangeShared(actor, role));
    }

    /** From now on the days are what a document says of them; what was known before can still be read. */
    public Result stateDays(Actor actor, List<StatedDay> days) {
        if (!mayChange(actor)) return new Result.Refused("calendar.not-allowed");
        if (days.stream().anyMatch(one -> outside(one.day()))) return Result.invalid("day", "calendar.day.outside");
        transactions.executeWithoutResult(_ -> {
            for (StatedDay one : days) {
                store.add(one, actor.account());
                log.record(
                        actor,
                        "calendar.day-stated",
                        "/working-days?year=" + one.day().getYear(),
                        one.day() + " " + one.kind() + " " + one.holiday() + " · "
                                + one.document().number());
            }
        });
        workingTime.refresh();
        return new Result.Done(null);
    }

    /** From a day on a unit, and those below it without hours of their own, works so. */
    public Result stateHours(Actor actor, StatedHours hours) {
        if (!mayChange(actor)) return new Result.Refused("calendar.not-allowed");
        if (outside(hours.from())) return Result.invalid("from", "calendar.day.outside");
        if (units.history(hours.unit()).isEmpty()) return Result.invalid("unit", "calendar.unit.none");
        if (hours.hours() == null && hours.unit().equals(UnitCode.NATION))
            return Result.invalid("weekdays", "calendar.hours.needed");
        transactions.executeWithoutResult(_ -> keep(actor, hours));
        workingTime.refresh();
        return new Result.Done(null);
    }

    /** The same by the platform itself, for the invented province of a demonstration. */
    public void demonstrate(StatedHours hours) {
        if (!hours.synthetic()) throw new IllegalArgumentException("Only what is invented");
        keep(Actor.PLATFORM, hours);
    }

    private void keep(Actor actor, StatedHours hours) {
        store.add(hours, actor.account());
        OfficeHours stated = hours.hours();
        log.record(
                actor,
                "calendar.hours-stated",
                hours.unit().value(),
                hours.from() + " "
                        + (stated == null
                                ? ""
                                : OfficeHours.write(stated.weekdays()) + " | " + OfficeHours.write(stated.saturday()))
                        + " · " + hours.document().number());
    }

    private static boolean outside(LocalDate day) {
        return day.isBefore(PublicCalendar.FIRST) || day.isAfter(PublicCalendar.LAST);
    }

    /** The days that a spreadsheet brings; what cannot be read is among its errors. */
    public List<StatedDay> read(SheetImport<DayColumn> sheet, Texts t) {
        Instant now = clock.instant();
        var seen = new HashSet<LocalDate>();
        return sheet.rows().stream().map(row -> day(row, t, now, seen)).toList();
    }

    private static StatedDay day(SheetImport<DayColumn>.Row row, Texts t, Instant now, Set<LocalDate> seen) {
        LocalDate day = row.day(DayColumn.DAY);
        if (day == null || outside(day)) row.error(DayColumn.DAY, "calendar.day.outside");
        else if (!seen.add(day)) row.error(DayColumn.DAY, "calendar.day.twice");
        var kind = DayColumn.named(t, "calendar.stated.", StatedDay.Kind.values(), row.text(DayColumn.KIND));
        if (kind.isEmpty()) row.error(DayColumn.KIND, "form.choose");
        String named = row.text(DayColumn.HOLIDAY);
        var holiday = HOLIDAYS.stream()
                .filter(code -> named.equals(code) || named.equalsIgnoreCase(t.of("calendar.holiday." + code)))
                .findFirst();
        if (!named.isEmpty() && holiday.isEmpty()) row.error(DayColumn.HOLIDAY, "form.choose");
        LocalDate issued = row.day(DayColumn.ISSUED);
        if (issued == null || issued.isAfter(BusinessTime.day(now)))
            row.error(DayColumn.ISSUED, "calendar.issued.fault");
        var checked =
                DayColumn.named(t, "calendar.checked.", SourceDocument.Checked.values(), row.text(DayColumn.CHECKED));
        if (checked.isEmpty()) row.error(DayColumn.CHECKED, "form.choose");
        return new StatedDay(
                day == null ? PublicCalendar.FIRST : day,
                kind.orElse(StatedDay.Kind.WITHDRAWN),
                holiday.orElse(""),
                row.text(DayColumn.NAME, 120, "calendar.name.fault"),
                new SourceDocument(
                        row.text(DayColumn.DOCUMENT, 120, "calendar.document.fault"),
                        issued == null ? PublicCalendar.FIRST : issued,
                        row.text(DayColumn.ISSUER, 120, "calendar.issuer.fault"),
                        row.text(DayColumn.SOURCE, 300, "calendar.source.fault"),
                        checked.orElse(SourceDocument.Checked.RECALLED)),
                false,
                now);
    }
}
