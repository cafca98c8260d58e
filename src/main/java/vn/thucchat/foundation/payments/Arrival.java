package vn.thucchat.foundation.payments;

import org.jspecify.annotations.Nullable;

/**
 * A movement on its way in: told, proved, its account known.
 *
 * @param original what the teller sent, to be kept sealed; null: nothing is
 */
record Arrival(
        ReceivingAccount account,
        Notice notice,
        Movement.Source source,
        @Nullable String original) {}
