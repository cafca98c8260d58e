package vn.thucchat.foundation.identity.breaches.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.breaches.Breach;
import vn.thucchat.foundation.identity.breaches.Breaches;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** The register of breaches: list, entry, one breach with its clock, revision. */
@Controller
record BreachesController(Breaches breaches, InstantSource clock, Pages pages) {

    private static final int PAGE = 20;

    @GetMapping(Breaches.PATH)
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View list(Actor actor, Cursor cursor) {
        Slice<Breach> shown = breaches.list(actor, cursor, PAGE);
        Table table = Table.of(Breaches.PATH, BreachesPage.COLUMNS, cursor, shown);
        return pages.show(
                "foundation/identity/breaches/breaches",
                new BreachesPage(shown.items(), table, clock.instant()),
                HttpStatus.OK);
    }

    @GetMapping(Breaches.PATH + "/new")
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View blank(Texts t) {
        return page(null, List.of(), Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(Breaches.PATH)
    @Allow(value = PrivacyRoles.DATA_PROTECTION_OFFICER, recent = 10)
    View enter(Form<BreachForm> form, Actor actor, Flash flash) {
        form = form.with(form.soFar().missingHours());
        Instant noticed = form.wrong() ? null : form.value().noticedAt();
        if (!form.wrong() && noticed == null) form = form.with("noticedOn", "breaches.noticed.fault");
        return form.answer(
                typed -> noticed == null
                        ? Result.invalid("noticedOn", "breaches.noticed.fault")
                        : breaches.enter(actor, noticed, typed.revision()),
                done -> flash.then("breaches.entered", Breaches.PATH + "/" + done.id()),
                (again, status) -> page(null, List.of(), again, status));
    }

    @GetMapping(Breaches.PATH + "/{id}")
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        Breach breach = found(actor, id);
        return page(breach, breaches.revisions(actor, id), Form.blank(t).with(fields(breach)), HttpStatus.OK);
    }

    @PostMapping(Breaches.PATH + "/{id}")
    @Allow(value = PrivacyRoles.DATA_PROTECTION_OFFICER, recent = 10)
    View revise(@PathVariable UUID id, Form<BreachForm> form, Actor actor, Flash flash) {
        Breach breach = found(actor, id);
        form = form.with(form.soFar().missingHours());
        return form.answer(
                typed -> breaches.revise(actor, id, typed.no() == null ? 0 : typed.no(), typed.revision()),
                done -> flash.then("breaches.revised", Breaches.PATH + "/" + id),
                (again, status) -> page(breach, breaches.revisions(actor, id), again, status));
    }

    private Breach found(Actor actor, UUID id) {
        return breaches.find(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
    }

    private static Map<String, String> fields(Breach breach) {
        Breach.Revision latest = breach.latest();
        var fields = new HashMap<>(Map.of(
                "happened", latest.happened(),
                "contact", latest.contact(),
                "consequences", latest.consequences(),
                "measures", latest.measures(),
                "affected", Integer.toString(latest.affected()),
                "no", Integer.toString(breach.no())));
        moment(fields, "authority", latest.authorityToldAt());
        moment(fields, "people", latest.peopleToldAt());
        return fields;
    }

    private static void moment(Map<String, String> fields, String name, @Nullable Instant at) {
        if (at == null) return;
        var local = at.atZone(BusinessTime.VIETNAM);
        fields.put(name + "On", local.toLocalDate().toString());
        fields.put(name + "Time", local.toLocalTime().toString().substring(0, 5));
    }

    private View page(@Nullable Breach breach, List<Breach.Written> revisions, Form<?> form, HttpStatus status) {
        return pages.show(
                "foundation/identity/breaches/breach",
                new BreachPage(breach, revisions, form, clock.instant()),
                status);
    }
}
