package vn.thucchat.foundation.identity.accounts.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.accounts.Administration.Refusal;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** The list of accounts, and new ones. */
@Controller
record AccountsController(Administration administration, GrantChoices choices, Pages pages) {

    private static final int PAGE = 50;

    @GetMapping("/admin/accounts")
    @Allow(Roles.ADMINISTRATOR)
    View list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "USERNAME") String sort,
            Cursor cursor,
            Actor actor) {
        Sort<Account.Order> order = Sort.read(sort, Account.Order.class);
        Slice<Administration.Entry> shown = administration.page(actor, typed(q), order, cursor, PAGE);
        return pages.show(
                "foundation/identity/accounts/accounts",
                new AccountsPage(
                        shown.items(),
                        administration.tooMany(actor, typed(q)),
                        Table.of("/admin/accounts", AccountsPage.COLUMNS, cursor, shown)
                                .filtered("q", typed(q))
                                .sorted(order)));
    }

    @GetMapping("/admin/accounts/new")
    @Allow(Roles.ADMINISTRATOR)
    View form(Actor actor, Texts t) {
        return form(actor, t, Form.blank(t, Map.of()), HttpStatus.OK);
    }

    @PostMapping("/admin/accounts")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View create(Form<NewAccountForm> form, Actor actor, Texts t, Flash flash) {
        NewAccountForm typed = form.soFar();
        form = form.with(Administration.unfit(typed.username(), typed.name()).stream()
                .map(AccountsController::error)
                .toList());
        if (!choices.known(typed.role())) form = form.with("role", "identity.accounts.role-missing");
        if (typed.unit().isBlank()) form = form.with("unit", "identity.accounts.UNIT_OUT_OF_REACH");
        if (form.wrong()) return form(actor, t, form, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (administration.create(actor, typed.username(), typed.name(), typed.role(), unit(typed.unit()))) {
            case Administration.Outcome.Done(var id) ->
                flash.then("identity.accounts.created", "/admin/accounts/" + id);
            case Administration.Outcome.Refused(var why) ->
                form(actor, t, form.with(List.of(error(why))), HttpStatus.UNPROCESSABLE_CONTENT);
            case Administration.Outcome.RoleAsked asked -> throw new IllegalStateException("The first role needs one");
            case Administration.Outcome.Asked asked -> throw new IllegalStateException("No link was asked for");
            case Administration.Outcome.Linked linked -> throw new IllegalStateException("No link was asked for");
        };
    }

    private View form(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        var page = new NewAccountPage(form, choices.of(t, actor, form.text("unit")));
        return pages.show("foundation/identity/accounts/new-account", page, status);
    }

    /** A code as it is written; what cannot be one is no unit within reach. */
    static String unit(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    static FieldError error(Refusal why) {
        String field = switch (why) {
            case USERNAME_UNFIT, USERNAME_TAKEN -> "username";
            case NAME_UNFIT -> "name";
            case UNIT_OUT_OF_REACH, HELD_ALREADY, OWN_ROLE, TWO_HATS -> "unit";
            case PAPER_MISSING -> "paper";
            case ENDS_BEFORE -> "ends";
            case UNKNOWN, STALE, NOT_YOURS, NOT_HELD, OWN_LAST, OWN_ACCOUNT, CLOSED, ENDS_EARLIER, TAKES_TWO ->
                "account";
        };
        return new FieldError(field, "identity.accounts." + why);
    }

    /** What goes back into a field: no longer than any field is, and without what a database or page cannot hold. */
    static String typed(String text) {
        String cut = text.length() > 120 ? text.substring(0, 120) : text;
        return cut.replaceAll("\\p{Cntrl}", "");
    }
}
