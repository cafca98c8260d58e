package vn.thucchat.steering.indicators.explanations.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.explanations.Explanation;

/**
 * A question about a figure, its answer, and what may be done next.
 *
 * @param earlier what was asked and answered before, in order
 * @param overdue days past the last day to answer; 0 or less while there is time, or when it was answered
 * @param mayAnswer whether the reader reports for the unit and no answer was given
 * @param recipients who was told of it and is not asked
 * @param tell who else can be told; null where the reader does not lead the unit
 * @param mayClose whether the reader leads the unit and an answer waits: it is closed, or asked on from
 */
public record ExplanationPage(
        String url,
        QuestionPage.Subject subject,
        Explanation.State state,
        List<Exchange> earlier,
        String askedBy,
        LocalDate askedOn,
        String question,
        LocalDate due,
        long overdue,
        @Nullable Answer answer,
        boolean synthetic,
        boolean mayAnswer,
        boolean mayClose,
        int version,
        List<Explanation.Recipient> recipients,
        QuestionPage.@Nullable Tell tell,
        Form<?> form) {

    public record Exchange(String askedBy, LocalDate askedOn, String question, LocalDate due, Answer answer) {}

    public record Answer(String by, LocalDate on, String text, List<Link> files) {}
}
