package vn.thucchat.foundation.identity.upstream.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.identity.upstream.UpstreamAccounts;
import vn.thucchat.foundation.identity.upstream.UpstreamSignIns.Waiting;
import vn.thucchat.foundation.identity.upstream.Upstreams;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** Asks who came from a provider for the first time: a new account, or the one that they have here. */
@Controller
record ConfirmationController(
        WaitingIdentity waiting, UpstreamAccounts accounts, Upstreams upstreams, Sessions sessions, Pages pages) {

    static final String PATH = "/upstream/confirm";
    private static final String OWN = "/id/upstream";

    @GetMapping(PATH)
    @Allow(anyone = true)
    View confirm(Actor actor, HttpServletRequest request, Texts t) {
        Waiting who = waiting.read(request).orElse(null);
        if (who == null) return SeeOther.at(actor.signedIn() ? OWN : "/sign-in");
        return page(who, actor, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/upstream/accounts")
    @Allow(anyone = true)
    @PerMinute(60)
    View make(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        Waiting who = found(request);
        if (actor.signedIn()) return SeeOther.at(PATH);
        Account account = accounts.make(who.identity(), synthetic(who));
        waiting.forget(request, response);
        sessions.open(request, response, account, who.identity().factor());
        return SeeOther.at(who.to());
    }

    /** To the account that is signed in, whose owner has just proven that it is theirs. */
    @PostMapping("/upstream/links")
    @Allow(signedIn = true, recent = 10)
    View link(Actor actor, HttpServletRequest request, HttpServletResponse response, Texts t, Flash flash) {
        Waiting who = found(request);
        Result result = accounts.link(actor, who.identity(), synthetic(who));
        if (!(result instanceof Result.Done))
            return page(who, actor, Form.blank(t).with(result), result.status());
        waiting.forget(request, response);
        sessions.raise(request, response, who.identity().factor());
        return flash.then("upstream.linked", OWN);
    }

    @GetMapping(OWN)
    @Allow(signedIn = true)
    View own(Actor actor) {
        return pages.show(
                "foundation/identity/upstream/links", new UpstreamLinksPage(accounts.of(actor), upstreams.ways()));
    }

    private boolean synthetic(Waiting who) {
        return upstreams.find(who.identity().provider()).orElseThrow().synthetic();
    }

    private Waiting found(HttpServletRequest request) {
        return waiting.read(request).orElseThrow(() -> Problem.conflict("upstream.waiting.over"));
    }

    private View page(Waiting who, Actor actor, Form<?> form, HttpStatus status) {
        String label = upstreams.find(who.identity().provider()).orElseThrow().label();
        var page = new ConfirmationPage(label, who.identity(), actor.signedIn() ? actor.username() : "", form.faults());
        return pages.show("foundation/identity/upstream/confirm", page, status);
    }
}
