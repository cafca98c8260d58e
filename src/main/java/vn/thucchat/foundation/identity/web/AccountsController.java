package vn.thucchat.foundation.identity.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Administration;
import vn.thucchat.foundation.identity.Administration.Refusal;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** The list of accounts, and new ones. */
@Controller
class AccountsController {

    private static final int PAGE = 50;

    private final Administration administration;
    private final GrantChoices choices;
    private final Pages pages;

    AccountsController(Administration administration, GrantChoices choices, Pages pages) {
        this.administration = administration;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping("/admin/accounts")
    @Allow(Roles.ADMINISTRATOR)
    View list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Actor actor) {
        String search = typed(q);
        var entries = administration.page(actor, search, typed(after), PAGE + 1);
        boolean more = entries.size() > PAGE;
        var shown = more ? entries.subList(0, PAGE) : entries;
        @Nullable String next = more ? shown.getLast().account().username() : null;
        return pages.show("foundation/identity/accounts", new AccountsPage(search, shown, next));
    }

    @GetMapping("/admin/accounts/new")
    @Allow(Roles.ADMINISTRATOR)
    View form(Actor actor, Texts t) {
        return pages.show(
                "foundation/identity/new-account", new NewAccountPage("", "", "", "", choices.of(t, actor, ""), null));
    }

    @PostMapping("/admin/accounts")
    @Allow(Roles.ADMINISTRATOR)
    View create(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            Actor actor,
            Texts t,
            Flash redirect) {
        var offered = choices.of(t, actor, typed(unit));
        if (!choices.known(role))
            return again(username, name, role, unit, offered, new Mistake("role", "identity.accounts.role-missing"));
        return switch (administration.create(actor, username, name, role, unit(unit))) {
            case Administration.Outcome.Done(var id) ->
                redirect.then("identity.accounts.created", "/admin/accounts/" + id);
            case Administration.Outcome.Refused(var why) -> again(username, name, role, unit, offered, mistake(why));
            case Administration.Outcome.RoleAsked asked -> throw new IllegalStateException("The first role needs one");
            case Administration.Outcome.Asked asked -> throw new IllegalStateException("No link was asked for");
            case Administration.Outcome.Linked linked -> throw new IllegalStateException("No link was asked for");
        };
    }

    private View again(String username, String name, String role, String unit, GrantOptions offered, Mistake mistake) {
        var page = new NewAccountPage(typed(username), typed(name), role, typed(unit), offered, mistake);
        return pages.show("foundation/identity/new-account", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A code as it is written; what cannot be one is no unit within reach. */
    static String unit(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    static Mistake mistake(Refusal why) {
        String field = switch (why) {
            case USERNAME_UNFIT, USERNAME_TAKEN -> "username";
            case NAME_UNFIT -> "name";
            case UNIT_OUT_OF_REACH, HELD_ALREADY, OWN_ROLE, TWO_HATS -> "unit";
            case UNKNOWN, STALE, NOT_YOURS, NOT_HELD, OWN_LAST, OWN_ACCOUNT -> "account";
        };
        return new Mistake(field, "identity.accounts." + why);
    }

    /** What goes back into a field: no longer than any field is, and without what a database or page cannot hold. */
    static String typed(String text) {
        String cut = text.length() > 120 ? text.substring(0, 120) : text;
        return cut.replaceAll("\\p{Cntrl}", "");
    }
}
