package vn.thucchat.steering.indicators.reports.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.reports.Report;

/**
 * One report: how far it is, or what is in it and what has changed since.
 *
 * @param failure names the incident, or empty
 * @param again whether this person may have it built again
 * @param check the SHA-256 of its CSV, or null until built
 * @param newer how many of its figures have got a newer revision
 */
public record ReportPage(
        String url,
        String unit,
        String period,
        List<Link> path,
        String number,
        LocalDate date,
        Report.State state,
        int step,
        String failure,
        boolean again,
        boolean synthetic,
        boolean onTrial,
        @Nullable Instant builtAt,
        String orderedBy,
        @Nullable String check,
        List<Line> lines,
        long newer) {

    /**
     * A figure as it stands in it.
     *
     * @param of the period of a figure that is not of the report's own, or null
     * @param newest the revision that it has today, or 0 when that is the one in the report
     */
    public record Line(
            String indicator,
            @Nullable String of,
            Quantity value,
            Provenance provenance,
            boolean synthetic,
            boolean derived,
            int revision,
            String url,
            int newest,
            String now) {}
}
