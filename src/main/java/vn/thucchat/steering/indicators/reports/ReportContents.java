package vn.thucchat.steering.indicators.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.steering.indicators.explanations.Explanation;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.reporting.Round;

/**
 * What goes into a report: published figures only.
 *
 * @param figures in the order of the dictionary; those of the period, and those that are only known of its year so far
 * @param below how many units of the level below there are
 * @param behind those of them that miss targets, most missed first
 * @param known how many of them have published figures
 * @param mapped the indicator that most of them are known in, or null where they are known in none
 * @param rounds who still owes figures of the period
 * @param explanations asked and answered, when they are to be printed
 */
public record ReportContents(
        Report report,
        List<Assessment> figures,
        int below,
        int known,
        List<Behind> behind,
        @Nullable String mapped,
        List<Owing> rounds,
        List<Explanation> explanations) {

    /** A unit that misses targets. */
    public record Behind(Unit unit, int missed, int planned) {}

    /** Of a call for figures: how many units answered all of it, and which did not. */
    public record Owing(Round round, int complete, List<Unit> incomplete) {}

    /** Whether demonstration figures are in it. */
    public boolean synthetic() {
        return figures.stream().anyMatch(each -> each.figure().synthetic());
    }
}
