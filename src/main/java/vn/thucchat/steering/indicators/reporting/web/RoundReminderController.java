package vn.thucchat.steering.indicators.reporting.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.Round;
import vn.thucchat.steering.indicators.reporting.Rounds;

/** Reminds units of a round that still have to hand something in: one, some or all, after a look. */
@Controller
@RequestMapping("/rounds/{id}")
record RoundReminderController(Rounds rounds, RoundUnits units, Pages pages) {

    /** The chosen ones, or, where none is chosen, all that still have to act. */
    @GetMapping("/remind")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View look(
            Actor actor,
            Texts t,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UnitCode> chosen) {
        Round round = round(actor, id);
        List<RoundUnits.Line> all =
                units.lines(t, round, rounds.standing(List.of(round)).getOrDefault(id, List.of()));
        List<RoundUnits.Line> rows = all.stream()
                .filter(line -> line.owed().standing().waitsForUnit()
                        && (chosen == null || chosen.contains(line.owed().unit())))
                .toList();
        return pages.show(
                "steering/indicators/reporting/round-remind",
                new RoundRemindPage(
                        id,
                        round.name(),
                        round.due(),
                        rows.stream()
                                .map(line -> new RoundRemindPage.Row(
                                        line.owed().unit().value(),
                                        line.name(),
                                        line.owed().standing(),
                                        line.reminded()))
                                .toList()));
    }

    @PostMapping("/reminded")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View remind(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") List<UnitCode> chosen, Flash flash) {
        Round round = round(actor, id);
        if (chosen.isEmpty()) throw Problem.bad("chosen", "table.chosen.fault");
        Rounds.Reminded told = rounds.remind(actor, round, chosen).orElseThrow(() -> new AccessDeniedException("unit"));
        return flash.then("rounds.reminded-many", List.of(told.told(), told.before(), told.nobody()), "/rounds/" + id);
    }

    private Round round(Actor actor, UUID id) {
        Round round = rounds.find(actor, id).orElseThrow(() -> Problem.notFound("rounds.none"));
        if (!rounds.mayRemind(actor, round)) throw new AccessDeniedException("unit");
        return round;
    }
}
