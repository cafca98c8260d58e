package vn.thucchat.foundation.identity.recovery.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.recovery.CounterRecoveries;
import vn.thucchat.foundation.identity.recovery.Recovery;
import vn.thucchat.foundation.identity.recovery.RecoveryCompletion;
import vn.thucchat.foundation.identity.recovery.RecoveryTokens;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** A visitor at the counter who has lost the device: the clerk gives a link that holds for minutes. */
@Controller
record CounterRecoveryController(
        CounterRecoveries recoveries, RecoveryCompletion ends, RecoveryTokens links, Pages pages) {

    private static final String PATH = "/counter/people/{id}/recovery";

    @GetMapping(PATH)
    @Allow(PeopleRoles.COUNTER_CLERK)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        return page(actor, person(actor, id), null, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(PATH)
    @Allow(value = PeopleRoles.COUNTER_CLERK, recent = 10)
    View give(@PathVariable UUID id, Form<CounterForm> form, Actor actor, Flash flash) {
        Person person = person(actor, id);
        CounterForm typed = form.soFar();
        UUID account = typed.account();
        if (account == null)
            return page(actor, person, null, form.with("account", "form.choose"), HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = recoveries.give(actor, person, account, typed.reason(), typed.compared());
        if (!(result instanceof Result.Done(var made)))
            return page(actor, person, null, form.with(result), result.status());
        Recovery recovery = ends.find(made).orElseThrow();
        if (ends.state(recovery) != Recovery.State.OPEN)
            return flash.then("recovery.counter.asked", person.path() + "/recovery");
        // shown this once: reloading the page would give another
        return page(actor, person, links.address(links.path(recovery.id())), form.unsent(), HttpStatus.OK);
    }

    private Person person(Actor actor, UUID id) {
        return recoveries.person(actor, id).orElseThrow(() -> Problem.notFound("people.none"));
    }

    private View page(Actor actor, Person person, @Nullable String link, Form<?> form, HttpStatus status) {
        var page = new CounterPage(person, recoveries.accounts(actor, person), link, form);
        return pages.show("foundation/identity/recovery/counter", page, status);
    }
}
