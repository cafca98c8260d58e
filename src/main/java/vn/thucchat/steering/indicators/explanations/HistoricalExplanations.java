package vn.thucchat.steering.indicators.explanations;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;

/** Takes over questions about figures that were asked elsewhere, with the answers that were given. */
@Service
public class HistoricalExplanations {

    private final ExplanationStore explanations;
    private final ExplanationWork work;

    HistoricalExplanations(ExplanationStore explanations, ExplanationWork work) {
        this.explanations = explanations;
        this.work = work;
    }

    /** Stores questions as they stood. */
    @Transactional
    public void record(List<Explanation> asked) {
        for (Explanation question : asked) {
            explanations.ask(question);
            work.asked(question);
            if (question.answeredAt() == null || question.answeredByName() == null) continue;
            var answerer = new Actor(new UUID(0, 0), "", question.answeredByName(), question.synthetic(), List.of());
            explanations.answer(question.id(), 1, question.answer(), question.files(), answerer, question.answeredAt());
            work.answered(question, answerer, question.answeredAt());
            if (question.state() == Explanation.State.CLOSED) {
                explanations.close(question.id(), 2, question.answeredAt());
                work.closed(question, asker(question), question.answeredAt());
            }
        }
    }

    private static Actor asker(Explanation question) {
        return new Actor(question.askedBy(), "", question.askedByName(), question.synthetic(), List.of());
    }
}
