package vn.thucchat.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.TakenOver;

/** Loads the demonstration in steps, each whole or not at all; steps that are done are left out. */
@Component
class Loading {

    static final String BEGUN = "begun";
    static final String COMPLETE = "complete-with-markets";

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** Facts in one statement. */
    private static final int BATCH = 20_000;

    private final StepStore steps;
    private final Province province;
    private final Definitions definitions;
    private final Goals goals;
    private final People people;
    private final MarketLoading markets;
    private final Trading trading;
    private final Charging charging;
    private final SignRounds signRounds;
    private final TakenOver takenOver;
    private final Facts facts;
    private final RollUps rollUps;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    Loading(
            StepStore steps,
            Province province,
            Definitions definitions,
            Goals goals,
            People people,
            MarketLoading markets,
            Trading trading,
            Charging charging,
            SignRounds signRounds,
            TakenOver takenOver,
            Facts facts,
            RollUps rollUps,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.steps = steps;
        this.province = province;
        this.definitions = definitions;
        this.goals = goals;
        this.people = people;
        this.markets = markets;
        this.trading = trading;
        this.charging = charging;
        this.signRounds = signRounds;
        this.takenOver = takenOver;
        this.facts = facts;
        this.rollUps = rollUps;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** From now on the demonstration is on, also for a process that finds it half loaded. */
    void begin() {
        step(BEGUN, name -> {}, () -> {});
    }

    /** @param beginning told the name of each step inside its transaction; what it throws undoes the step and ends all */
    void load(Consumer<String> beginning) {
        if (steps.done(COMPLETE)) return;
        begin();
        var days = new Days(Ground.day(steps.doneAt(BEGUN).orElseThrow()));
        Actor reviewer = people.reviewer();
        step("indicators", beginning, definitions::define);
        step("connections", beginning, markets::connect);
        for (DemoMarket market : DemoMarket.ALL) step(market.code(), beginning, () -> markets.open(market));
        step("sign-rounds", beginning, signRounds::inspect);
        for (LocalDate day : trading.daysBefore(days)) step("trading-" + day, beginning, () -> trading.of(day));
        charging.months(days.loaded(), (name, what) -> step(name, beginning, what));
        // acts first: the roll-ups count them while the reports are written
        for (Period half : days.lived()) step("acts-" + half, beginning, () -> acts(days, half));
        step("targets", beginning, () -> goals.setTargets(days));
        step("rounds", beginning, () -> goals.openRounds(days));
        for (Period half : days.reported())
            step("papers-" + half, beginning, () -> {
                Papers papers = Papers.of(days, half, province.communes(half.to()), reviewer.name(), takenOver::keep);
                takenOver.record(reviewer, papers.submissions, papers.statements, days.accepted(half));
            });
        step(
                "explanations",
                beginning,
                () -> takenOver.explain(
                        Questions.of(days, province.communes(days.complete().to()), people.leader())));
        countAll();
        for (Period half : days.handedIn())
            step(
                    "figures-" + half,
                    beginning,
                    () -> takenOver.publish(reviewer, Province.CODE, half, days.published(half)));
        for (Period half : days.corrected())
            step("corrections-" + half, beginning, () -> correct(days, half, reviewer));
        step(COMPLETE, beginning, () -> {});
    }

    private void step(String name, Consumer<String> beginning, Runnable what) {
        apart.executeWithoutResult(status -> {
            if (steps.done(name)) return;
            beginning.accept(name);
            what.run();
            steps.insert(name, clock.instant());
        });
    }

    private void acts(Days days, Period half) {
        var batch = new ArrayList<Fact>(BATCH + 2_000);
        LocalDate last = days.lastDay(half);
        for (Commune commune : province.communes(last)) {
            batch.addAll(ActStream.of(commune, half, last));
            if (batch.size() >= BATCH) {
                facts.record(batch);
                batch.clear();
            }
        }
        facts.record(batch);
    }

    private void correct(Days days, Period half, Actor reviewer) {
        Papers papers = Papers.corrections(days, half, province.communes(half.to()), reviewer.name(), takenOver::keep);
        Instant decided = days.published(half).plus(Duration.ofDays(18));
        takenOver.record(reviewer, papers.submissions, papers.statements, decided);
        takenOver.publish(reviewer, Province.CODE, half, decided.plus(Duration.ofDays(1)));
    }

    /** Figures are computed from roll-ups: everything recorded must be in them. */
    private void countAll() {
        Instant recorded = clock.instant();
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (rollUps.asOf().isBefore(recorded)) {
            // returns at once when another process counts, or waits for a transaction that is still open
            rollUps.catchUp();
            if (System.nanoTime() > deadline)
                throw new IllegalStateException("An open transaction keeps the log from being counted");
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
