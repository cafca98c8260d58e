package vn.thucchat.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Devices;
import vn.thucchat.foundation.identity.RefusalLog;
import vn.thucchat.foundation.identity.Sessions;
import vn.thucchat.foundation.identity.SignIns;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;

@Controller
class SignInController {

    private final SignIns signIns;
    private final Sessions sessions;
    private final Devices devices;
    private final AccessLog log;
    private final RefusalLog refusals;
    private final ObjectProvider<Demo> demo;
    private final Pages pages;

    SignInController(
            SignIns signIns,
            Sessions sessions,
            Devices devices,
            AccessLog log,
            RefusalLog refusals,
            ObjectProvider<Demo> demo,
            Pages pages) {
        this.refusals = refusals;
        this.signIns = signIns;
        this.sessions = sessions;
        this.devices = devices;
        this.log = log;
        this.demo = demo;
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    @Allow(anyone = true)
    View form(@RequestParam(defaultValue = "") String to, Actor actor) {
        String back = ReturnPath.of(to);
        if (actor.signedIn()) return SeeOther.at(back);
        return pages.show("foundation/identity/sign-in", new SignInPage("", back, false, 0, roles()));
    }

    @PostMapping("/sign-in")
    @Allow(anyone = true)
    View signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String back = ReturnPath.of(to);
        return switch (signIns.attempt(username, password, request.getRemoteAddr(), devices.of(request))) {
            case SignIns.Outcome.Welcome(var account) -> {
                devices.remember(request, response, account);
                sessions.open(request, response, account);
                yield SeeOther.at(account.mustChange() ? "/account/password" : back);
            }
            case SignIns.Outcome.Wrong() ->
                pages.show(
                        "foundation/identity/sign-in",
                        new SignInPage(shown(username), back, true, 0, roles()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIns.Outcome.TooSoon(var wait) -> {
                refusals.record(Actor.STRANGER, "identity.sign-in-throttled", "/sign-in", request.getRemoteAddr());
                yield pages.show(
                        "foundation/identity/sign-in",
                        new SignInPage(
                                shown(username), back, false, Math.max(1, (wait.toSeconds() + 59) / 60), roles()),
                        HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    @PostMapping("/sign-out")
    @Allow(anyone = true)
    View signOut(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (actor.signedIn()) log.record(actor, "identity.signed-out", "/sign-out", "");
        sessions.close(request, response);
        return SeeOther.at(ReturnPath.HOME);
    }

    private List<String> roles() {
        return demo.stream().flatMap(one -> one.roles().stream()).toList();
    }

    private static String shown(String username) {
        return username.length() > 64 ? username.substring(0, 64) : username;
    }
}
