package vn.thucchat.foundation.identity.upstream.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.identity.upstream.UpstreamAccounts;
import vn.thucchat.foundation.identity.upstream.UpstreamProvider;
import vn.thucchat.foundation.identity.upstream.UpstreamSignIns.Waiting;
import vn.thucchat.foundation.identity.upstream.Upstreams;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** Asks a person who signs in by a provider for the first time whether to open a new account or to link an existing one. */
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
        var identity = who.identity();
        waiting.forget(request, response);
        Account made = accounts.make(identity, synthetic(who)).orElse(null);
        // there is one by now: whoever sits here shows the provider that it is theirs
        if (made == null) return SeeOther.at(provider(who).path(who.to()));
        sessions.open(request, response, made, identity.factor(), identity.provenAt());
        return SeeOther.at(who.to());
    }

    /** Somebody is not who the provider says, or wants neither. */
    @PostMapping("/upstream/cancelled")
    @Allow(anyone = true)
    View cancel(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        waiting.forget(request, response);
        return SeeOther.at(actor.signedIn() ? OWN : "/sign-in");
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
        return flash.then("upstream.linked", OWN);
    }

    @GetMapping(OWN)
    @Allow(signedIn = true)
    View own(Actor actor) {
        return pages.show(
                "foundation/identity/upstream/links", new UpstreamLinksPage(accounts.of(actor), upstreams.ways()));
    }

    @PostMapping(OWN + "/removed")
    @Allow(signedIn = true, recent = 10)
    View unlink(@RequestParam(defaultValue = "") String link, SignedIn me, Flash flash) {
        return flash.then(accounts.unlink(me, link), "upstream.unlinked", OWN);
    }

    private boolean synthetic(Waiting who) {
        return provider(who).synthetic();
    }

    private UpstreamProvider provider(Waiting who) {
        return upstreams.find(who.identity().provider()).orElseThrow();
    }

    private Waiting found(HttpServletRequest request) {
        return waiting.read(request).orElseThrow(() -> Problem.conflict("upstream.waiting.over"));
    }

    private View page(Waiting who, Actor actor, Form<?> form, HttpStatus status) {
        String label = provider(who).label();
        var page = new ConfirmationPage(label, who.identity(), actor.signedIn() ? actor.username() : "", form.faults());
        return pages.show("foundation/identity/upstream/confirm", page, status);
    }
}
