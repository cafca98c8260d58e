package vn.thucchat.steering.indicators.reporting.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.reporting.Round;
import vn.thucchat.steering.indicators.reporting.Rounds;

/** The calls for figures, and how far every unit is. */
@Controller
record RoundController(
        Rounds rounds,
        RoundUnits lines,
        Indicators indicators,
        Access access,
        DisplayNames wording,
        InstantSource clock,
        Pages pages) {

    private static final int ROUNDS = 12;
    private static final int ROWS = 50;

    @GetMapping("/rounds")
    @Allow({SteeringRoles.STEERING_OFFICE, SteeringRoles.REPORTER, SteeringRoles.REVIEWER, Roles.LEADER})
    View list(Actor actor, Texts t, @RequestParam(defaultValue = "") String q, Cursor cursor) {
        int from = Math.clamp(cursor.number(0, 0), 0, Integer.MAX_VALUE - ROUNDS);
        Slice<Round> found = Slice.of(
                rounds.latest(actor, lines.sought(q), from, ROUNDS + 1), ROUNDS, last -> Cursor.of(from + ROUNDS));
        Map<UUID, List<Round.Owed>> standing = rounds.standing(found.items());
        return pages.show(
                "steering/indicators/reporting/rounds",
                new RoundsPage(
                        found.items().stream()
                                .map(round -> row(t, round, standing.getOrDefault(round.id(), List.of())))
                                .toList(),
                        actor.holds(SteeringRoles.STEERING_OFFICE) ? "/rounds/new" : null,
                        Table.of("/rounds", RoundsPage.COLUMNS, cursor, found).filtered("q", q)));
    }

    private RoundsPage.Row row(Texts t, Round round, List<Round.Owed> standing) {
        int accepted = count(standing, Round.Standing.ACCEPTED);
        int submitted = count(standing, Round.Standing.SUBMITTED);
        return new RoundsPage.Row(
                round.name(),
                "/rounds/" + round.id(),
                DisplayNames.name(t, round.period()),
                wording.name(t, round.above(), round.period().to()),
                t.of("level." + round.level().name()),
                round.due(),
                accepted,
                submitted,
                standing.size(),
                round.due().isBefore(today()) && accepted + submitted < standing.size(),
                round.synthetic());
    }

    @GetMapping("/rounds/{id}")
    @Allow({SteeringRoles.STEERING_OFFICE, SteeringRoles.REPORTER, SteeringRoles.REVIEWER, Roles.LEADER})
    View one(
            Actor actor,
            Texts t,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String q,
            Cursor cursor) {
        Round round = rounds.find(actor, id).orElseThrow(() -> Problem.notFound("rounds.none"));
        var only = RoundUnits.standing(standing);
        List<Round.Owed> all = rounds.standing(List.of(round)).getOrDefault(id, List.of());
        var mine = access.units(actor, SteeringRoles.READERS);
        List<RoundUnits.Line> reached = lines.lines(
                t,
                round,
                all.stream().filter(owed -> mine.contains(owed.unit().value())).toList());
        List<RoundUnits.Line> left = RoundUnits.filter(reached, only, parent, q);
        Slice<RoundUnits.Line> part = Slice.part(left, cursor, ROWS);
        String path = "/rounds/" + id;
        Table table = Table.of(path, RoundPage.COLUMNS, cursor, part)
                .filtered("standing", standing)
                .filtered("parent", parent)
                .filtered("q", q);
        boolean reminds = rounds.mayRemind(actor, round);
        return pages.show(
                "steering/indicators/reporting/round",
                new RoundPage(
                        round.name(),
                        DisplayNames.name(t, round.period()),
                        wording.name(t, round.above(), round.period().to()),
                        t.of("level." + round.level().name()),
                        round.due(),
                        ChronoUnit.DAYS.between(round.due(), today()),
                        round.synthetic(),
                        indicators(t, round),
                        all.size(),
                        all.stream().collect(Collectors.groupingBy(Round.Owed::standing, Collectors.counting())),
                        reminds ? table.choosing(new Link(path + "/remind", t.of("rounds.remind"))) : table,
                        RoundUnits.standings(t),
                        RoundUnits.parents(t, reached),
                        part.items().stream().map(line -> row(round, line)).toList(),
                        reached.size(),
                        (int) reached.stream()
                                .filter(line -> line.owed().standing().waitsForUnit())
                                .count(),
                        reminds ? path + "/remind" : null));
    }

    private static RoundPage.Row row(Round round, RoundUnits.Line line) {
        Round.Owed owed = line.owed();
        return new RoundPage.Row(
                line.name(),
                owed.unit().value(),
                line.parent() == null ? "" : line.parent().text(),
                DisplayNames.scorecard(
                        owed.unit(), round.period(), round.period().to()),
                owed.standing(),
                owed.stated(),
                owed.owed(),
                line.reminded());
    }

    private List<Link> indicators(Texts t, Round round) {
        Map<String, Indicator> byCode = new HashMap<>(
                indicators.all().stream().collect(Collectors.toMap(Indicator::code, Function.identity())));
        return round.indicators().stream()
                .flatMap(code -> java.util.Optional.ofNullable(byCode.get(code)).stream())
                .map(it -> new Link("/indicators/" + it.code(), DisplayNames.name(t, it)))
                .toList();
    }

    private static int count(List<Round.Owed> standing, Round.Standing of) {
        return (int) standing.stream().filter(owed -> owed.standing() == of).count();
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
