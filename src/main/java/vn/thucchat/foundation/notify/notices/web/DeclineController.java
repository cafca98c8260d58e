package vn.thucchat.foundation.notify.notices.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.notify.contacts.ContactPreferences;
import vn.thucchat.foundation.notify.notices.NoticeWording;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;

/**
 * Declines a kind of notice, or those of a digest, by the link that each message bears, without signing in. Looking at the page changes nothing:
 * programs that check mail for viruses open every link.
 */
@Controller
record DeclineController(NoticeWording wording, ContactPreferences preferences, Quota quota, Pages pages) {

    private static final String PAGE = "/notices/declined/";
    private static final int PER_MINUTE = 60;

    @GetMapping(PAGE + "{token}")
    @Allow(anyone = true)
    View look(@PathVariable String token) {
        return page(declining(token), token, false);
    }

    @PostMapping(PAGE + "{token}")
    @Allow(anyone = true)
    View decline(@PathVariable String token, HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        NoticeWording.Declining what = declining(token);
        what.kinds().forEach(kind -> preferences.decline(what.account(), kind));
        return page(what, token, true);
    }

    /** The same address, opened by a person. */
    @GetMapping(NoticeWording.ONE_CLICK + "{token}")
    @Allow(anyone = true)
    View ask(@PathVariable String token) {
        declining(token);
        return SeeOther.at(PAGE + token);
    }

    /** What a mail program sends for its user (RFC 8058): {@code List-Unsubscribe=One-Click}. */
    @Hidden // of mail programs, by its own standard: nothing that is called by who reads the description
    @PostMapping(NoticeWording.ONE_CLICK + "{token}")
    @Allow(anyone = true)
    @ResponseBody
    ResponseEntity<Void> oneClick(@PathVariable String token, HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        NoticeWording.Declining what = declining(token);
        what.kinds().forEach(kind -> preferences.decline(what.account(), kind));
        return ResponseEntity.noContent().build();
    }

    private NoticeWording.Declining declining(String token) {
        return wording.declining(token).orElseThrow(() -> Problem.notFound("notice.decline.unknown"));
    }

    private View page(NoticeWording.Declining what, String token, boolean done) {
        return pages.show("foundation/notify/notices/decline", new DeclinePage(what.kinds(), PAGE + token, done));
    }
}
