package vn.thucchat.foundation.registers.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.registers.RegisterField;

/**
 * What a card or certificate says, as a clerk reads it: the whole line of a card's QR code, or one value.
 *
 * @param card the line of the QR code, or nothing
 * @param paper which paper it was read from
 * @param on the day on which the paper was issued
 * @param key of this form, so that it counts once when it is sent twice
 */
record EntryForm(
        String card,
        @Nullable RegisterField field,
        String value,
        String paper,
        @Nullable LocalDate on,
        @Size(max = 60, message = "result.stale") String key) {}
