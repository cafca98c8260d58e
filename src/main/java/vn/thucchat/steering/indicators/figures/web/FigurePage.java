package vn.thucchat.steering.indicators.figures.web;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.FigurePanel;

/**
 * One figure and everything that it is made of. Names are in the reader's language already; numbers and dates are
 * values, written by the page.
 *
 * @param value null when nothing has been stated or measured
 * @param missing why there is no value, and what there is instead; null where there is one
 * @param against null without a target
 * @param readings the same thing known in another way, beside this figure and never mixed into it
 * @param explorer the figure on a map, through time, beside other units
 * @param panels what other rooms tell of the figure
 */
public record FigurePage(
        Heading heading,
        @Nullable Quantity value,
        @Nullable Missing missing,
        TargetStatus standing,
        Known known,
        @Nullable Against against,
        @Nullable Target target,
        @Nullable Change change,
        @Nullable Source source,
        Method method,
        List<Reading> readings,
        @Nullable Coverage coverage,
        Content explorer,
        Boundaries boundaries,
        Below below,
        List<Revision> revisions,
        List<FigurePanel.Panel> panels,
        Evidence evidence,
        Downloads downloads) {

    /**
     * @param path from the nation down to the unit, each to its scorecard; the last is the unit itself
     * @param pillar {@code GOVERNMENT}, {@code ECONOMY}, {@code SOCIETY} or {@code INFRASTRUCTURE}
     * @param period to the scorecard of the unit and period
     * @param previous the period before, or the present one from what lies ahead
     * @param next the period after, or null where it has not begun
     */
    public record Heading(
            String name,
            String definitionUrl,
            String pillar,
            List<Link> path,
            Link period,
            Link previous,
            @Nullable Link next) {

        public String unit() {
            return path.getLast().text();
        }
    }

    /**
     * How we know, and as of when.
     *
     * @param derived worked out from another statement
     * @param revision 0 for a running figure that is not published
     * @param published null for a running figure
     * @param state a message key: what can be said of a figure that is not there, or is not published
     * @param updated when a running figure last took in facts; null for a published one
     */
    public record Known(
            Provenance provenance,
            boolean synthetic,
            boolean derived,
            LocalDate asOf,
            int revision,
            @Nullable LocalDate published,
            @Nullable Instant updated,
            String state) {}

    /**
     * A figure that is not there.
     *
     * @param title that there is none, or that it is not published yet
     * @param why the reason, in words
     * @param nearest what there is instead, or null
     */
    public record Missing(
            String title, String why, @Nullable Nearest nearest) {}

    /**
     * The published figure of the nearest period that has a value, a real one before any of the demonstration.
     *
     * @param figure its period and value
     */
    public record Nearest(Link figure, Provenance provenance, boolean synthetic, boolean derived) {}

    /**
     * The document that set the target.
     *
     * @param statement how it was stated, where it was derived or quoted; or null
     */
    public record Target(
            String document,
            @Nullable String url,
            @Nullable LocalDate dated,
            @Nullable String statement) {}

    /**
     * From the year before.
     *
     * @param growth in points for shares, else in per cent or times
     * @param before last year's value; null when only the change was stated
     * @param better whether the change is one for the better
     * @param derived last year's value was worked out from the stated change
     */
    public record Change(
            Growth growth,
            @Nullable Quantity before,
            @Nullable String url,
            boolean better,
            boolean derived) {}

    /** Who stated it, in their words. */
    public record Source(
            @Nullable String quote,
            String document,
            @Nullable String url,
            @Nullable LocalDate dated) {}

    /**
     * How it is calculated.
     *
     * @param formula in words, of what was computed or put together; null for a unit's own statement
     * @param code the formula as the office wrote it, or null
     * @param share whether it is a share of something, so that a numerator that nobody stated is missed
     * @param numerator null when it was not stated
     */
    public record Method(
            String definition,
            @Nullable String formula,
            @Nullable String code,
            boolean share,
            @Nullable Part numerator,
            @Nullable Part denominator,
            @Nullable Link legalBasis) {}

    /**
     * Numerator or denominator: how many, and the facts behind it.
     *
     * @param name what is counted, where the definition says so in a formula
     */
    public record Part(
            @Nullable String name,
            BigDecimal value,
            @Nullable String url) {}

    /**
     * Another reading of the same thing.
     *
     * @param difference that reading less this figure; null when they cannot be compared
     */
    public record Reading(
            String name,
            Quantity value,
            Provenance provenance,
            boolean synthetic,
            boolean derived,
            @Nullable BigDecimal difference,
            String url) {}

    /** How many of those who should have reported have. */
    public record Coverage(
            int reported, int expected, @Nullable String url) {}

    /**
     * In whose borders the figure is asked for.
     *
     * @param own whether it is the period's own last day
     * @param planned the figure in the boundaries of its own day where a target holds there alone, or null
     * @param undivided units that were split and could not be divided, and what was done about it
     */
    public record Boundaries(
            LocalDate day, boolean own, @Nullable Planned planned, List<Undivided> undivided) {}

    /** A target that was set in the boundaries of a day, and the figure that is held against it. */
    public record Planned(LocalDate day, String url) {}

    public record Undivided(Link unit, String how) {}

    /**
     * The units below.
     *
     * @param total how many there are
     * @param valued how many of them have a value of this figure; null where the figure is not put together of theirs,
     *     and where the reader may see none of their values
     * @param comparison to all of them beside each other; null when there are none
     * @param made whether the figure is put together of theirs; false for the unit's own statement
     */
    public record Below(
            int total, @Nullable Integer valued, @Nullable String comparison, boolean made) {}

    /** @param reason why it was made, or null for the first */
    public record Revision(
            int number,
            Quantity value,
            LocalDate published,
            String url,
            @Nullable String reason,
            boolean shown) {}

    /** @param facts how many facts are behind the figure; null when they are not counted */
    public record Evidence(String url, @Nullable Long facts) {}

    /** The same data for machines. */
    public record Downloads(
            String csv, String xlsx, @Nullable String json) {}
}
