package vn.thucchat.foundation.identity.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.factors.PasskeyRefusal;
import vn.thucchat.foundation.identity.factors.PasskeySignIns;
import vn.thucchat.foundation.identity.factors.RequestOptions;
import vn.thucchat.foundation.identity.sessions.Devices;
import vn.thucchat.foundation.identity.sessions.FormTokens;
import vn.thucchat.foundation.identity.sessions.ReturnPath;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Problem;

/** Signs in by a passkey with the script of {@code /sign-in}, on the paths that Spring Security uses for it. */
@RestController
record PasskeySignInController(PasskeySignIns passkeys, Sessions sessions, Devices devices, FormTokens tokens) {

    /** An office shares one address, and each opened sign-in page asks once. */
    private static final int A_MINUTE = 300;

    /**
     * @param to where to go back to, if it is a page of this site
     * @param credential {@code PublicKeyCredential.toJSON()}
     */
    record SignInRequest(@Nullable String to, @Nullable JsonNode credential) {}

    /** @param to the page that the person wanted */
    record Welcome(String to) {}

    @PostMapping("/webauthn/authenticate/options")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    RequestOptions options(HttpServletRequest request) {
        return passkeys.options(binding(request));
    }

    @PostMapping("/login/webauthn")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    Welcome signIn(@RequestBody SignInRequest sent, HttpServletRequest request, HttpServletResponse response) {
        String answer = sent.credential() == null ? "{}" : sent.credential().toString();
        return switch (passkeys.attempt(binding(request), answer, request.getRemoteAddr())) {
            case PasskeySignIns.Outcome.Proven(var account, var key) -> {
                devices.remember(request, response, account);
                sessions.open(request, response, account, key);
                String back = ReturnPath.of(sent.to() == null ? "" : sent.to());
                yield new Welcome(account.mustChange() ? "/account/password" : back);
            }
            case PasskeySignIns.Outcome.Refused(var why) -> throw problem(why);
        };
    }

    private static Problem problem(PasskeyRefusal why) {
        return switch (why) {
            // the script tells the browser that it may forget such a key
            case UNKNOWN -> Problem.notFound(why.key());
            case EXPIRED -> Problem.conflict(why.key());
            case OFF, NOT_VERIFIED, NOT_DISCOVERABLE, TAKEN, TOO_MANY, INVALID -> Problem.bad("credential", why.key());
        };
    }

    /** What this browser alone has: the token of its forms, or of its session. */
    private String binding(HttpServletRequest request) {
        var token = tokens.loadToken(request);
        if (token == null) throw problem(PasskeyRefusal.EXPIRED);
        return token.getToken();
    }
}
