package vn.thucchat.steering.indicators.reporting.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.OfficeUnits;
import vn.thucchat.steering.indicators.definitions.web.PeriodChoice;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.reporting.OpenQuestions;
import vn.thucchat.steering.indicators.reporting.Rounds;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submission.State;
import vn.thucchat.steering.indicators.reporting.Submissions;

/** Puts together an officer's work list. */
@Component
record ReportingView(
        Rounds rounds,
        Submissions submissions,
        OpenQuestions openQuestions,
        Indicators indicators,
        OfficeUnits office,
        RequestParameters asked,
        DisplayNames wording) {

    private static final int ROWS = 50;
    private static final int RECENT = 10;

    /** With what was chosen to begin a report, and what is wrong with it. */
    ReportingPage page(Actor actor, Texts t, Form<?> chosen) {
        return page(actor, t, null, start(t, actor, chosen), nothing(t));
    }

    /** @param after the place that {@code next} of the page before named, or null */
    ReportingPage page(Actor actor, Texts t, @Nullable String after) {
        return page(actor, t, after, start(t, actor, null), nothing(t));
    }

    ReportingPage page(Actor actor, Texts t, ReportingPage.Upload upload) {
        return page(actor, t, null, start(t, actor, null), upload);
    }

    private static ReportingPage.Upload nothing(Texts t) {
        return new ReportingPage.Upload(Form.blank(t, Map.of()), List.of());
    }

    private ReportingPage page(
            Actor actor, Texts t, @Nullable String after, ReportingPage.Start start, ReportingPage.Upload upload) {
        LocalDate today = asked.today();
        List<Rounds.Due> missing = rounds.missing(actor, after == null ? null : place(after), ROWS + 1);
        List<Rounds.Due> shown = missing.subList(0, Math.min(ROWS, missing.size()));
        var open = new LinkedHashMap<State, List<ReportingPage.Item>>();
        for (State state : List.of(State.RETURNED, State.DRAFT, State.SUBMITTED))
            open.put(state, items(t, submissions.inStates(actor, Set.of(state), ROWS)));
        return new ReportingPage(
                shown.stream().map(due -> due(t, due, today)).toList(),
                after == null ? null : "/reporting",
                missing.size() > ROWS ? "/reporting?after=" + place(shown.getLast()) : null,
                open.getOrDefault(State.RETURNED, List.of()),
                questions(actor, t, today),
                open.getOrDefault(State.DRAFT, List.of()),
                open.getOrDefault(State.SUBMITTED, List.of()),
                items(t, submissions.inStates(actor, Set.of(State.ACCEPTED), RECENT)),
                sheets(t, shown),
                start,
                upload);
    }

    private ReportingPage.Due due(Texts t, Rounds.Due due, LocalDate today) {
        Period period = due.round().period();
        UnitCode unit = due.owed().unit();
        return new ReportingPage.Due(
                wording.name(t, unit, period.to()),
                unit.value(),
                DisplayNames.name(t, period),
                period.code(),
                due.round().name(),
                due.round().due(),
                ChronoUnit.DAYS.between(due.round().due(), today),
                due.owed().owed(),
                due.owed().stated(),
                due.owed().open() != null,
                "/reporting/template.xlsx?unit=" + unit + "&period=" + period);
    }

    private List<ReportingPage.Item> items(Texts t, List<Submission> of) {
        return of.stream()
                .map(it -> new ReportingPage.Item(
                        "/submissions/" + it.id(),
                        wording.name(t, it.unit(), it.period().to()),
                        DisplayNames.name(t, it.period()),
                        it.state(),
                        it.decidedAt() != null
                                ? it.decidedAt()
                                : it.submittedAt() != null && it.state() == State.SUBMITTED
                                        ? it.submittedAt()
                                        : it.createdAt(),
                        it.decidedByName() != null ? it.decidedByName() : it.createdByName(),
                        it.reason()))
                .toList();
    }

    private List<ReportingPage.Question> questions(Actor actor, Texts t, LocalDate today) {
        var waiting = openQuestions.waiting(actor, ROWS);
        if (waiting.isEmpty()) return List.of();
        var names = new LinkedHashMap<String, String>();
        indicators.all().forEach(it -> names.put(it.code(), DisplayNames.name(t, it)));
        return waiting.stream()
                .map(it -> new ReportingPage.Question(
                        it.url(),
                        names.getOrDefault(it.indicator(), it.indicator()),
                        wording.name(t, it.unit(), it.period().to()),
                        DisplayNames.name(t, it.period()),
                        it.due(),
                        ChronoUnit.DAYS.between(it.due(), today)))
                .toList();
    }

    /** One sheet for all units of a round, where several of them are among what is due. */
    private List<Link> sheets(Texts t, List<Rounds.Due> due) {
        var units = new LinkedHashMap<Link, Integer>();
        for (Rounds.Due it : due)
            units.merge(
                    new Link(
                            "/reporting/template.xlsx?above=%s&level=%s&period=%s"
                                    .formatted(
                                            it.round().above(),
                                            it.round().level().code(),
                                            it.round().period()),
                            t.of(
                                    "reporting.sheet.many",
                                    wording.name(
                                            t,
                                            it.round().above(),
                                            it.round().period().to()),
                                    DisplayNames.name(t, it.round().period()))),
                    1,
                    Integer::sum);
        return units.entrySet().stream()
                .filter(of -> of.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param chosen by address or form, or null */
    private ReportingPage.Start start(Texts t, Actor actor, @Nullable Form<?> chosen) {
        Period usual = PeriodChoice.usual(asked.today());
        String own = actor.grants().stream()
                .filter(grant -> grant.role().equals(SteeringRoles.REPORTER))
                .map(Actor.Grant::unit)
                .findFirst()
                .orElse("");
        Form<?> form = chosen != null ? chosen : Form.blank(t, Map.of("unit", own, "period", usual.code()));
        return new ReportingPage.Start(
                form,
                chosen != null,
                units(t, actor, chosen == null ? null : chosen.text("unit")),
                PeriodChoice.begun(
                        t, asked.today(), Period.parse(form.text("period")).orElse(usual)));
    }

    /** Those that the reporter writes for, and what was asked for beyond them. */
    private List<Option> units(Texts t, Actor actor, @Nullable String asks) {
        var all = new ArrayList<>(office.options(t, actor, SteeringRoles.REPORTER, asked.today()));
        // a unit that is no more still corrects what it reported
        Stream.concat(
                        actor.grants().stream()
                                .filter(grant -> grant.role().equals(SteeringRoles.REPORTER))
                                .map(Actor.Grant::unit),
                        Stream.ofNullable(asks))
                .distinct()
                .filter(code -> all.stream().noneMatch(option -> option.value().equals(code)))
                .toList()
                .forEach(code -> all.add(new Option(
                        code,
                        UnitCode.read(code)
                                .map(unit -> wording.name(t, unit, asked.today()))
                                .orElse(code))));
        return all;
    }

    private static String place(Rounds.Due due) {
        return due.round().due() + "_" + due.owed().unit() + "_" + due.round().id();
    }

    private static Rounds.Place place(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != 3) throw Problem.bad("after", "figure.bad-cursor");
        Optional<LocalDate> day = VietnameseDays.parse(parts[0]).value();
        Optional<UnitCode> unit = UnitCode.read(parts[1]);
        try {
            return new Rounds.Place(day.orElseThrow(), unit.orElseThrow(), UUID.fromString(parts[2]));
        } catch (java.util.NoSuchElementException | IllegalArgumentException e) {
            throw Problem.bad("after", "figure.bad-cursor");
        }
    }
}
