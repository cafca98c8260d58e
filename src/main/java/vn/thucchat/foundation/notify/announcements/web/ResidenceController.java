package vn.thucchat.foundation.notify.announcements.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.notify.announcements.Residences;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;

/** People say of which commune or ward they want the announcements. */
@Controller
@RequestMapping(Residences.PATH)
record ResidenceController(Residences residences, Consents consents, Pages pages) {

    @GetMapping
    @Allow(signedIn = true)
    View show(Actor actor, Texts t) {
        String unit = residences.of(actor).map(UnitCode::value).orElse("");
        return page(actor, Form.blank(t, Map.of("unit", unit)), t, HttpStatus.OK);
    }

    @PostMapping
    @Allow(signedIn = true)
    View state(Form<ResidenceForm> form, Actor actor, Texts t, Flash flash) {
        return form.answer(
                typed -> residences.state(actor, typed.unit()),
                _ -> flash.then("residence.stated", Residences.PATH),
                (again, status) -> page(actor, again, t, status));
    }

    private View page(Actor actor, Form<?> form, Texts t, HttpStatus status) {
        return pages.show(
                "foundation/notify/announcements/residence",
                new ResidencePage(
                        Option.after(new Option("", t.of("residence.none")), residences.options(t)),
                        ResidencePage.purposes().stream()
                                .filter(purpose -> consents.holds(actor.account(), purpose.code()))
                                .collect(Collectors.toUnmodifiableSet()),
                        form),
                status);
    }
}
