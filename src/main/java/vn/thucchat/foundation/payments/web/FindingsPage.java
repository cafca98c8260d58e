package vn.thucchat.foundation.payments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.payments.Findings;

/**
 * The work list of money that waits.
 *
 * @param first the address of the list's beginning, or null on it
 * @param next the address of the next part, or null at the end
 */
public record FindingsPage(
        List<Findings.Waiting> waiting,
        @Nullable String first,
        @Nullable String next) {}
