package vn.thucchat.foundation.money.vietqr;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the bank list: who holds accounts under a BIN, and when.
 *
 * @param from the first day; null: since before the list began
 * @param to the last day; null: still so
 * @param source the document that says so
 */
public record BankLine(
        String bin,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String source) {}
