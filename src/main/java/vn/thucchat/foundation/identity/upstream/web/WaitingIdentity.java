package vn.thucchat.foundation.identity.upstream.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.sessions.SignOutListener;
import vn.thucchat.foundation.identity.upstream.UpstreamSignIns;
import vn.thucchat.foundation.pages.SiteCookies;

/** Lets the browser keep, sealed, who its user is by a provider, until they say what to do with it. */
@Component
record WaitingIdentity(UpstreamSignIns signIns, SiteCookies cookies) implements SignOutListener {

    private static final String COOKIE = "tc-who";

    void keep(UpstreamSignIns.Answered answered, HttpServletRequest request, HttpServletResponse response) {
        cookies.write(request, response, COOKIE, signIns.waiting(answered), UpstreamSignIns.WAITING_HOLDS, "Lax");
    }

    Optional<UpstreamSignIns.Waiting> read(HttpServletRequest request) {
        return signIns.waiting(cookies.read(request, COOKIE).orElse(null));
    }

    /** On a machine that others use, the next one is not asked to become who has left. */
    @Override
    public void signedOut(HttpServletRequest request, HttpServletResponse response) {
        forget(request, response);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        cookies.delete(request, response, COOKIE);
    }
}
