package vn.thucchat.foundation.identity.closing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.closing.AccountClosing;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** A person closes their own account: what it means, a fresh proof, a last confirmation. */
@Controller
record ClosingController(AccountClosing closing, DataPurposes purposes, Sessions sessions, Pages pages) {

    @GetMapping(AccountClosing.PATH)
    @Allow(signedIn = true)
    View explain(Actor actor, Texts t) {
        return show(actor, Form.blank(t), false, HttpStatus.OK);
    }

    @GetMapping(AccountClosing.PATH + "/confirm")
    @Allow(signedIn = true, recent = 10)
    View confirm(Actor actor, Texts t) {
        return show(actor, Form.blank(t), true, HttpStatus.OK);
    }

    /** With a proof of minutes ago: who only found a screen open closes nobody's account. */
    @PostMapping(AccountClosing.PATH)
    @Allow(signedIn = true, recent = 10)
    View close(Form<ClosingForm> form, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        return form.answer(
                typed -> typed.given() ? closing.close(actor) : Result.invalid("sure", "closing.sure.fault"),
                done -> {
                    sessions.close(request, response);
                    return SeeOther.at(AccountClosing.CLOSED);
                },
                (again, status) -> show(actor, again, true, status));
    }

    @GetMapping(AccountClosing.CLOSED)
    @Allow(anyone = true)
    View closed() {
        return pages.show("foundation/identity/closing/closed", new ClosedPage("/sign-in"));
    }

    private View show(Actor actor, Form<?> form, boolean last, HttpStatus status) {
        var page = new ClosingPage(closing.handOver(actor), purposes.all(), form, last);
        return pages.show("foundation/identity/closing/close", page, status);
    }
}
