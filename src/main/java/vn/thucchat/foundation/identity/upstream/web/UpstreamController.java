package vn.thucchat.foundation.identity.upstream.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.accesslog.RefusalLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.sessions.ReturnPath;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.identity.upstream.UpstreamAccounts;
import vn.thucchat.foundation.identity.upstream.UpstreamException;
import vn.thucchat.foundation.identity.upstream.UpstreamFault;
import vn.thucchat.foundation.identity.upstream.UpstreamProvider;
import vn.thucchat.foundation.identity.upstream.UpstreamSignIns;
import vn.thucchat.foundation.identity.upstream.Upstreams;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.SiteCookies;

/** Sends people to a provider, and takes them when they come back: to sign in, or to prove once more who they are. */
@Controller
class UpstreamController {

    private static final String COOKIE = "tc-up";
    private static final Duration HOLDS = Duration.ofMinutes(10);
    /** An office shares one address. */
    private static final int A_MINUTE = 300;

    private final Upstreams upstreams;
    private final UpstreamSignIns signIns;
    private final UpstreamAccounts accounts;
    private final WaitingIdentity waiting;
    private final Sessions sessions;
    private final SiteCookies cookies;
    private final RefusalLog refusals;
    private final Pages pages;
    private final String base;

    UpstreamController(
            Upstreams upstreams,
            UpstreamSignIns signIns,
            UpstreamAccounts accounts,
            WaitingIdentity waiting,
            Sessions sessions,
            SiteCookies cookies,
            RefusalLog refusals,
            Pages pages,
            @Value("${thucchat.base-url}") String base) {
        this.upstreams = upstreams;
        this.signIns = signIns;
        this.accounts = accounts;
        this.waiting = waiting;
        this.sessions = sessions;
        this.cookies = cookies;
        this.refusals = refusals;
        this.pages = pages;
        this.base = base;
    }

    @GetMapping("/upstream/{provider}")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    View begin(
            @PathVariable("provider") String id,
            @RequestParam(defaultValue = "") String to,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        UpstreamProvider provider = provider(id);
        String wanted = ReturnPath.of(to);
        try {
            var begun = signIns.begin(provider, wanted, actor.signedIn());
            cookies.write(request, response, COOKIE, begun.sealed(), HOLDS, "Lax");
            return SeeOther.at(begun.address().toString());
        } catch (UpstreamException refused) {
            return fault(provider, refused, wanted, actor, request);
        }
    }

    @GetMapping("/upstream/{provider}/callback")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    View callback(
            @PathVariable("provider") String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        UpstreamProvider provider = provider(id);
        String sealed = cookies.read(request, COOKIE).orElse(null);
        // whatever it holds, it is for one answer
        cookies.delete(request, response, COOKIE);
        try {
            var answered = signIns.end(provider, sealed, address(provider, request));
            var identity = answered.identity();
            Account account =
                    accounts.signedIn(actor, identity, answered.again()).orElse(null);
            if (account == null) {
                waiting.keep(answered, request, response);
                return SeeOther.at(ConfirmationController.PATH);
            }
            if (!actor.signedIn()) sessions.open(request, response, account, identity.factor(), identity.provenAt());
            // who has signed in elsewhere meanwhile was not asked to prove it anew
            else if (answered.again()) sessions.raise(request, response, identity.factor(), identity.provenAt());
            return SeeOther.at(answered.to());
        } catch (UpstreamException refused) {
            return fault(provider, refused, signIns.wanted(sealed), actor, request);
        }
    }

    private URI address(UpstreamProvider provider, HttpServletRequest request) throws UpstreamException {
        String query = request.getQueryString();
        try {
            return URI.create(base + provider.callback() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException unreadable) {
            throw new UpstreamException(UpstreamFault.INVALID, "address");
        }
    }

    private UpstreamProvider provider(String id) {
        return upstreams.find(id).orElseThrow(() -> Problem.notFound("upstream.none"));
    }

    private View fault(
            UpstreamProvider provider,
            UpstreamException refused,
            String wanted,
            Actor actor,
            HttpServletRequest request) {
        refusals.record(
                actor,
                "identity.upstream-refused",
                provider.path() + " " + refused.getMessage(),
                request.getRemoteAddr());
        HttpStatus status = switch (refused.fault()) {
            case DOWN, INVALID, CLOCK -> HttpStatus.BAD_GATEWAY;
            case DENIED, NUMBER_MISSING, LEVEL_LOW, ANOTHER_PERSON, PERSON_CHANGED, NOT_FRESH, CLOSED ->
                HttpStatus.FORBIDDEN;
            case EXPIRED, CODE_USED -> HttpStatus.BAD_REQUEST;
        };
        var page = new UpstreamFaultPage(provider.label(), provider.path(wanted), refused.fault());
        return pages.show("foundation/identity/upstream/fault", page, status);
    }
}
