package vn.thucchat.steering.indicators.definitions.web;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Documents;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.steering.indicators.definitions.UploadedFile;

/** Sets the targets of a period in a grid; only cells that were changed are set, by one document. */
@Controller
record TargetGridController(
        TargetGrid grid, Targets targets, Documents documents, OfficeUnits office, InstantSource clock, Pages pages) {

    @GetMapping(TargetGridQuery.PATH)
    @Allow(SteeringRoles.STEERING_OFFICE)
    View blank(Actor actor, Texts t, @RequestParam Map<String, String> asked) {
        var form = Form.blank(t, asked);
        var shown = grid.shown(actor, t, TargetGridQuery.of(form));
        var held = grid.held(shown, shown.period(), actor.synthetic());
        var before = grid.held(shown, shown.period().previous(), actor.synthetic());
        var cells = new HashMap<String, String>();
        for (TargetGrid.Place place : shown.places()) {
            Target holds = held.get(place.key());
            cells.put("was." + place.key(), TargetGridCells.written(holds));
            Target prefilled = holds == null && shown.query().copied() ? before.get(place.key()) : holds;
            cells.put("cell." + place.key(), TargetGridCells.written(prefilled));
        }
        return page(actor, t, form.with(cells), shown, held, before, HttpStatus.OK);
    }

    @PostMapping(TargetGridQuery.PATH)
    @Allow(SteeringRoles.STEERING_OFFICE)
    View set(
            Actor actor,
            Texts t,
            Form<DocumentForm> document,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Flash flash)
            throws IOException {
        Form<DocumentForm> form = document.unsent();
        var shown = grid.shown(actor, t, TargetGridQuery.of(form));
        var held = grid.held(shown, shown.period(), actor.synthetic());
        var cells =
                new TargetGridCells(form, held, actor.synthetic(), clock).read(shown, key -> grid.name(t, shown, key));
        String after = onward(shown, !form.text("next").isEmpty());
        if (cells.targets().isEmpty() && cells.errors().isEmpty()) return flash.then("targets.grid.nothing", after);
        Document chosen = chosen(form.text("paper")).orElse(null);
        form = form.with(cells.corrected()).with(cells.errors());
        UploadedFile sent = MultipartFiles.attached(file);
        if (chosen == null) form = form.and(document);
        else if (sent != null || DocumentForm.named(form)) form = form.with("paper", "targets.grid.two-papers");
        if (!form.faults().isEmpty()) return again(actor, t, form, sent, shown, held, HttpStatus.UNPROCESSABLE_CONTENT);
        Document by = chosen != null ? chosen : document.value().document(Ids.next(clock), null);
        List<UUID> seen = held.values().stream().map(Target::id).toList();
        return switch (targets.set(actor, by, sent, null, cells.targets(), seen)) {
            case Targets.Set.Done(int set, var _, Document kept) ->
                flash.then("targets.grid.set-done", List.of(set), after + "&paper=" + kept.id());
            case Targets.Set.OutOfReach(var units) ->
                again(
                        actor,
                        t,
                        form.with(
                                "",
                                "targets.fault.reach",
                                units.iterator().next().value()),
                        sent,
                        shown,
                        held,
                        HttpStatus.FORBIDDEN);
            case Targets.Set.FileRefused(var why) ->
                again(
                        actor,
                        t,
                        form.with(List.of(why.at("file"))),
                        sent,
                        shown,
                        held,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Targets.Set.UploadedBefore never -> throw new IllegalStateException("No spreadsheet was sent");
            // set between reading and saving: read again, which tells the cells
            case Targets.Set.Meanwhile _ -> set(actor, t, document, file, flash);
        };
    }

    /** The next page, or the same again. */
    private static String onward(TargetGrid.Shown shown, boolean next) {
        TargetGridQuery query = shown.query();
        return (next && query.page() < shown.pages() ? query.at(query.page() + 1) : query).address();
    }

    private Optional<Document> chosen(String paper) {
        try {
            return documents.find(UUID.fromString(paper));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** @param sent the file that came with the form: a browser cannot show it again, so that it is asked for */
    private View again(
            Actor actor,
            Texts t,
            Form<?> form,
            @Nullable UploadedFile sent,
            TargetGrid.Shown shown,
            Map<String, Target> held,
            HttpStatus status) {
        var before = grid.held(shown, shown.period().previous(), actor.synthetic());
        Form<?> asking = sent == null ? form : form.with("file", "targets.grid.file-again");
        return page(actor, t, asking, shown, held, before, status);
    }

    private View page(
            Actor actor,
            Texts t,
            Form<?> form,
            TargetGrid.Shown shown,
            Map<String, Target> held,
            Map<String, Target> before,
            HttpStatus status) {
        var rows = grid.rows(actor, t, shown, held, before);
        Indicator one = shown.indicator();
        var period = shown.period();
        return pages.show(
                "steering/indicators/definitions/target-grid",
                new TargetGridPage(
                        form,
                        shown.query(),
                        one == null ? DisplayNames.name(t, shown.unit()) : DisplayNames.name(t, one),
                        DisplayNames.name(t, period),
                        DisplayNames.name(t, period.yearBefore()),
                        DisplayNames.name(t, period.previous()),
                        new TargetGridPage.Choices(
                                office.options(t, actor, SteeringRoles.STEERING_OFFICE, period.to()),
                                Option.after(new Option("", t.of("targets.grid.all-indicators")), grid.indicators(t)),
                                PeriodChoice.options(t, grid.asked().today(), period),
                                Option.after(new Option("", t.of("targets.grid.level-below")), OfficeUnits.levels(t)),
                                Option.after(
                                        new Option("", t.of("targets.grid.other-paper")),
                                        documents.ofTargets(actor.synthetic()).stream()
                                                .map(it -> new Option(it.id().toString(), it.citation()))
                                                .toList())),
                        rows,
                        shown.total(),
                        (int) rows.stream().filter(TargetGridPage.Row::copied).count(),
                        shown.pages()),
                status);
    }
}
