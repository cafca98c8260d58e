package vn.thucchat.steering.indicators.reporting.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RatioParts;
import vn.thucchat.steering.indicators.reporting.Plausibility;
import vn.thucchat.steering.indicators.reporting.Submission;

/**
 * A submission: to read for everybody whose role reaches its unit, to write while it is open, to decide on while it
 * waits.
 *
 * @param version what a form on the page brings back
 * @param document number, title and issuer, or empty
 * @param documentUrl the attachment, or null when there is none
 * @param redrawn whether the unit's territory changed since the period before: nothing is compared with that
 * @param missing the names of what the unit states and is not in it
 * @param oddities what a reviewer should look at, in the reader's language; of the paper as a whole
 * @param takesBack whether the reader may take it back before review; {@code withdraws}: give it up
 * @param decides whether the reader may accept or return it
 * @param ownWork the reader is a reviewer of the unit, but stated it: another reviewer decides
 * @param decision what was typed as the reason for a return, and what is wrong with it
 * @param form null when it cannot be written on
 * @param stale whether somebody was faster: what stands is shown beside what was typed
 * @param lost what was typed and can no longer be kept; only when stale
 * @param publish where an accepted submission can be published
 */
public record SubmissionPage(
        UUID id,
        int version,
        String unit,
        String period,
        List<Link> path,
        Submission.State state,
        boolean synthetic,
        String document,
        @Nullable LocalDate issuedOn,
        @Nullable String documentUrl,
        String documentFile,
        String note,
        String reason,
        boolean redrawn,
        List<Line> lines,
        List<String> missing,
        List<String> oddities,
        List<Submission.Step> steps,
        boolean takesBack,
        boolean withdraws,
        boolean decides,
        boolean ownWork,
        Form<?> decision,
        @Nullable Writing form,
        boolean stale,
        List<Lost> lost,
        @Nullable String publish) {

    /**
     * One number that is stated.
     *
     * @param parts what numerator and denominator are called, or null when the definition does not say
     * @param holds what is accepted for the same period now, or null
     * @param before what held in the period before, or null
     * @param change from the period before, or null when nothing is known of it
     */
    public record Line(
            String name,
            String pillar,
            String url,
            @Nullable Quantity value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable RatioParts parts,
            Provenance provenance,
            LocalDate asOf,
            String quote,
            @Nullable Quantity holds,
            @Nullable Quantity before,
            @Nullable Growth change,
            List<String> oddities) {}

    /** @param summary what is wrong, each with the indicator's name; the form has the same for beside the field */
    public record Writing(Form<?> form, List<Block> blocks, List<Fault> summary) {}

    /**
     * The fields of one indicator.
     *
     * @param unit of the number, or empty where things are counted
     * @param definition of the indicator, in the reader's language
     * @param percent whether the number is in per cent
     * @param parts what numerator and denominator are called, or null when the definition does not say
     * @param value what was understood of the number that was typed, or null; likewise the others
     * @param share what numerator and denominator come to, or null
     * @param holds what is accepted for the same period now, or null
     * @param before what held in the period before, or null
     * @param beforeShare the same as programs read it ({@code 96.34}), or null
     * @param stored what somebody else has saved meanwhile, or null
     * @param questions what is odd about what was typed, each as a question
     * @param usual between which numbers nothing is asked, or null
     */
    public record Block(
            String code,
            String name,
            String pillar,
            String unit,
            String definition,
            boolean ratio,
            boolean percent,
            @Nullable RatioParts parts,
            boolean opened,
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String share,
            @Nullable String holds,
            @Nullable String before,
            @Nullable String beforeShare,
            @Nullable String stored,
            List<String> questions,
            Plausibility.@Nullable Range usual) {}

    /** What was typed for something. */
    public record Lost(String name, String typed) {}

    /** When it was last handed in, or null. */
    public @Nullable Instant submittedAt() {
        Instant at = null;
        for (var step : steps) if (step.made() == Submission.State.SUBMITTED) at = step.at();
        return at;
    }
}
