package vn.thucchat.portal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.Charge;
import vn.thucchat.economy.market.Charges;
import vn.thucchat.economy.market.MarketRoles;
import vn.thucchat.economy.market.MarketWork;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.payments.Findings;
import vn.thucchat.foundation.payments.HeldPayments;
import vn.thucchat.foundation.payments.PaymentRoles;
import vn.thucchat.foundation.payments.Refunds;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.Explanation;
import vn.thucchat.steering.indicators.Explanations;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.Round;
import vn.thucchat.steering.indicators.Rounds;
import vn.thucchat.steering.indicators.SteeringRoles;
import vn.thucchat.steering.indicators.Submission;
import vn.thucchat.steering.indicators.Submissions;
import vn.thucchat.steering.indicators.web.Wording;

/** Gathers what waits for a person in each of their roles. */
@Component
class Work {

    /** What one look asks of each source; a person with more has enough to do. */
    private static final int EACH = 100;

    private static final int ROUNDS = 10;

    private final Submissions submissions;
    private final Rounds rounds;
    private final Explanations explanations;
    private final Indicators indicators;
    private final Charges charges;
    private final MarketWork markets;
    private final Findings findings;
    private final Refunds refunds;
    private final HeldPayments held;
    private final Access access;
    private final Wording wording;
    private final InstantSource clock;

    Work(
            Submissions submissions,
            Rounds rounds,
            Explanations explanations,
            Indicators indicators,
            Charges charges,
            MarketWork markets,
            Findings findings,
            Refunds refunds,
            HeldPayments held,
            Access access,
            Wording wording,
            InstantSource clock) {
        this.submissions = submissions;
        this.rounds = rounds;
        this.explanations = explanations;
        this.indicators = indicators;
        this.charges = charges;
        this.markets = markets;
        this.findings = findings;
        this.refunds = refunds;
        this.held = held;
        this.access = access;
        this.wording = wording;
        this.clock = clock;
    }

