package vn.thucchat.steering.indicators.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.figures.Basis;

/**
 * A report that was ordered and, once built, never changes.
 *
 * @param step how far the build has come: 1 figures, 2 paper, 3 spreadsheet
 * @param onTrial ordered by a demonstration account
 * @param failure names the incident when it could not be built; else empty
 * @param synthetic whether demonstration figures are in it; null until built
 * @param sha256 of its CSV, which holds the figures; null until built
 */
public record Report(
        UUID id,
        ReportOrder order,
        State state,
        int step,
        Instant orderedAt,
        String orderedBy,
        boolean onTrial,
        String failure,
        @Nullable Instant builtAt,
        @Nullable Boolean synthetic,
        @Nullable String sha256) {

    public static final int STEPS = 3;

    public enum State {
        WAITING,
        BUILT,
        FAILED;

        static final Transitions<State> LIFE = Transitions.from(WAITING)
                .act("step", WAITING, WAITING)
                .act("build", BUILT, WAITING)
                .act("fail", FAILED, WAITING)
                .act("again", WAITING, FAILED);
    }

    /** The forms that a report is kept in. */
    public enum Form {
        PDF,
        XLSX,
        CSV
    }

    /**
     * A figure as it stands in a report.
     *
     * @param newest its newest revision today; more than {@code revision} when it has changed since
     */
    public record Line(
            String indicator,
            Period period,
            Basis basis,
            boolean synthetic,
            int revision,
            int newest,
            String comparator,
            BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Provenance provenance,
            boolean derived) {}

    /** What it was built into. */
    @SuppressWarnings("ArrayRecordComponent") // files on their way, compared by nobody
    public record Files(String sha256, byte[] csv, byte[] xlsx, byte[] pdf) {}

    /** As addresses and the job name it. */
    public String path() {
        return "/reports/" + id;
    }
}
