package vn.thucchat.foundation.calendar.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * A due time and how it is counted.
 *
 * @param agencies those with hours of their own; none to choose of when empty
 * @param answer null until something was asked
 */
public record DuePage(
        Form<?> form, List<Option> agencies, @Nullable Answer answer) {

    /** @param api the same for programs */
    public record Answer(Instant due, boolean provisional, List<Step> steps, String api) {}

    /** @param counts whether the days count towards the deadline */
    public record Step(LocalDate from, LocalDate to, boolean counts, String reason, String source) {}
}