    /** The most overdue first; what has no day comes last. */
    List<WorkPage.Item> of(Texts t, Actor actor) {
        var items = new ArrayList<WorkPage.Item>();
        if (actor.holds(SteeringRoles.REPORTER)) reporting(t, actor, items);
        if (actor.holds(SteeringRoles.REVIEWER)) reviewing(t, actor, items);
        if (actor.holds(Roles.LEADER)) leading(t, actor, items);
        if (actor.holds(SteeringRoles.STEERING_OFFICE)) steering(t, actor, items);
        if (actor.holds(MarketRoles.TRADER)) owing(t, actor, items);
        if (actor.holds(PaymentRoles.ACCOUNTANT)) keepingBooks(t, actor, items);
        if (actor.holds(MarketRoles.MARKET_MANAGER) || actor.holds(MarketRoles.COLLECTOR)) running(t, actor, items);
        items.sort(
                Comparator.comparing(WorkPage.Item::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())));
        return items;
    }

    private void reporting(Texts t, Actor actor, List<WorkPage.Item> items) {
        var told = new HashSet<List<Object>>();
        for (Rounds.Due missing : rounds.missing(actor, null, EACH)) {
            Round round = missing.round();
            Round.Owed owed = missing.owed();
            // what a reviewer has is out of the reporter's hands
            if (!owed.standing().waitsForUnit()) continue;
            told.add(List.of(owed.unit(), round.period()));
            items.add(new WorkPage.Item(
                    t.of("work.report." + owed.standing().name(), round.name()),
                    about(t, owed.unit(), round.period()),
                    round.due(),
                    ChronoUnit.DAYS.between(round.due(), Ground.day(clock.instant())),
                    "/reporting",
                    Map.of("unit", owed.unit().value(), "period", round.period().code()),
                    t.of(owed.standing() == Round.Standing.RETURNED ? "work.action.correct" : "work.action.report")));
        }
        var mine = access.units(actor, SteeringRoles.REPORTER);
        for (Submission returned : submissions.mine(actor, null, EACH))
            if (returned.state() == Submission.State.RETURNED
                    && mine.contains(returned.unit().value())
                    && told.add(List.of(returned.unit(), returned.period())))
                items.add(item(
                        t.of("work.returned"),
                        about(t, returned.unit(), returned.period()),
                        null,
                        "/submissions/" + returned.id(),
                        t.of("work.action.correct")));
        for (Explanation asked : explanations.waiting(actor, EACH))
            items.add(item(
                    t.of("work.explain", indicator(t, asked)),
                    about(t, asked.unit(), asked.period()),
                    asked.due(),
                    "/explanations/" + asked.id(),
                    t.of("work.action.answer")));
    }

    private void reviewing(Texts t, Actor actor, List<WorkPage.Item> items) {
        for (Submission waiting : submissions.waiting(actor, null, EACH)) {
            var submitted = waiting.submittedAt();
            items.add(item(
                    submitted == null ? t.of("work.review") : t.of("work.review.since", t.date(Ground.day(submitted))),
                    about(t, waiting.unit(), waiting.period()),
                    null,
                    "/submissions/" + waiting.id(),
                    t.of("work.action.review")));
        }
    }

    private void leading(Texts t, Actor actor, List<WorkPage.Item> items) {
        for (Explanation answered : explanations.answered(actor, EACH))
            items.add(item(
                    t.of("work.answered", indicator(t, answered)),
                    about(t, answered.unit(), answered.period()),
                    null,
                    "/explanations/" + answered.id(),
                    t.of("work.action.read")));
    }

    private void steering(Texts t, Actor actor, List<WorkPage.Item> items) {
        var mine = access.units(actor, SteeringRoles.STEERING_OFFICE);
        List<Round> open = rounds.latest().stream()
                .filter(round -> round.synthetic() == actor.synthetic()
                        && mine.contains(round.above().value()))
                .limit(ROUNDS)
                .toList();
        Map<UUID, List<Round.Owed>> standing = rounds.standing(open);
        for (Round round : open) {
            List<Round.Owed> units = standing.getOrDefault(round.id(), List.of());
            long missing = units.stream()
                    .filter(owed -> owed.standing().waitsForUnit())
                    .count();
            if (missing > 0)
                items.add(item(
                        t.of("work.round", round.name(), t.number(missing), t.number(units.size())),
                        about(t, round.above(), round.period()),
                        round.due(),
                        "/rounds/" + round.id(),
                        t.of("work.action.round")));
        }
    }

    private void owing(Texts t, Actor actor, List<WorkPage.Item> items) {
        for (Charge charge : charges.owedBy(actor))
            items.add(item(
                    t.of("market.charge." + charge.kind().name()) + " "
                            + t.of(
                                    "charges.month",
                                    charge.month().getMonthValue() + "/"
                                            + charge.month().getYear()),
                    t.of("till.title", charge.number()) + " · " + t.number(charge.amountVnd()) + " đ",
                    charge.dueOn(),
                    "/market/charges/" + charge.id(),
                    t.of("work.action.pay")));
    }

    private void keepingBooks(Texts t, Actor actor, List<WorkPage.Item> items) {
        List<HeldPayments.Waiting> doubtful = held.open(actor, null, EACH);
        if (!doubtful.isEmpty())
            items.add(item(
                    t.of("work.held", t.number(doubtful.size()) + (doubtful.size() < EACH ? "" : "+")),
                    t.of("work.held.text"),
                    null,
                    "/money/held",
                    t.of("work.action.decide")));
        List<Findings.Waiting> waiting = findings.open(actor, null, EACH);
        if (!waiting.isEmpty())
            items.add(item(
                    t.of("work.money", t.number(waiting.size()) + (waiting.size() < EACH ? "" : "+")),
                    t.of(
                            "work.money.since",
                            t.date(waiting.getFirst().movement().day())),
                    null,
                    "/money/findings",
                    t.of("work.action.decide")));
        List<Findings.Waiting> owed = refunds.waiting(actor, null, EACH);
        if (!owed.isEmpty())
            items.add(item(
                    t.of("work.refunds", t.number(owed.size()) + (owed.size() < EACH ? "" : "+")),
                    t.of("work.refunds.text"),
                    null,
                    "/money/refunds",
                    t.of("work.action.give-back")));
    }

    private void running(Texts t, Actor actor, List<WorkPage.Item> items) {
        for (MarketWork.Waiting in : markets.of(actor)) {
            String name = in.market().name();
            String at = "/markets/" + in.market().code();
            Charge.Overdue overdue = in.overdue();
            if (overdue.count() > 0)
                items.add(item(
                        t.of("work.arrears", name, t.number(overdue.stalls())),
                        t.of("work.arrears.text", t.number(overdue.amountVnd()), t.number(overdue.count())),
                        overdue.since(),
                        in.manages()
                                ? at + "/arrears"
                                : "/market/owed?market=" + in.market().code(),
                        t.of(in.manages() ? "work.action.arrears" : "work.action.collect")));
            if (in.manages() && in.bare() > 0)
                items.add(item(
                        t.of("work.bare", name, t.number(in.bare())),
                        t.of("work.bare.text"),
                        null,
                        at + "/stalls?bare=true",
                        t.of("work.action.bare")));
            if (in.uninspected())
                items.add(item(
                        t.of("work.inspect", name),
                        t.of("work.inspect.text"),
                        null,
                        at + "/rounds",
                        t.of("work.action.inspect")));
        }
    }

    private String about(Texts t, UnitCode unit, Period period) {
        return wording.name(t, unit, period.to()) + " · " + Wording.name(t, period);
    }

    private String indicator(Texts t, Explanation of) {
        return indicators.find(of.indicator()).map(it -> Wording.name(t, it)).orElse(of.indicator());
    }

    private WorkPage.Item item(String what, String about, @Nullable LocalDate due, String url, String action) {
        long overdue = due == null ? 0 : ChronoUnit.DAYS.between(due, Ground.day(clock.instant()));
        return new WorkPage.Item(what, about, due, overdue, url, Map.of(), action);
    }
}
