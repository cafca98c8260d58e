package vn.thucchat.foundation.identity.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accesslog.RefusalLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.SignIns;
import vn.thucchat.foundation.identity.factors.PasskeySignIns;
import vn.thucchat.foundation.identity.factors.RequestOptions;
import vn.thucchat.foundation.identity.factors.SecondFactor;
import vn.thucchat.foundation.identity.sessions.Devices;
import vn.thucchat.foundation.identity.sessions.FormTokens;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.FieldError;

/** Looks at a proof that somebody signed in gives; their session goes on as one that knows of it. */
@Component
record StepUp(
        SecondFactor second,
        PasskeySignIns passkeys,
        SignIns signIns,
        Accounts accounts,
        Sessions sessions,
        Devices devices,
        FormTokens tokens,
        RefusalLog refusals) {

    /** What was wrong with a proof. */
    record Refused(FieldError error, HttpStatus status) {

        static Refused wrong(String field, String key) {
            return new Refused(new FieldError(field, key), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** @param ways by what it may be proven; of what was typed, only that is looked at */
    Optional<Refused> give(
            Set<Factor> ways, ProofForm typed, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (ways.contains(Factor.PASSKEY) && !typed.passkey().isEmpty())
            return passkey(typed, actor, request, response);
        if (ways.contains(Factor.CODE)) return code(typed, actor, request, response);
        if (ways.contains(Factor.PASSWORD)) return password(typed, actor, request, response);
        return Optional.of(Refused.wrong("", "identity.proof.none"));
    }

    /** Asks for one of the person's own passkeys. */
    RequestOptions options(Actor actor, HttpServletRequest request) {
        return passkeys.options(actor, binding(request));
    }

    private Optional<Refused> passkey(
            ProofForm typed, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        return switch (passkeys.again(actor, binding(request), typed.passkey(), request.getRemoteAddr())) {
            case PasskeySignIns.Outcome.Proven(var account, var key) -> {
                sessions.raise(request, response, key);
                yield remembered(actor, request, response);
            }
            case PasskeySignIns.Outcome.Refused(var why) -> Optional.of(Refused.wrong("", why.key()));
        };
    }

    /** What this session alone has: the token of its forms. */
    private String binding(HttpServletRequest request) {
        var token = tokens.loadToken(request);
        return token == null ? "" : token.getToken();
    }

    private Optional<Refused> code(
            ProofForm typed, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        boolean paper = !typed.recovery().isBlank();
        String field = paper ? "recovery" : "code";
        return switch (second.attempt(actor, paper ? typed.recovery() : typed.code(), request.getRemoteAddr())) {
            case SecondFactor.Outcome.Right(var by) -> raised(by, actor, request, response);
            case SecondFactor.Outcome.Wrong() -> Optional.of(Refused.wrong(field, "identity.codes.wrong"));
            case SecondFactor.Outcome.TooSoon(var wait) -> Optional.of(tooSoon(field, wait, actor, request));
        };
    }

    private Optional<Refused> password(
            ProofForm typed, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        return switch (signIns.again(actor, typed.password(), request.getRemoteAddr(), devices.of(request))) {
            case SignIns.Outcome.Welcome(var account) -> raised(Factor.PASSWORD, actor, request, response);
            case SignIns.Outcome.Wrong(), SignIns.Outcome.Closed() ->
                Optional.of(Refused.wrong("password", "identity.password.OLD_IS_WRONG"));
            case SignIns.Outcome.TooSoon(var wait) -> Optional.of(tooSoon("password", wait, actor, request));
        };
    }

    private Optional<Refused> raised(Factor by, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        sessions.raise(request, response, by);
        return remembered(actor, request, response);
    }

    private Optional<Refused> remembered(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        accounts.find(actor.account()).ifPresent(account -> devices.remember(request, response, account));
        return Optional.empty();
    }

    private Refused tooSoon(String field, Duration wait, Actor actor, HttpServletRequest request) {
        refusals.record(actor, "identity.sign-in-throttled", request.getRequestURI(), request.getRemoteAddr());
        String minutes = Long.toString(Math.max(1, (wait.toSeconds() + 59) / 60));
        return new Refused(
                new FieldError(field, "identity.sign-in.wait", List.of(minutes)), HttpStatus.TOO_MANY_REQUESTS);
    }
}
