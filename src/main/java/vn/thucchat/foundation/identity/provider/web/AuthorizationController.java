package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.provider.AuthorizationRequest;
import vn.thucchat.foundation.identity.provider.AuthorizationRequests;
import vn.thucchat.foundation.identity.provider.AuthorizationRequests.Reading;
import vn.thucchat.foundation.identity.provider.ClientSignIns;
import vn.thucchat.foundation.identity.provider.ClientSignIns.Step;
import vn.thucchat.foundation.identity.provider.RequestQuery;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;

/**
 * The authorization endpoint (OpenID Connect Core 1.0, section 3.1.2). Each step begins with the client's request anew, so
 * that nothing is kept for strangers; what a form of ours brings back is checked as if the client had sent it.
 */
@Controller
record AuthorizationController(
        AuthorizationRequests requests,
        ClientSignIns signIns,
        Sessions sessions,
        ProviderLanguage language,
        Pages pages) {

    static final String PATH = "/oauth2/authorize";

    @GetMapping(PATH)
    @Allow(anyone = true)
    View authorize(HttpServletRequest request, HttpServletResponse response) {
        RequestQuery query = query(request.getQueryString());
        language.choose(query, request, response);
        return switch (requests.read(query)) {
            case Reading.Unsafe(var key) -> throw Problem.of(HttpStatus.BAD_REQUEST, key);
            case Reading.Faulty(var address) -> SeeOther.at(address);
            case Reading.Valid(var asked) -> {
                SignedIn person = person();
                if (person != null && person.getPrincipal().actingFor() != null) {
                    // they would be signed in there as themselves, while every page here says otherwise
                    if (!query.text("prompt").equals("none"))
                        yield SeeOther.at("/id/acting?closed=true&to=" + encoded(PATH + "?" + query.written()));
                    person = null;
                }
                Step step = person == null ? signIns.next(asked) : signIns.next(asked, person);
                yield answer(step, asked, person != null, request, response);
            }
        };
    }

    /** A form of the client's own page: its browser sends no session with it, so it is asked to come again by itself. */
    @PostMapping(PATH)
    @Allow(anyone = true)
    View posted(HttpServletRequest request) {
        String written = RequestQuery.of(request.getParameterMap()).written();
        return SeeOther.at(PATH + "?" + query(written).written());
    }

    @PostMapping(PATH + "/consent")
    @Allow(signedIn = true)
    View consent(
            @RequestParam String asked,
            @RequestParam(defaultValue = "") String allow,
            @RequestParam(defaultValue = "") List<String> scopes,
            HttpServletRequest request,
            HttpServletResponse response) {
        AuthorizationRequest valid = valid(asked);
        SignedIn person = person();
        if (person == null) throw Problem.of(HttpStatus.FORBIDDEN, "identity.provider.unknown-client");
        Set<String> allowed = new LinkedHashSet<>(scopes);
        String openid = ClientScope.OPENID.parameter();
        if (valid.scopes().contains(openid)) allowed.add(openid);
        Step step = allow.equals("true") ? signIns.allow(valid, person, allowed) : signIns.deny(valid);
        return answer(step, valid, true, request, response);
    }

    /** The client expects another person, or asks which one it is: this session ends, and a new one begins. */
    @PostMapping(PATH + "/again")
    @Allow(signedIn = true)
    View again(@RequestParam String asked, HttpServletRequest request, HttpServletResponse response) {
        valid(asked);
        sessions.close(request, response);
        return signIn(query(asked));
    }

    private View answer(
            Step step,
            AuthorizationRequest asked,
            boolean known,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (step) {
            case Step.SignIn(var back)
            when known ->
                pages.show("foundation/identity/provider/sign-in-again", new SignInAgainPage(asked, back.written()));
            case Step.SignIn(var back) -> signIn(back);
            case Step.Prove(var second, var back) ->
                SeeOther.at((second ? "/sign-in/second" : "/sign-in/again") + "?to="
                        + encoded(PATH + "?" + back.written()));
            case Step.Consent() -> {
                // browsers follow the answer of a form only to where its page allows it
                response.setHeader(
                        "Content-Security-Policy",
                        ClientPolicy.of(asked.answerTo().redirectUri()));
                yield pages.show("foundation/identity/provider/consent", new ConsentPage(asked));
            }
            case Step.Leave(var address) -> leave(address, request, response);
            case Step.Over() -> throw Problem.of(HttpStatus.BAD_REQUEST, "identity.provider.request-over");
            case Step.NotHere() ->
                throw Problem.of(
                        HttpStatus.FORBIDDEN,
                        asked.client().registration().synthetic()
                                ? "identity.provider.demonstration-only"
                                : "identity.provider.no-demonstration");
        };
    }

    /** After the form of the sign-in a browser goes nowhere else by itself: a page of ours sends it on. */
    private View leave(String address, HttpServletRequest request, HttpServletResponse response) {
        boolean ownForm = "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && request.getMethod().equals("GET");
        if (!ownForm) return SeeOther.at(address);
        response.setHeader("Refresh", "0; url=" + address);
        return pages.show("foundation/identity/provider/leaving", new RedirectPage(address));
    }

    private static View signIn(RequestQuery back) {
        String hint = back.text("login_hint");
        return SeeOther.at("/sign-in?to=" + encoded(PATH + "?" + back.written())
                + (hint.isEmpty() ? "" : "&login_hint=" + encoded(hint)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private AuthorizationRequest valid(String asked) {
        if (requests.read(query(asked)) instanceof Reading.Valid(var valid)) return valid;
        throw Problem.of(HttpStatus.BAD_REQUEST, "identity.provider.unreadable");
    }

    private static RequestQuery query(@Nullable String text) {
        return RequestQuery.read(text)
                .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "identity.provider.unreadable"));
    }

    private static @Nullable SignedIn person() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person ? person : null;
    }
}
