package vn.thucchat.foundation.notify.notices.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.notify.notices.NoticeLedger;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** What became of a person's own message outside of the platform. */
@Controller
record OwnNoticeController(NoticeLedger ledger, Pages pages) {

    @GetMapping("/notices/{id}")
    @Allow(signedIn = true)
    View look(@PathVariable UUID id, Actor actor, Texts t) {
        NoticeLedger.Entry entry = ledger.own(actor, id).orElseThrow(() -> Problem.notFound("notice.unknown"));
        return pages.show(
                "foundation/notify/notices/notice", new NoticePage(entry, "", new Link("/inbox", t.of("nav.inbox"))));
    }
}
