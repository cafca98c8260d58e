package vn.thucchat.steering.indicators.explanations;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.work.WorkItem.Outcome;
import vn.thucchat.foundation.work.WorkItems;

/**
 * Keeps the items of work of explanations: an answer that a unit owes, and one that the leader who asked has to read.
 * Called in the transaction of each act on an explanation.
 */
@Component
record ExplanationWork(WorkItems work) {

    static final String EXPLANATION = "indicators.explanation";
    static final String ANSWER = "indicators.answer";

    void asked(Explanation it) {
        work.open(List.of(new WorkItems.Opening(
                EXPLANATION,
                it.unit(),
                null,
                it.id(),
                List.of(it.indicator(), it.period().code()),
                it.synthetic(),
                it.askedAt(),
                it.due())));
    }

    void answered(Explanation it, Actor by, Instant at) {
        work.close(List.of(new WorkItems.Ending(EXPLANATION, it.unit(), it.id(), by, at, Outcome.DONE)));
        work.open(List.of(new WorkItems.Opening(
                ANSWER,
                it.unit(),
                it.askedBy(),
                it.id(),
                List.of(it.indicator(), it.period().code()),
                it.synthetic(),
                at,
                null)));
    }

    void closed(Explanation it, Actor by, Instant at) {
        work.close(List.of(new WorkItems.Ending(ANSWER, it.unit(), it.id(), by, at, Outcome.DONE)));
    }
}
