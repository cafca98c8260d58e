package vn.thucchat.foundation.pages;

import org.jspecify.annotations.Nullable;

/**
 * A row of the page on which people check their answers before a form is sent, for the tag {@code summary}.
 *
 * @param change where it is changed, or null where it cannot be
 */
public record SummaryRow(
        String label, String value, @Nullable String change) {}
