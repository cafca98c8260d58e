package vn.thucchat.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.steering.indicators.definitions.Documents;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.explanations.HistoricalExplanations;
import vn.thucchat.steering.indicators.figures.HistoricalFigures;
import vn.thucchat.steering.indicators.reporting.HistoricalSubmissions;

/** Sets targets, states and explains figures, and publishes them with what was counted. */
@Component
@Order(400)
record FigureSteps(
        Province province,
        Goals goals,
        People people,
        Documents documents,
        HistoricalSubmissions submissions,
        HistoricalExplanations explanations,
        HistoricalFigures figures,
        RollUps rollUps,
        InstantSource clock)
        implements DemonstrationStep {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        Actor reviewer = people.reviewer();
        step.accept("targets", () -> goals.setTargets(days));
        step.accept("rounds", () -> goals.openRounds(days));
        for (Period half : days.reported())
            step.accept("papers-" + half, () -> {
                Papers papers = Papers.of(days, half, province.communes(half.to()), reviewer.name(), documents::keep);
                submissions.record(reviewer, papers.submissions, papers.statements, days.accepted(half));
            });
        step.accept(
                "explanations",
                () -> explanations.record(
                        Questions.of(days, province.communes(days.complete().to()), people.leader())));
        countAll();
        for (Period half : days.handedIn())
            step.accept("figures-" + half, () -> figures.publish(reviewer, Province.CODE, half, days.published(half)));
        for (Period half : days.corrected()) step.accept("corrections-" + half, () -> correct(days, half, reviewer));
        step.accept(
                "reports-given-up",
                () -> days.handedIn().forEach(half -> submissions.giveUp(half, true, days.published(half))));
    }

    private void correct(Days days, Period half, Actor reviewer) {
        Papers papers = Papers.corrections(days, half, province.communes(half.to()), reviewer.name(), documents::keep);
        Instant decided = days.published(half).plus(Duration.ofDays(18));
        submissions.record(reviewer, papers.submissions, papers.statements, decided);
        figures.publish(reviewer, Province.CODE, half, decided.plus(Duration.ofDays(1)));
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
