package vn.thucchat.steering.indicators.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.VietnameseNumbers;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.Document;
import vn.thucchat.steering.indicators.Figure;
import vn.thucchat.steering.indicators.Figures;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.SteeringRoles;
import vn.thucchat.steering.indicators.Target;
import vn.thucchat.steering.indicators.Targets;

/** What a unit is to reach, one by one; never overwritten. */
@Controller
class TargetController {

    private final Asked asked;
    private final Targets targets;
    private final Indicators indicators;
    private final Figures figures;
    private final OfficeUnits office;
    private final Units units;
    private final InstantSource clock;
    private final Pages pages;

    TargetController(
            Asked asked,
            Targets targets,
            Indicators indicators,
            Figures figures,
            OfficeUnits office,
            Units units,
            InstantSource clock,
            Pages pages) {
        this.asked = asked;
        this.targets = targets;
        this.indicators = indicators;
        this.figures = figures;
        this.office = office;
        this.units = units;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/targets")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            @RequestParam(name = "period", defaultValue = "") String period) {
        Period of = period.isBlank() ? PeriodChoice.usual(asked.today()) : asked.period(period.strip());
        Unit about = asked.unit(
                unit.isBlank()
                        ? office.home(actor, SteeringRoles.STEERING_OFFICE).value()
                        : unit.strip(),
                of.to());
        office.require(t, actor, SteeringRoles.STEERING_OFFICE, about);
        Map<String, List<Target>> history = targets.history(about.code(), of);
        Period year = new Period(of.year(), Period.Grain.YEAR, 1);
        Map<String, List<Target>> ofYear = of.equals(year) ? Map.of() : targets.history(about.code(), year);
        List<Indicator> all = indicators.all();
        Map<String, TargetsPage.Before> before = before(actor, about.code(), of, all);
        List<TargetsPage.Row> rows = all.stream()
                .filter(it -> it.active() || history.containsKey(it.code()))
                .map(it -> row(
                        t,
                        it,
                        about.code(),
                        of,
                        history.getOrDefault(it.code(), List.of()),
                        ofYear.getOrDefault(it.code(), List.of()),
                        before.get(it.code())))
                .toList();
        return pages.show(
                "steering/indicators/targets",
                new TargetsPage(
                        Wording.name(t, about),
                        Wording.name(t, of),
                        about.code().value(),
                        office.options(t, actor, SteeringRoles.STEERING_OFFICE, of.to()),
                        of.code(),
                        PeriodChoice.options(t, asked.today(), of),
                        rows,
                        history.size(),
                        of.equals(year)
                                ? null
                                : new Link(
                                        "/targets?unit=%s&period=%s".formatted(about.code(), year),
                                        Wording.name(t, year)),
                        Wording.name(t, of.yearBefore())));
    }

    /** How the same period of the year before went, by indicator, in the boundaries of the period. */
    private Map<String, TargetsPage.Before> before(Actor actor, UnitCode unit, Period period, List<Indicator> of) {
        Period before = period.yearBefore();
        Map<String, List<Target>> set = targets.history(unit, before);
        Map<String, Figure> reached =
                Figures.firsts(figures.visible(actor, List.of(unit), before, period.to(), of)).stream()
                        .collect(Collectors.toMap(Figure::indicator, Function.identity(), (one, other) -> one));
        var all = new HashMap<String, TargetsPage.Before>();
        for (Indicator it : of) {
            Figure figure = reached.get(it.code());
            List<Target> asked = set.getOrDefault(it.code(), List.of());
            if (figure != null || !asked.isEmpty())
                all.put(
                        it.code(),
                        new TargetsPage.Before(
                                figure == null ? null : Shown.quantity(figure, it),
                                figure == null ? null : Wording.figure(it.code(), unit, before, period.to()),
                                asked.isEmpty()
                                        ? null
                                        : Quantity.of(asked.getFirst().value(), it.measure())));
        }
        return all;
    }

    private static TargetsPage.Row row(
            Texts t,
            Indicator it,
            UnitCode unit,
            Period period,
            List<Target> history,
            List<Target> ofYear,
            TargetsPage.@Nullable Before before) {
        List<TargetsPage.Held> all =
                history.stream().map(target -> held(it, target)).toList();
        return new TargetsPage.Row(
                Wording.name(t, it),
                "/indicators/" + it.code(),
                it.pillar().name(),
                all.isEmpty() ? null : all.getFirst(),
                all,
                ofYear.isEmpty() ? null : held(it, ofYear.getFirst()),
                before,
                "/targets/new?indicator=%s&unit=%s&period=%s".formatted(it.code(), unit, period));
    }

    private static TargetsPage.Held held(Indicator it, Target target) {
        return new TargetsPage.Held(
                Quantity.of(target.value(), it.measure()),
                target.document().citation(),
                target.document().issuedOn(),
                target.derivation(),
                target.steps() == null
                        ? List.of()
                        : java.util.stream.Stream.of(
                                        target.steps().q1(),
                                        target.steps().q2(),
                                        target.steps().q3())
                                .map(value -> Quantity.of(value, it.measure()))
                                .toList(),
                Ground.day(target.setAt()),
                target.synthetic());
    }

