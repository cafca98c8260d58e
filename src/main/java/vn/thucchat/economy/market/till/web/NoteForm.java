package vn.thucchat.economy.market.till.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import vn.thucchat.economy.market.till.PaymentNote;

/**
 * What is written beside a payment, as it is typed.
 *
 * @param key made with the form, so that what is sent twice is written down once
 */
record NoteForm(
        @NotNull(message = "form.mismatch") PaymentNote.Kind kind,
        String text,
        @NotNull(message = "form.mismatch") UUID key) {}
