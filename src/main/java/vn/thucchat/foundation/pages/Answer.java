package vn.thucchat.foundation.pages;

import org.jspecify.annotations.Nullable;

/**
 * An answer that a person checks before a form is sent, for the tag {@code summary}.
 *
 * @param change where it is changed, or null where it cannot be
 */
public record Answer(String label, String value, @Nullable String change) {}
