package vn.thucchat.foundation.work.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.SummaryRow;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.Delegation;
import vn.thucchat.foundation.work.Delegations;

/** Who takes the reader's work during an absence. */
@Controller
@RequestMapping(DelegationController.PATH)
record DelegationController(
        Delegations delegations, Accounts accounts, Access access, Pages pages, InstantSource clock) {

    static final String PATH = "/work/delegations";

    private static final List<String> FIELDS = List.of("deputy", "first", "last");

    /** What was typed may come back from the check, to be changed. */
    @GetMapping
    @Allow(signedIn = true)
    View list(Form<DelegationForm> typed, Cursor cursor, Actor actor, Texts t) {
        Map<String, String> fields = FIELDS.stream().collect(Collectors.toMap(Function.identity(), typed::text));
        return page(actor, t, cursor, Form.blank(t, fields), HttpStatus.OK);
    }

    /** Check your answers, before anything is made. */
    @GetMapping("/check")
    @Allow(signedIn = true)
    View check(Form<DelegationForm> form, Actor actor, Texts t) {
        form = checked(form);
        Delegations.Deputy deputy = deputy(actor, form);
        if (deputy == null) form = form.with("deputy", "form.choose");
        if (form.wrong() || deputy == null) return page(actor, t, Cursor.START, form, HttpStatus.UNPROCESSABLE_CONTENT);
        DelegationForm typed = form.value();
        var back = UriComponentsBuilder.fromPath(PATH);
        for (String field : FIELDS) back.queryParam(field, "{" + field + "}");
        String change = back.encode()
                .buildAndExpand(FIELDS.stream().map(form::text).toArray())
                .toUriString();
        return pages.show(
                "foundation/work/delegation-check",
                new DelegationCheckPage(
                        List.of(
                                new SummaryRow(t.of("work.delegation.deputy"), words(t, deputy), change + "#deputy"),
                                new SummaryRow(t.of("work.delegation.first"), t.date(typed.first()), change + "#first"),
                                new SummaryRow(t.of("work.delegation.last"), t.date(typed.last()), change + "#last")),
                        form,
                        FIELDS,
                        deputy.name()));
    }

    @PostMapping
    @Allow(signedIn = true)
    View delegate(Form<DelegationForm> form, Actor actor, Texts t, Flash flash) {
        form = checked(form);
        Delegations.Deputy deputy = deputy(actor, form);
        if (deputy == null) form = form.with("deputy", "form.choose");
        if (form.wrong() || deputy == null) return page(actor, t, Cursor.START, form, HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = delegations.delegate(
                actor, deputy, form.value().first(), form.value().last());
        if (result instanceof Result.Done) return flash.then("work.delegation.made", PATH);
        return page(actor, t, Cursor.START, form.with(result), result.status());
    }

    private Form<DelegationForm> checked(Form<DelegationForm> form) {
        return form.wrong()
                ? form
                : form.with(
                        delegations.faults(form.value().first(), form.value().last()));
    }

    private Delegations.@Nullable Deputy deputy(Actor actor, Form<DelegationForm> form) {
        return delegations.deputies(actor).stream()
                .filter(one -> DelegationsPage.value(one).equals(form.text("deputy")))
                .findFirst()
                .orElse(null);
    }

    private String words(Texts t, Delegations.Deputy one) {
        return one.name() + " · " + t.of("role." + one.role()) + " · "
                + access.unitName(one.unit().value());
    }

    @PostMapping("/{id}/withdrawn")
    @Allow(signedIn = true)
    View withdraw(@PathVariable UUID id, Actor actor, Flash flash) {
        return flash.then(delegations.withdraw(actor, id), "work.delegation.withdrawn", PATH);
    }

    private View page(Actor actor, Texts t, Cursor cursor, Form<?> form, HttpStatus status) {
        Slice<Delegation> made = delegations.of(actor, cursor);
        LocalDate today = BusinessTime.day(clock.instant());
        List<Option> deputies = delegations.deputies(actor).stream()
                .map(one -> new Option(DelegationsPage.value(one), words(t, one)))
                .toList();
        return pages.show(
                "foundation/work/delegations",
                new DelegationsPage(
                        made.items().stream().map(one -> line(one, today)).toList(),
                        deputies.isEmpty() ? deputies : Option.after(new Option("", t.of("form.choose")), deputies),
                        form,
                        cursor.start() ? null : PATH,
                        made.next(PATH + "?cursor=")),
                status);
    }

    private DelegationsPage.Line line(Delegation of, LocalDate today) {
        return new DelegationsPage.Line(
                of,
                accounts.find(of.deputy()).map(Account::name).orElse(""),
                access.unitName(of.unit().value()),
                of.withdrawnAt() == null && !of.lastDay().isBefore(today));
    }
}
