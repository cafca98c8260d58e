package vn.thucchat.foundation.work.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Account;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.Delegation;
import vn.thucchat.foundation.work.Delegations;

/** Who takes the reader's work during an absence. */
@Controller
@RequestMapping(DelegationController.PATH)
class DelegationController {

    static final String PATH = "/work/delegations";

    private final Delegations delegations;
    private final Accounts accounts;
    private final Access access;
    private final Pages pages;
    private final InstantSource clock;

    DelegationController(Delegations delegations, Accounts accounts, Access access, Pages pages, InstantSource clock) {
        this.delegations = delegations;
        this.accounts = accounts;
        this.access = access;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Allow(signedIn = true)
    View list(@RequestParam(defaultValue = "") String before, Actor actor, Texts t) {
        return page(actor, t, before, Form.blank(t, Map.of()), HttpStatus.OK);
    }

    @PostMapping
    @Allow(signedIn = true)
    View delegate(Form<DelegationForm> form, Actor actor, Texts t, Flash flash) {
        if (form.wrong()) return page(actor, t, "", form, HttpStatus.UNPROCESSABLE_CONTENT);
        DelegationForm typed = form.value();
        Optional<Delegations.Deputy> deputy = delegations.deputies(actor).stream()
                .filter(one -> DelegationsPage.value(one).equals(typed.deputy()))
                .findFirst();
        Result result = deputy.map(to -> delegations.delegate(actor, to, typed.first(), typed.last()))
                .orElseGet(() -> Result.invalid("deputy", "form.choose"));
        if (result instanceof Result.Done) return flash.then("work.delegation.made", PATH);
        return page(actor, t, "", form.with(result), result.status());
    }

    @PostMapping("/{id}/withdrawn")
    @Allow(signedIn = true)
    View withdraw(@PathVariable UUID id, Actor actor, Flash flash) {
        return flash.then(delegations.withdraw(actor, id), "work.delegation.withdrawn", PATH);
    }

    private View page(Actor actor, Texts t, String before, Form<?> form, HttpStatus status) {
        UUID last = before.isEmpty()
                ? null
                : Ids.read(before).orElseThrow(() -> Problem.bad("before", "work.cursor.fault"));
        Slice<Delegation> made = delegations.of(actor, last);
        LocalDate today = BusinessTime.day(clock.instant());
        List<Option> deputies = delegations.deputies(actor).stream()
                .map(one -> new Option(
                        DelegationsPage.value(one),
                        one.name() + " · " + t.of("role." + one.role()) + " · "
                                + access.unitName(one.unit().value())))
                .toList();
        return pages.show(
                "foundation/work/delegations",
                new DelegationsPage(
                        made.items().stream().map(one -> line(one, today)).toList(),
                        deputies.isEmpty() ? deputies : Option.after(new Option("", t.of("form.choose")), deputies),
                        form,
                        form.faults(),
                        before.isEmpty() ? null : PATH,
                        made.next(PATH + "?before=")),
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
