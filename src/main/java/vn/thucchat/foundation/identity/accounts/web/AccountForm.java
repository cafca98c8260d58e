package vn.thucchat.foundation.identity.accounts.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change of an account as a person types it: of its name, or a role more.
 *
 * @param version of the account that the page showed
 * @param ends the last day on which a role more is held, or null
 */
record AccountForm(
        int version,
        String name,
        String role,
        String unit,
        @Nullable LocalDate ends) {}
