package vn.thucchat.steering.indicators.explanations;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.work.WorkItems;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.reporting.HistoricalSubmissions;

/**
 * Opens items for what was waiting already when an installation from before there were any is started: reports that are
 * owed, corrections, explanations. Once there is any item, acts keep them.
 */
@Component
@Order(WorkBackfill.ORDER)
class WorkBackfill implements ApplicationRunner {

    /** After the dictionary and before the demonstration. */
    static final int ORDER = Indicators.LOADED + 1;

    private final WorkItems work;
    private final HistoricalSubmissions submissions;
    private final ExplanationStore explanations;
    private final ExplanationWork explaining;

    WorkBackfill(
            WorkItems work,
            HistoricalSubmissions submissions,
            ExplanationStore explanations,
            ExplanationWork explaining) {
        this.work = work;
        this.submissions = submissions;
        this.explanations = explanations;
        this.explaining = explaining;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        // one process at a time
        explanations.lock();
        if (work.none()) adopt();
    }

    /** What is open already stays as it is. */
    void adopt() {
        submissions.openWork();
        for (Explanation it : explanations.open())
            if (it.answeredAt() == null) explaining.asked(it);
            else explaining.answered(it, Actor.PLATFORM, it.answeredAt());
    }
}
