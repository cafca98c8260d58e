package vn.thucchat.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Account;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Audit;
import vn.thucchat.foundation.identity.Downloads;
import vn.thucchat.foundation.identity.LinkAccess;
import vn.thucchat.foundation.identity.LogEntry;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Who did what: the access log for auditors, on pages and as a file. */
@Controller
class AuditController {

    private static final int PAGE = 50;

    private final Audit audit;
    private final LinkAccess doors;
    private final LoggedActs acts;
    private final Accounts accounts;
    private final AccessLog log;
    private final Pages pages;
    private final InstantSource clock;
    private final Downloads downloads;

    AuditController(
            Audit audit,
            LinkAccess doors,
            LoggedActs acts,
            Accounts accounts,
            AccessLog log,
            Pages pages,
            InstantSource clock,
            Downloads downloads) {
        this.downloads = downloads;
        this.audit = audit;
        this.doors = doors;
        this.acts = acts;
        this.accounts = accounts;
        this.log = log;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/audit")
    @Allow(Roles.AUDITOR)
    View page(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable UUID after,
            Actor actor,
            Texts t) {
        var form = AuditForm.of(from, to, person, action, object, BusinessTime.day(clock.instant()));
        var days = form.days();
        if (days.isEmpty()) return wrong(t, form, new Mistake("from", "identity.audit.days-wrong"));
        @Nullable UUID account = account(form);
        if (account == null && !form.person().isEmpty())
            return wrong(t, form, new Mistake("person", "identity.audit.nobody"));
        var entries = audit.page(actor, days.get().filter(form, account), after, PAGE + 1);
        boolean more = entries.size() > PAGE;
        var shown = more ? entries.subList(0, PAGE) : entries;
        @Nullable String next = more ? shown.getLast().id().toString() : null;
        return pages.show(
                "foundation/identity/audit",
                new AuditPage(
                        form,
                        form.query(),
                        shown,
                        acts.options(t, form.action()),
                        next,
                        null,
                        path -> doors.open(actor, path)));
    }

    @GetMapping("/audit.csv")
    @Allow(Roles.AUDITOR)
    void file(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String object,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        downloads.count(request);
        var form = AuditForm.of(from, to, person, action, object, BusinessTime.day(clock.instant()));
        @Nullable UUID account = account(form);
        var days = form.days();
        if (days.isEmpty() || (account == null && !form.person().isEmpty()))
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        var filter = days.get().filter(form, account);
        log.record(actor, "identity.audit-downloaded", "/audit.csv", form.query());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"audit-" + days.get().first() + "-"
                        + days.get().last() + ".csv\"");
        AuditFile.write(response.getOutputStream(), after -> read(actor, filter, after));
    }

    private List<LogEntry> read(Actor actor, Audit.Filter filter, @Nullable UUID after) {
        return audit.page(actor, filter, after, AuditFile.BATCH);
    }

    private @Nullable UUID account(AuditForm form) {
        return accounts.find(form.person()).map(Account::id).orElse(null);
    }

    private View wrong(Texts t, AuditForm form, Mistake mistake) {
        return pages.show(
                "foundation/identity/audit",
                new AuditPage(
                        form, form.query(), List.of(), acts.options(t, form.action()), null, mistake, path -> false),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
