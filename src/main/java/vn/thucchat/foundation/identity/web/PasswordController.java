package vn.thucchat.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Account;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Credentials;
import vn.thucchat.foundation.identity.Sessions;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;

@Controller
class PasswordController {

    private final Credentials credentials;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Pages pages;

    PasswordController(Credentials credentials, Accounts accounts, Sessions sessions, Pages pages) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/account/password")
    @Allow(signedIn = true)
    View form(Actor actor) {
        return form(PasswordPage.change(own(actor), null));
    }

    @PostMapping("/account/password")
    @Allow(signedIn = true)
    View change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash redirect) {
        return switch (credentials.change(actor, old, fresh, again, request.getRemoteAddr())) {
            case Credentials.Outcome.Changed(var account) -> {
                // all sessions of the old password have ended, this one too: here a new one begins
                sessions.open(request, response, account);
                yield redirect.then("identity.password.changed", ReturnPath.HOME);
            }
            case Credentials.Outcome.Refused(var why) ->
                form(PasswordPage.change(own(actor), PasswordPage.mistake(why)));
        };
    }

    @GetMapping("/reset/{token}")
    @Allow(anyone = true)
    View resetForm(@PathVariable String token) {
        return credentials
                .linked(token)
                .map(account -> form(PasswordPage.reset(token, account, null)))
                .orElseGet(this::over);
    }

    @PostMapping("/reset/{token}")
    @Allow(anyone = true)
    View reset(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash redirect) {
        @Nullable Account account = credentials.linked(token).orElse(null);
        if (account == null) return over();
        return switch (credentials.reset(token, fresh, again)) {
            case Credentials.Outcome.Changed changed -> {
                sessions.close(request, response);
                yield redirect.then("identity.password.reset", "/sign-in");
            }
            case Credentials.Outcome.Refused(var why) ->
                why == Credentials.Refusal.LINK_IS_OVER
                        ? over()
                        : form(PasswordPage.reset(token, account, PasswordPage.mistake(why)));
        };
    }

    private View form(PasswordPage page) {
        return pages.show(
                "foundation/identity/password",
                page,
                page.mistake() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View over() {
        return pages.show("foundation/identity/link-over", new LinkOverPage(), HttpStatus.GONE);
    }

    private Account own(Actor actor) {
        return accounts.find(actor.account()).orElseThrow();
    }
}
