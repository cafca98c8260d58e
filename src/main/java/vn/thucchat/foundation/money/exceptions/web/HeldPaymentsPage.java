package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.exceptions.HeldPayments;

/**
 * The work list of payments that are held.
 *
 * @param first the address of the list's beginning, or null on it
 * @param next the address of the next part, or null at the end
 */
public record HeldPaymentsPage(
        List<HeldPayments.Waiting> held,
        @Nullable String first,
        @Nullable String next) {}
