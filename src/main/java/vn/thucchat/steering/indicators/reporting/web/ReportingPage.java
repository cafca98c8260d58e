package vn.thucchat.steering.indicators.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.steering.indicators.reporting.Submission;

/**
 * What waits for an officer.
 *
 * @param next the address of the next lines of {@code due}, or null; {@code first}: of the first ones, or null
 * @param sheets templates for many units at once
 */
public record ReportingPage(
        List<Due> due,
        @Nullable String first,
        @Nullable String next,
        List<Item> returned,
        List<Question> questions,
        List<Item> drafts,
        List<Item> waiting,
        List<Item> recent,
        List<Link> sheets,
        Start start,
        Upload upload) {

    /**
     * What a unit still owes of a round.
     *
     * @param daysLate negative: days left
     * @param begun whether something is written already
     */
    public record Due(
            String unit,
            String unitCode,
            String period,
            String periodCode,
            String round,
            LocalDate due,
            long daysLate,
            int owed,
            int stated,
            boolean begun,
            String template) {}

    /** @param reason why it was returned, or empty */
    public record Item(
            String url,
            String unit,
            String period,
            Submission.State state,
            @Nullable Instant at,
            String by,
            String reason) {}

    /** A leader's question about a figure. */
    public record Question(String url, String indicator, String unit, String period, LocalDate due, long daysLate) {}

    /** @param asked whether the reader came for this: the form comes first */
    public record Start(Form<?> form, boolean asked, List<Option> units, List<Option> periods) {}

    /** @param errors what is wrong in the sheet, cell by cell */
    public record Upload(Form<?> form, List<CellError> errors) {}

    public boolean nothing() {
        return due.isEmpty() && returned.isEmpty() && questions.isEmpty() && drafts.isEmpty();
    }
}
