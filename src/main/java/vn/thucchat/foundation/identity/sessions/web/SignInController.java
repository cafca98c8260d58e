package vn.thucchat.foundation.identity.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accesslog.RefusalLog;
import vn.thucchat.foundation.identity.accounts.SignIns;
import vn.thucchat.foundation.identity.admission.QueueTicket;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.identity.factors.RelyingParty;
import vn.thucchat.foundation.identity.sessions.Devices;
import vn.thucchat.foundation.identity.sessions.ReturnPath;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.identity.sessions.SignOutListener;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

@Controller
record SignInController(
        SignIns signIns,
        SignInQueueGate queue,
        Sessions sessions,
        Devices devices,
        AccountFactors factors,
        AccessLog log,
        RefusalLog refusals,
        RelyingParty site,
        SignInWays ways,
        List<SignOutListener> listeners,
        ObjectProvider<Demo> demo,
        Pages pages) {

    /** Signs of a username. */
    private static final int LONGEST = 64;

    @GetMapping("/sign-in")
    @Allow(anyone = true)
    View form(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "login_hint", defaultValue = "") String username,
            Actor actor,
            Texts t,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (actor.signedIn()) return SeeOther.at(ReturnPath.of(to));
        Optional<QueueTicket> ticket = queue.ticket(request);
        String name = username.isEmpty() ? ticket.map(QueueTicket::username).orElse("") : username;
        String back = to.isEmpty() ? ticket.map(QueueTicket::to).orElse("") : to;
        return queue.look(request, response, name, back)
                .orElseGet(() -> page(
                        Form.blank(t, Map.of("username", name)),
                        ReturnPath.of(back),
                        HttpStatus.OK,
                        queue.waited(request, response)));
    }

    @PostMapping("/sign-in")
    @Allow(anyone = true)
    View signIn(Form<SignInForm> form, Texts t, HttpServletRequest request, HttpServletResponse response) {
        SignInForm typed = form.soFar();
        return queue.enter(request, response, typed, () -> attempt(form, t, request, response));
    }

    private View attempt(Form<SignInForm> form, Texts t, HttpServletRequest request, HttpServletResponse response) {
        SignInForm typed = form.soFar();
        String back = ReturnPath.of(typed.to());
        return switch (signIns.attempt(
                typed.username(), typed.password(), request.getRemoteAddr(), devices.of(request))) {
            case SignIns.Outcome.Welcome(var account) -> {
                queue.leave(request, response);
                // a browser is known once all was given that its owner gives
                if (!factors.devices(account.id()).contains(Factor.CODE)) devices.remember(request, response, account);
                sessions.open(request, response, account, Factor.PASSWORD);
                yield SeeOther.at(account.mustChange() ? "/account/password" : back);
            }
            case SignIns.Outcome.Wrong() ->
                page(form.with("username", "identity.sign-in.wrong"), back, HttpStatus.UNPROCESSABLE_CONTENT, false);
            case SignIns.Outcome.Closed() ->
                page(form.with("username", "identity.sign-in.closed"), back, HttpStatus.UNPROCESSABLE_CONTENT, false);
            case SignIns.Outcome.TooSoon(var wait) -> {
                refusals.record(Actor.STRANGER, "identity.sign-in-throttled", "/sign-in", request.getRemoteAddr());
                String minutes = t.number(Math.max(1, (wait.toSeconds() + 59) / 60));
                yield page(
                        form.with("username", "identity.sign-in.wait", minutes),
                        back,
                        HttpStatus.TOO_MANY_REQUESTS,
                        false);
            }
        };
    }

    private View page(Form<?> form, String to, HttpStatus status, boolean turn) {
        String username = form.text("username");
        if (username.length() > LONGEST) form = form.with(Map.of("username", username.substring(0, LONGEST)));
        List<String> roles = demo.stream().flatMap(one -> one.roles().stream()).toList();
        return pages.show(
                "foundation/identity/sessions/sign-in",
                new SignInPage(form, to, ways.ways(), roles, site.usable(), turn),
                status);
    }

    @PostMapping("/sign-out")
    @Allow(anyone = true)
    View signOut(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (actor.signedIn()) log.record(actor, "identity.signed-out", "/sign-out", "");
        sessions.close(request, response);
        for (SignOutListener one : listeners) one.signedOut(request, response);
        return SeeOther.at(ReturnPath.HOME);
    }
}
