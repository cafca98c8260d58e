package vn.thucchat.foundation.notify.notices.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.notices.Notice;
import vn.thucchat.foundation.notify.notices.NoticeLedger;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** Administrators of the province see what did not arrive, and which channel fails; never what a message says. */
@Controller
@RequestMapping(NoticesController.PATH)
record NoticesController(NoticeLedger ledger, Accounts accounts, Pages pages) {

    static final String PATH = "/admin/notices";

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(@RequestParam(defaultValue = "UNREACHED") Notice.State state, Cursor cursor, Actor actor, Texts t) {
        demandProvince(actor);
        Slice<Notice> found = ledger.list(actor, state, cursor);
        Table table =
                Table.of(PATH, NoticesPage.COLUMNS, cursor, found).filtered("state", state, Notice.State.UNREACHED);
        return pages.show(
                "foundation/notify/notices/notices",
                new NoticesPage(
                        found.items(),
                        ledger.health(actor),
                        table,
                        Option.all(t, "notice.state.", Notice.State.values())));
    }

    @GetMapping("/{id}")
    @Allow(Roles.ADMINISTRATOR)
    View look(@PathVariable UUID id, Actor actor, Texts t) {
        demandProvince(actor);
        NoticeLedger.Entry entry = ledger.look(actor, id).orElseThrow(() -> Problem.notFound("notice.unknown"));
        String recipient =
                accounts.find(entry.notice().account()).map(Account::username).orElse("");
        return pages.show(
                "foundation/notify/notices/notice",
                new NoticePage(entry, recipient, new Link(PATH, t.of("nav.notices"))));
    }

    private void demandProvince(Actor actor) {
        if (!ledger.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
