package vn.thucchat.foundation.pages;

import org.jspecify.annotations.Nullable;

/**
 * A page that says what went wrong and what to do next.
 *
 * @param incident a short code that finds the cause in the log, or null when the cause is known to the reader
 * @param back the page of ours that led here, or null
 */
public record ProblemPage(
        int status,
        String title,
        String detail,
        String next,
        @Nullable String incident,
        @Nullable String back) {}
