package vn.thucchat.foundation.identity.people.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's card as a clerk's reader or hand types it.
 *
 * @param card the line of the QR code, or the number
 * @param name only of a person who is new here
 * @param born only of a person who is new here
 * @param yearSeen the clerk saw that number and birthday name different years
 * @param compared the clerk compared card and face
 */
record CounterForm(
        String card,
        @NotNull(message = "form.choose") VisitPurpose purpose,
        String name,
        @Nullable LocalDate born,
        boolean yearSeen,
        boolean compared) {}
