package vn.thucchat.foundation.identity.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accesslog.Audit;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.identity.security.LinkAccess;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** Who did what: the access log for auditors, on pages and as a file. */
@Controller
record AuditController(
        Audit audit,
        LinkAccess doors,
        LoggedActs acts,
        LoggedPeople people,
        Accounts accounts,
        AccessLog log,
        Pages pages,
        InstantSource clock,
        Downloads downloads) {

    private static final int PAGE = 16;
    private static final UUID NONE = new UUID(0, 0);
    private static final List<String> FIELDS = List.of("from", "to", "person", "action", "object");

    @GetMapping(AuditPage.PATH)
    @Allow(Roles.AUDITOR)
    View page(Form<AuditForm> form, Cursor cursor, Actor actor, Texts t) {
        LocalDate today = BusinessTime.day(clock.instant());
        form = checked(form, today);
        Slice<LogEntry> entries = form.wrong()
                ? new Slice<>(List.of(), null)
                : Slice.of(
                        audit.page(
                                actor,
                                form.value().filter(today, account(form)),
                                cursor.start() ? null : cursor.id(0, NONE),
                                PAGE + 1),
                        PAGE,
                        last -> Cursor.of(last.id()));
        UUID person = account(form);
        if (person != null && !form.wrong()) log.recordRead(actor, "identity.audit-read", AuditPage.PATH, "", person);
        Table table = Table.of(AuditPage.PATH, AuditPage.COLUMNS, cursor, entries);
        Form<AuditForm> usual = AuditForm.dated(Form.blank(t), today);
        for (String field : FIELDS) table = table.filtered(field, form.text(field), usual.text(field));
        return pages.show(
                "foundation/identity/audit/audit",
                new AuditPage(
                        form,
                        entries.items(),
                        people.of(actor, entries.items()),
                        table,
                        acts.options(t, form.text("action")),
                        path -> doors.open(actor, path)),
                form.wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @GetMapping("/audit.csv")
    @Allow(Roles.AUDITOR)
    void file(Form<AuditForm> form, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        downloads.count(request);
        LocalDate today = BusinessTime.day(clock.instant());
        form = checked(form, today);
        if (form.wrong()) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        var filter = form.value().filter(today, account(form));
        String asked = FIELDS.stream().map(form::text).collect(Collectors.joining(" "));
        log.recordRead(actor, "identity.audit-downloaded", "/audit.csv", asked, filter.account());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"audit-" + form.value().first(today) + "-"
                        + form.value().last(today) + ".csv\"");
        AuditFile.write(response.getOutputStream(), after -> read(actor, filter, after));
    }

    /** Days in order, and a person whom there is. */
    private Form<AuditForm> checked(Form<AuditForm> typed, LocalDate today) {
        Form<AuditForm> form = AuditForm.dated(typed, today);
        AuditForm read = form.soFar();
        if (form.faults().isEmpty() && read.last(today).isBefore(read.first(today)))
            form = form.with("from", "identity.audit.days-wrong");
        return read.person().isEmpty() || account(form) != null ? form : form.with("person", "identity.audit.nobody");
    }

    private List<LogEntry> read(Actor actor, Audit.Filter filter, @Nullable UUID after) {
        return audit.page(actor, filter, after, AuditFile.BATCH);
    }

    private @Nullable UUID account(Form<AuditForm> form) {
        return accounts.find(form.soFar().person()).map(Account::id).orElse(null);
    }
}
