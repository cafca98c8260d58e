package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.provider.RequestQuery;
import vn.thucchat.foundation.identity.provider.SignOuts;
import vn.thucchat.foundation.identity.provider.SignOuts.SignOut;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;

/**
 * Signs a person out here because a client asks for it. A token that was given in this session is the client's proof that
 * it may; without one the person is asked, for anybody can lead anybody here.
 */
@Controller
record EndSessionController(SignOuts signOuts, Sessions sessions, AccessLog log, Pages pages) {

    private static final String PATH = "/connect/logout";

    @GetMapping(PATH)
    @Allow(anyone = true)
    View asked(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        SignOut asked = read(query);
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person)) return then(asked);
        if (signOuts.ofSession(asked, person)) return end(asked, person.getPrincipal(), request, response);
        if (asked.address() != null) response.setHeader("Content-Security-Policy", ClientPolicy.of(asked.address()));
        return pages.show(
                "foundation/identity/provider/end-session", new EndSessionPage(asked, query == null ? "" : query));
    }

    /** A form of the client's own page: its browser sends no session with it, so it is asked to come again by itself. */
    @PostMapping(PATH)
    @Allow(anyone = true)
    View posted(HttpServletRequest request) {
        return SeeOther.at(
                PATH + "?" + RequestQuery.of(request.getParameterMap()).written());
    }

    @PostMapping(PATH + "/confirmed")
    @Allow(anyone = true)
    View confirmed(@RequestParam String asked, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        return end(read(asked), actor, request, response);
    }

    private View end(SignOut asked, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        String by = asked.client() == null ? "" : asked.client().clientId();
        if (actor.signedIn()) log.record(actor, "identity.signed-out", PATH, by);
        sessions.close(request, response);
        return then(asked);
    }

    private View then(SignOut asked) {
        return asked.address() == null
                ? pages.show("foundation/identity/provider/signed-out", asked)
                : SeeOther.at(asked.address());
    }

    private SignOut read(@Nullable String query) {
        return RequestQuery.read(query)
                .flatMap(signOuts::read)
                .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "identity.provider.sign-out-unreadable"));
    }
}
