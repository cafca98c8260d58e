package vn.thucchat.foundation.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.calendar.CalendarEdits;
import vn.thucchat.foundation.calendar.CalendarRoles;
import vn.thucchat.foundation.calendar.DayColumn;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.calendar.StatedDay;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;

/** Holidays, compensatory and swapped days by year: for everybody to read, for the province's office to state. */
@Controller
@RequestMapping(WorkingDaysController.PATH)
record WorkingDaysController(
        WorkingTime workingTime,
        CalendarEdits edits,
        SheetFiles sheets,
        Downloads downloads,
        Pages pages,
        InstantSource clock) {

    static final String PATH = "/working-days";

    @GetMapping
    @Allow(anyone = true)
    View year(@RequestParam(defaultValue = "") String year, Actor actor, Texts t) {
        int of = year.isBlank() ? thisYear() : known(year.strip());
        var checked = Map.of("checked", SourceDocument.Checked.READ.name());
        return page(of, actor, t, Form.blank(t, checked), List.of(), HttpStatus.OK);
    }

    @PostMapping
    @Allow(CalendarRoles.CALENDAR_EDITOR)
    View state(Form<DayForm> form, Actor actor, Texts t, Flash flash) {
        if (form.wrong()) return page(thisYear(), actor, t, form, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        DayForm typed = form.value();
        int year = typed.day().getYear();
        Form<DayForm> asked = form;
        if (typed.issued().isAfter(BusinessTime.day(clock.instant())))
            asked = asked.with("issued", "calendar.issued.fault");
        if (!typed.holiday().isEmpty() && !CalendarEdits.HOLIDAYS.contains(typed.holiday()))
            asked = asked.with("holiday", "form.choose");
        if (asked.wrong()) return page(year, actor, t, asked, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        return answer(edits.stateDays(actor, List.of(typed.stated(clock.instant()))), year, actor, t, asked, flash);
    }

    @GetMapping("/template.xlsx")
    @Allow(CalendarRoles.CALENDAR_EDITOR)
    ResponseEntity<byte[]> template(HttpServletRequest request, Texts t) {
        return downloads.template(request, DayColumn.class, t.of("calendar.days.title"), "working-days.xlsx", t);
    }

    @PostMapping("/import")
    @Allow(CalendarRoles.CALENDAR_EDITOR)
    View take(@RequestParam(required = false) @Nullable MultipartFile sheet, Actor actor, Texts t, Flash flash) {
        SheetImport<DayColumn> read = sheets.read(sheet, CalendarEdits.LIMITS, DayColumn.class);
        List<StatedDay> days = edits.read(read, t);
        Form<DayForm> blank = Form.blank(t);
        if (!read.errors().isEmpty())
            return page(thisYear(), actor, t, blank, read.errors(), HttpStatus.UNPROCESSABLE_CONTENT);
        int year = days.getFirst().day().getYear();
        return answer(edits.stateDays(actor, days), year, actor, t, blank, flash);
    }

    private View answer(Result result, int year, Actor actor, Texts t, Form<DayForm> form, Flash flash) {
        if (result instanceof Result.Done) return flash.then("calendar.days.stated", PATH + "?year=" + year);
        return page(year, actor, t, form.with(result), List.of(), result.status());
    }

    private View page(int year, Actor actor, Texts t, Form<?> form, List<CellError> errors, HttpStatus status) {
        var calendar = workingTime.ofState();
        return pages.show(
                "foundation/calendar/working-days",
                new WorkingDaysPage(
                        year,
                        calendar.provisional(year),
                        calendar.workingDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                        workingTime.days(year),
                        workingTime.stated(year).reversed(),
                        edits.mayChange(actor) ? form : null,
                        CalendarOptions.of(t),
                        form.faults(),
                        errors),
                status);
    }

    private int thisYear() {
        return BusinessTime.day(clock.instant()).getYear();
    }

    private static int known(String year) {
        if (year.matches("20[0-9]{2}")) {
            int number = Integer.parseInt(year);
            if (number >= WorkingDaysPage.FIRST && number <= WorkingDaysPage.LAST) return number;
        }
        throw Problem.bad(
                "year",
                "calendar.year.fault",
                Integer.toString(WorkingDaysPage.FIRST),
                Integer.toString(WorkingDaysPage.LAST));
    }
}
