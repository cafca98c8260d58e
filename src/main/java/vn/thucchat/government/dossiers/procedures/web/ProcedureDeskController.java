package vn.thucchat.government.dossiers.procedures.web;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.government.dossiers.procedures.ProcedureRoles;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion.State;
import vn.thucchat.government.dossiers.procedures.Procedures;

/** Editors of the province propose versions of procedures and decide on those of others. */
@Controller
@RequestMapping(Procedures.DESK)
record ProcedureDeskController(Procedures procedures, Accounts accounts, Pages pages) {

    private static final int PAGE = 30;

    @GetMapping
    @Allow(ProcedureRoles.PROCEDURE_EDITOR)
    View list(@RequestParam(defaultValue = "PROPOSED") String state, Cursor cursor, Actor actor) {
        demandProvince(actor);
        State shown = switch (state) {
            case "RETURNED" -> State.RETURNED;
            case "APPROVED" -> State.APPROVED;
            default -> State.PROPOSED;
        };
        Slice<ProcedureVersion> versions = procedures.proposals(actor, shown, cursor, PAGE);
        Map<UUID, String> names = new HashMap<>();
        versions.items().stream()
                .map(version -> version.decision().proposedBy())
                .distinct()
                .forEach(who -> accounts.find(who).ifPresent(account -> names.put(who, account.name())));
        return pages.show(
                "government/dossiers/procedures/desk",
                new ProcedureDeskPage(shown, versions, names, procedures.mayChange(actor)));
    }

    /** @param code of the procedure that gets another version; empty: a new procedure */
    @GetMapping("/new")
    @Allow(ProcedureRoles.PROCEDURE_EDITOR)
    View type(@RequestParam(defaultValue = "") String code, Actor actor, Texts t) {
        demandProvince(actor);
        Optional<ProcedureVersion> of = procedures.inForce(code, procedures.today());
        if (of.isEmpty() && !code.isEmpty()) throw Problem.notFound("procedures.none");
        Map<String, String> fields = new HashMap<>();
        of.ifPresent(version -> fields.putAll(ProcedureDraftReader.shown(version.draft())));
        fields.put("validFrom", procedures.today().plusDays(1).toString());
        return edit(Form.blank(t, fields), HttpStatus.OK, actor);
    }

    @PostMapping
    @Allow(ProcedureRoles.PROCEDURE_EDITOR)
    View propose(Form<ProcedureForm> form, Actor actor, Flash flash) {
        demandProvince(actor);
        List<FieldError> errors = new ArrayList<>();
        Optional<ProcedureVersion.Draft> draft = ProcedureDraftReader.read(form, errors);
        if (draft.isEmpty()) return edit(form.with(errors), HttpStatus.UNPROCESSABLE_CONTENT, actor);
        Result result = procedures.propose(actor, draft.get());
        return result instanceof Result.Done(UUID id)
                ? flash.then("procedures.proposed", Procedures.DESK + "/" + id)
                : edit(form.with(result), result.status(), actor);
    }

    @GetMapping("/{id}")
    @Allow(ProcedureRoles.PROCEDURE_EDITOR)
    View look(@PathVariable UUID id, Actor actor, Texts t) {
        demandProvince(actor);
        return decision(version(id), actor, Form.blank(t), HttpStatus.OK, t);
    }

    @PostMapping("/{id}/{act}")
    @Allow(ProcedureRoles.PROCEDURE_EDITOR)
    View decide(
            @PathVariable UUID id, @PathVariable String act, Form<ReturnForm> form, Actor actor, Texts t, Flash flash) {
        demandProvince(actor);
        ProcedureVersion version = version(id);
        return form.answer(
                sent -> procedures.decide(actor, id, act, sent.reason()),
                _ -> flash.then(act.equals("approve") ? "procedures.approved" : "procedures.returned", Procedures.DESK),
                (again, status) -> decision(version, actor, again, status, t));
    }

    private ProcedureVersion version(UUID id) {
        return procedures.version(id).orElseThrow(() -> Problem.notFound("procedures.none"));
    }

    private void demandProvince(Actor actor) {
        if (!procedures.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    private View edit(Form<?> form, HttpStatus status, Actor actor) {
        String name = procedures
                .inForce(form.text("code"), procedures.today())
                .map(version -> version.draft().name())
                .orElse("");
        return pages.show(
                "government/dossiers/procedures/edit",
                new ProcedureEditPage(form, name, procedures.mayChange(actor)),
                status);
    }

    private View decision(ProcedureVersion version, Actor actor, Form<?> form, HttpStatus status, Texts t) {
        Optional<ProcedureVersion> before = procedures
                .inForce(version.draft().code(), version.draft().validFrom())
                .filter(one -> !one.id().equals(version.id()));
        UUID proposedBy = version.decision().proposedBy();
        return pages.show(
                "government/dossiers/procedures/decision",
                new ProcedureDecisionPage(
                        version,
                        before.isEmpty(),
                        ProcedureWords.differences(
                                before.map(one -> ProcedureWords.parts(t, one.draft()))
                                        .orElse(List.of()),
                                ProcedureWords.parts(t, version.draft())),
                        accounts.find(proposedBy).map(account -> account.name()).orElse("–"),
                        version.decision().state() == State.PROPOSED
                                && procedures.mayChange(actor)
                                && !proposedBy.equals(actor.account()),
                        form),
                status);
    }
}
