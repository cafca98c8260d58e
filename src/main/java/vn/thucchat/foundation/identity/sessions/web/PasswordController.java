package vn.thucchat.foundation.identity.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Credentials;
import vn.thucchat.foundation.identity.sessions.ReturnPath;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

@Controller
record PasswordController(Credentials credentials, Accounts accounts, Sessions sessions, Pages pages) {

    @GetMapping("/account/password")
    @Allow(signedIn = true)
    View form(Actor actor, Texts t) {
        return form(PasswordPage.change(own(actor), Form.blank(t, Map.of())));
    }

    @PostMapping("/account/password")
    @Allow(signedIn = true)
    View change(
            Form<PasswordForm> form,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash redirect) {
        PasswordForm typed = form.soFar();
        return switch (credentials.change(actor, typed.old(), typed.fresh(), typed.again(), request.getRemoteAddr())) {
            case Credentials.Outcome.Changed(var account) -> {
                // all sessions of the old password have ended, this one too: here a new one begins
                sessions.renew(request, response, account);
                yield redirect.then("identity.password.changed", ReturnPath.HOME);
            }
            case Credentials.Outcome.Refused(var why) -> form(PasswordPage.change(own(actor), refused(form, why)));
        };
    }

    @GetMapping("/reset/{token}")
    @Allow(anyone = true)
    View resetForm(@PathVariable String token, Texts t) {
        return credentials
                .linked(token)
                .map(account -> form(PasswordPage.reset(token, account, Form.blank(t, Map.of()))))
                .orElseGet(this::over);
    }

    @PostMapping("/reset/{token}")
    @Allow(anyone = true)
    View reset(
            @PathVariable String token,
            Form<PasswordForm> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash redirect) {
        @Nullable Account account = credentials.linked(token).orElse(null);
        if (account == null) return over();
        return switch (credentials.reset(
                token, form.soFar().fresh(), form.soFar().again())) {
            case Credentials.Outcome.Changed changed -> {
                sessions.close(request, response);
                yield redirect.then("identity.password.reset", "/sign-in");
            }
            case Credentials.Outcome.Refused(var why) ->
                why == Credentials.Refusal.LINK_IS_OVER
                        ? over()
                        : form(PasswordPage.reset(token, account, refused(form, why)));
        };
    }

    private View form(PasswordPage page) {
        return pages.show(
                "foundation/identity/sessions/password",
                page,
                page.form().faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Adds what is wrong with a new password, and compares its repetition too, so that all faults are told at once. */
    private static Form<PasswordForm> refused(Form<PasswordForm> form, Credentials.Refusal why) {
        String field = switch (why) {
            case OLD_IS_WRONG, TOO_SOON -> "old";
            case NOT_AGAIN -> "again";
            case TOO_SHORT, TOO_LONG, IS_USERNAME, TOO_COMMON, SAME_AS_OLD, LINK_IS_OVER -> "fresh";
        };
        Form<PasswordForm> told = form.with(field, "identity.password." + why);
        PasswordForm typed = form.soFar();
        return typed.fresh().equals(typed.again())
                ? told
                : told.with("again", "identity.password." + Credentials.Refusal.NOT_AGAIN);
    }

    private View over() {
        return pages.show("foundation/identity/sessions/link-over", new LinkOverPage(), HttpStatus.GONE);
    }

    private Account own(Actor actor) {
        return accounts.find(actor.account()).orElseThrow();
    }
}
