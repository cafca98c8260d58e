package vn.thucchat.foundation.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.SourceDocument;

/**
 * States one step of a kind of work, from a day on: {@code *, HEAD, 3}: whatever is three working days late is told to
 * the head of the unit.
 *
 * @param kind code of a {@link WorkKind}, or {@link #ALL} for those without a rule of their own for the step
 * @param workingDays null: the step is not taken
 * @param shipped came with a release; what an office states goes before it
 */
public record WorkRule(
        String kind,
        Step step,
        @Nullable Integer workingDays,
        LocalDate validFrom,
        SourceDocument document,
        boolean shipped) {

    public static final String ALL = "*";

    /** What happens to work as its time passes, in order. */
    public enum Step {
        /** so many working days it may take, where the act itself says no day */
        ALLOWED,
        /** so many working days before the due day those who have to act are told */
        BEFORE,
        /** on the due day they are told */
        DUE,
        /** so many working days after it they are told again */
        AFTER,
        /** so many working days after it the head of the unit is told */
        HEAD,
        /** so many working days after it the province's office is told */
        OFFICE;

        /** Whether somebody is told. */
        public boolean chases() {
            return this != ALLOWED;
        }

        /** How many working days after the due day a rule's number means. */
        int after(int workingDays) {
            return switch (this) {
                case BEFORE -> -workingDays;
                case ALLOWED, DUE -> 0;
                case AFTER, HEAD, OFFICE -> workingDays;
            };
        }
    }
}
