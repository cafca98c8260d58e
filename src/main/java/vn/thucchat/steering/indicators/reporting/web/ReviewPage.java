package vn.thucchat.steering.indicators.reporting.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for a reviewer: to be decided on, the longest waiting first, and to be published. */
public record ReviewPage(
        List<Waiting> waiting,
        @Nullable String first,
        @Nullable String next,
        List<Unpublished> unpublished) {

    /** @param days since it was handed in */
    public record Waiting(
            String url,
            String unit,
            String period,
            String by,
            Instant since,
            long days,
            int lines,
            boolean file,
            boolean synthetic) {}

    public record Unpublished(String url, String unit, String period, int statements) {}
}
