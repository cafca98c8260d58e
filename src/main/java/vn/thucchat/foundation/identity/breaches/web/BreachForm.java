package vn.thucchat.foundation.identity.breaches.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.breaches.Breach;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Multiline;

/**
 * What an officer writes of a breach. A moment is a day and a time of day, {@code 14:05}; without a day it has
 * not been. A day without its hour is refused: the clock of the law counts hours.
 *
 * @param noticedOn only of a new one
 * @param no of the revision that was read; only of a revision
 */
record BreachForm(
        @Nullable LocalDate noticedOn,

        @Pattern(regexp = TIME, message = "breaches.time.fault")
        String noticedTime,

        @Size(min = 5, max = 2000, message = "breaches.text.length") @Multiline
        String happened,

        @Size(min = 3, max = 300, message = "breaches.contact.length")
        String contact,

        @Size(min = 5, max = 2000, message = "breaches.text.length") @Multiline
        String consequences,

        @Size(min = 5, max = 2000, message = "breaches.text.length") @Multiline
        String measures,

        @NotNull(message = "breaches.affected.fault")
        @Min(value = 0, message = "breaches.affected.fault")
        @Max(value = 100_000_000, message = "breaches.affected.fault")
        Integer affected,

        @Nullable LocalDate authorityOn,

        @Pattern(regexp = TIME, message = "breaches.time.fault")
        String authorityTime,

        @Nullable LocalDate peopleOn,

        @Pattern(regexp = TIME, message = "breaches.time.fault")
        String peopleTime,

        @Nullable Integer no) {

    private static final String MISSING = "breaches.time.missing";

    /** Empty, or a time of day of two digits each. */
    static final String TIME = "|([01]\\d|2[0-3]):[0-5]\\d";

    /** The hours that are missing beside a day. */
    List<FieldError> missingHours() {
        var missing = new ArrayList<FieldError>();
        if (noticedOn != null && noticedTime.isEmpty()) missing.add(new FieldError("noticedTime", MISSING));
        if (authorityOn != null && authorityTime.isEmpty()) missing.add(new FieldError("authorityTime", MISSING));
        if (peopleOn != null && peopleTime.isEmpty()) missing.add(new FieldError("peopleTime", MISSING));
        return missing;
    }

    @Nullable
    Instant noticedAt() {
        return moment(noticedOn, noticedTime);
    }

    Breach.Revision revision() {
        return new Breach.Revision(
                happened,
                contact,
                consequences,
                measures,
                affected,
                moment(authorityOn, authorityTime),
                moment(peopleOn, peopleTime));
    }

    private static @Nullable Instant moment(@Nullable LocalDate day, String time) {
        if (day == null) return null;
        return day.atTime(LocalTime.parse(time)).atZone(BusinessTime.VIETNAM).toInstant();
    }
}
