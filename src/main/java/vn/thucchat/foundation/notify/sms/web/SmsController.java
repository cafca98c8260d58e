package vn.thucchat.foundation.notify.sms.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.sms.SmsChannel;
import vn.thucchat.foundation.notify.sms.SmsText;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Units;

/** Administrators of the province see what a text is charged for, with marks and without. */
@Controller
record SmsController(SmsChannel channel, Units units, Pages pages) {

    static final String PATH = "/admin/notices/sms";
    private static final int LONGEST = 1000;

    @GetMapping(PATH)
    @Allow(Roles.ADMINISTRATOR)
    View count(@RequestParam(defaultValue = "") String text, Actor actor, Texts t) {
        if (!units.heldInProvince(actor, Roles.ADMINISTRATOR)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        String typed = text.isBlank() || text.length() > LONGEST ? t.of("notify.code.text", "042817", "30") : text;
        return pages.show(
                "foundation/notify/sms/sms",
                new SmsPage(
                        channel.configured() ? channel.host() : "",
                        channel.settings(),
                        typed,
                        List.of(
                                new SmsPage.Form("sms.with-marks", SmsText.of(typed, true)),
                                new SmsPage.Form("sms.without-marks", SmsText.of(typed, false)))));
    }
}
