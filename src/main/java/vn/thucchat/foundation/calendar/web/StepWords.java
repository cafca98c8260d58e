package vn.thucchat.foundation.calendar.web;

import vn.thucchat.foundation.calendar.DueTime;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.calendar.Term;
import vn.thucchat.foundation.pages.Texts;

/** Says in words why days count towards a deadline or not. */
final class StepWords {

    private StepWords() {}

    /** {@code Quốc khánh: không tính}, {@code Ngày làm việc thứ 2 đến 5}. */
    static String reason(Texts t, Term term, DueTime.Step step) {
        return switch (step.kind()) {
            case DAY_OF_RECEIPT -> t.of("calendar.step.DAY_OF_RECEIPT");
            case AFTER_LATEST_HOUR -> t.of("calendar.step.AFTER_LATEST_HOUR");
            case NOT_WORKED -> t.of("calendar.step.NOT_WORKED", step.day().title(t));
            case COUNTED -> counted(t, term, step) + swapped(t, step);
        };
    }

    private static String counted(Texts t, Term term, DueTime.Step step) {
        return switch (term) {
            case Term.Hours _ -> t.of("calendar.step.hours", hours(t, step.counted()), hours(t, step.total()));
            case Term.Days(int days) when days == 0 -> t.of("calendar.step.at-once");
            case Term.Days _ when step.counted() == 1 -> t.of("calendar.step.day", t.number(step.total()));
            case Term.Days _ ->
                t.of("calendar.step.days", t.number(step.total() - step.counted() + 1), t.number(step.total()));
        };
    }

    private static String swapped(Texts t, DueTime.Step step) {
        return step.day().name().isEmpty() ? "" : " (" + step.day().title(t) + ")";
    }

    /** {@code 2 giờ 30 phút}. */
    private static String hours(Texts t, long minutes) {
        String hours = t.number(minutes / 60);
        return minutes % 60 == 0
                ? t.of("calendar.hours", hours)
                : t.of("calendar.hours-minutes", hours, t.number(minutes % 60));
    }

    /** The document behind a step; empty where none is needed. */
    static String source(DueTime.Step step) {
        SourceDocument ground = step.ground();
        return ground == null ? "" : ground.number();
    }
}