    @GetMapping("/targets/new")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View blank(
            Actor actor,
            Texts t,
            @RequestParam(name = "indicator", defaultValue = "") String indicator,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            @RequestParam(name = "period", defaultValue = "") String period) {
        var typed = new HashMap<String, String>();
        typed.put("indicator", indicator);
        typed.put("unit", unit);
        typed.put("period", period.isBlank() ? PeriodChoice.usual(asked.today()).code() : period);
        return form(actor, t, new FormInput(typed), List.of(), HttpStatus.OK);
    }

    @PostMapping("/targets")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View set(
            Actor actor,
            Texts t,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Flash flash)
            throws IOException {
        var typed = new FormInput(fields);
        var faults = new ArrayList<Fault>();
        Target target = target(t, actor, typed, faults);
        Document document = DocumentInput.read(t, typed, clock, faults);
        if (target == null || document == null) return form(actor, t, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (targets.set(actor, document, Uploads.attached(file), null, List.of(target))) {
            case Targets.Set.Done(int changed, int unchanged) ->
                flash.then(
                        changed == 0 ? "targets.unchanged" : "targets.set",
                        "/targets?unit=%s&period=%s".formatted(target.unit(), target.period()));
            case Targets.Set.OutOfReach beyond -> {
                faults.add(new Fault(
                        "unit", t.of("targets.fault.reach", target.unit().value())));
                yield form(actor, t, typed, faults, HttpStatus.FORBIDDEN);
            }
            case Targets.Set.FileRefused(Keeping.Refused why) -> {
                faults.add(new Fault("file", t.of(why.reason(), why.limit())));
                yield form(actor, t, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Targets.Set.UploadedBefore never -> throw new IllegalStateException("No spreadsheet was sent");
        };
    }

    private @Nullable Target target(Texts t, Actor actor, FormInput typed, List<Fault> faults) {
        Indicator indicator = indicators.find(typed.text("indicator")).orElse(null);
        Period period = Period.parse(typed.text("period")).orElse(null);
        LocalDate day = period == null ? asked.today() : period.to();
        Unit unit = UnitCode.read(typed.text("unit"))
                .flatMap(code -> units.find(code, day))
                .orElse(null);
        Parsed<BigDecimal> number = number(indicator, typed.text("value"));
        BigDecimal value = number.value().filter(Targets::mayHold).orElse(null);
        Target.Steps steps = steps(t, typed, indicator, period, faults);
        if (indicator == null) faults.add(new Fault("indicator", t.of("form.choose")));
        if (unit == null) faults.add(new Fault("unit", t.of("targets.fault.unit-then", typed.text("unit"))));
        if (period == null) faults.add(new Fault("period", t.of("figure.bad-period", typed.text("period"))));
        if (value == null)
            faults.add(new Fault(
                    "value",
                    number.value().isEmpty() && !typed.text("value").isEmpty()
                            ? number.why(t)
                            : t.of("targets.fault.value", typed.text("value"))));
        if (typed.text("derivation").length() > 1000)
            faults.add(new Fault("derivation", t.of("text.too-long", "1000")));
        if (indicator == null || unit == null || period == null || value == null || !faults.isEmpty()) return null;
        return new Target(
                Ids.next(clock),
                indicator.code(),
                unit.code(),
                period,
                value,
                new Document(Ids.next(clock), "", "", "", null, null),
                typed.text("derivation"),
                steps,
                actor.synthetic(),
                Instant.EPOCH);
    }

    /** The unit's own path through the year: all three quarters or none. */
    private static Target.@Nullable Steps steps(
            Texts t, FormInput typed, @Nullable Indicator indicator, @Nullable Period period, List<Fault> faults) {
        var read = new ArrayList<BigDecimal>();
        for (String field : List.of("q1", "q2", "q3")) {
            String text = typed.text(field);
            if (text.isEmpty()) continue;
            Parsed<BigDecimal> number = number(indicator, text);
            BigDecimal value = number.value().filter(Targets::mayHold).orElse(null);
            if (value == null)
                faults.add(
                        new Fault(field, number.value().isEmpty() ? number.why(t) : t.of("targets.fault.value", text)));
            else read.add(value);
        }
        long typedIn = java.util.stream.Stream.of("q1", "q2", "q3")
                .filter(field -> !typed.text(field).isEmpty())
                .count();
        if (typedIn == 0) return null;
        if (typedIn < 3) faults.add(new Fault("q1", t.of("targets.fault.steps")));
        else if (period != null && period.grain() != Period.Grain.YEAR)
            faults.add(new Fault("q1", t.of("targets.fault.steps-year")));
        return read.size() < 3 ? null : new Target.Steps(read.get(0), read.get(1), read.get(2));
    }

    /** Of an indicator that is still to be chosen, only what means the same for any. */
    private static Parsed<BigDecimal> number(@Nullable Indicator indicator, String typed) {
        return indicator == null ? VietnameseNumbers.decimal(typed) : indicator.value(typed);
    }

    private View form(Actor actor, Texts t, FormInput typed, List<Fault> faults, HttpStatus status) {
        LocalDate today = asked.today();
        Period of = Period.parse(typed.text("period")).orElseGet(() -> PeriodChoice.usual(today));
        return pages.show(
                "steering/indicators/target-form",
                new TargetFormPage(
                        typed,
                        faults,
                        indicators.all().stream()
                                .filter(Indicator::active)
                                .map(it -> new Option(
                                        it.code(), Wording.name(t, it) + " (" + Wording.measure(t, it) + ")"))
                                .toList(),
                        office.options(t, actor, SteeringRoles.STEERING_OFFICE, of.to()),
                        PeriodChoice.options(t, today, of)),
                status);
    }
}
