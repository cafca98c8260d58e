package vn.thucchat.steering.indicators;

import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.work.WorkItems;

/**
 * Opens items for what was waiting already when an installation from before there were any is started: reports that are
 * owed, corrections, explanations. Once there is any item, acts keep them.
 */
@Component
@Order(WorkBackfill.ORDER)
class WorkBackfill implements ApplicationRunner {

    /** After the dictionary and before the demonstration. */
    static final int ORDER = RoomDictionaries.ORDER + 1;

    private final WorkItems work;
    private final RoundStore rounds;
    private final SubmissionStore submissions;
    private final ExplanationStore explanations;
    private final ReportingWork reporting;
    private final ExplanationWork explaining;
    private final FigureStore figures;

    WorkBackfill(
            WorkItems work,
            RoundStore rounds,
            SubmissionStore submissions,
            ExplanationStore explanations,
            ReportingWork reporting,
            ExplanationWork explaining,
            FigureStore figures) {
        this.work = work;
        this.rounds = rounds;
        this.submissions = submissions;
        this.explanations = explanations;
        this.reporting = reporting;
        this.explaining = explaining;
        this.figures = figures;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        // one process at a time
        figures.lock();
        if (work.none()) adopt();
    }

    /** What is open already stays as it is. */
    void adopt() {
        rounds.latest().forEach(reporting::opened);
        reporting.changed(submissions.returned().stream()
                .map(it -> new ReportingWork.Act(it, Actor.PLATFORM, Objects.requireNonNull(it.submittedAt())))
                .toList());
        for (Explanation it : explanations.open())
            if (it.answeredAt() == null) explaining.asked(it);
            else explaining.answered(it, Actor.PLATFORM, it.answeredAt());
    }
}
