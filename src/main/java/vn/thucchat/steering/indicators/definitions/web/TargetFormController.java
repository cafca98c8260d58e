package vn.thucchat.steering.indicators.definitions.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;

/** Sets targets one by one; what held before is never overwritten. */
@Controller
record TargetFormController(
        RequestParameters asked,
        Targets targets,
        Indicators indicators,
        OfficeUnits office,
        InstantSource clock,
        Pages pages) {

    @GetMapping("/targets/new")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View blank(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period) {
        String usual = PeriodChoice.usual(asked.today()).code();
        var fields = Map.of("indicator", indicator, "unit", unit, "period", period.isBlank() ? usual : period);
        return form(actor, t, Form.blank(t, fields), HttpStatus.OK);
    }

    @PostMapping("/targets")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View set(
            Actor actor,
            Texts t,
            Form<TargetForm> form,
            Form<DocumentForm> document,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Flash flash)
            throws IOException {
        TargetForm typed = form.soFar();
        Indicator indicator = indicators.find(typed.indicator()).orElse(null);
        form = office.existing(form.with(typed.errors(indicator)), "unit", typed.unit(), asked.end(typed.period()))
                .and(document);
        if (indicator == null || form.wrong()) return form(actor, t, form, HttpStatus.UNPROCESSABLE_CONTENT);
        Document of = document.value().document(Ids.next(clock), null);
        Target target = typed.target(indicator, Ids.next(clock), of.id(), actor.synthetic());
        return switch (targets.set(actor, of, MultipartFiles.attached(file), null, List.of(target), null)) {
            case Targets.Set.Done(int changed, var _, var _) ->
                flash.then(
                        changed == 0 ? "targets.unchanged" : "targets.set",
                        "/targets?unit=%s&period=%s".formatted(target.unit(), target.period()));
            case Targets.Set.OutOfReach _ ->
                form(
                        actor,
                        t,
                        form.with("unit", "targets.fault.reach", target.unit().value()),
                        HttpStatus.FORBIDDEN);
            case Targets.Set.FileRefused(var why) ->
                form(actor, t, form.with(List.of(why.at("file"))), HttpStatus.UNPROCESSABLE_CONTENT);
            case Targets.Set.UploadedBefore never -> throw new IllegalStateException("No spreadsheet was sent");
            case Targets.Set.Meanwhile never -> throw new IllegalStateException("Whatever holds is replaced");
        };
    }

    private View form(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        LocalDate today = asked.today();
        Period of = Period.parse(form.text("period")).orElseGet(() -> PeriodChoice.usual(today));
        return pages.show(
                "steering/indicators/definitions/target-form",
                new TargetFormPage(
                        form,
                        indicators.all().stream()
                                .filter(Indicator::active)
                                .map(it -> new Option(
                                        it.code(), DisplayNames.name(t, it) + " (" + DisplayNames.measure(t, it) + ")"))
                                .toList(),
                        office.options(t, actor, SteeringRoles.STEERING_OFFICE, of.to()),
                        PeriodChoice.options(t, today, of)),
                status);
    }
}
