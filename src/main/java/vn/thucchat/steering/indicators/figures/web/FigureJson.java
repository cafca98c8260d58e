package vn.thucchat.steering.indicators.figures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Figure;

/**
 * A figure as the API gives it. Values that were computed are rounded to two decimals; counts, numerators and
 * denominators are exact.
 *
 * @param yoyPct change on the same period of the year before in per cent; null for shares whose earlier value is known:
 *     theirs is {@code yoyPoints}, in percentage points
 * @param progress {@code BEHIND} (chậm), {@code ON_TRACK} (đúng tiến độ) or {@code AHEAD} (vượt): within the year against
 *     {@code milestone}, else against {@code target}; null where it cannot be judged
 * @param milestone what should have been reached by a day on the path to the year's target; null when the target itself
 *     judges, or nothing does
 * @param derivation how the value was concluded where no source states it as it stands; else null
 * @param targetDerivation the same of the target
 * @param revision null when the figure was put together for other boundaries and is not itself published
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FigureJson(
        String indicator,
        String unit,
        String period,
        LocalDate boundaries,
        String basis,
        String comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String measure,
        @Nullable BigDecimal target,
        @Nullable String targetDocument,
        @Nullable String targetDerivation,
        @Nullable BigDecimal variancePoints,
        @Nullable BigDecimal achievementPct,
        @Nullable BigDecimal yoyPct,
        @Nullable BigDecimal yoyPoints,
        @Nullable String progress,
        @Nullable Milestone milestone,
        Provenance provenance,
        boolean synthetic,
        boolean derived,
        @Nullable String derivation,
        @Nullable Source source,
        LocalDate asOf,
        @Nullable Integer revision,
        @Nullable Instant publishedAt,
        Figure.@Nullable Coverage coverage,
        List<Undivided> undivided,
        String evidence) {

    record Source(String document, String quote) {}

    /**
     * @param variance value less the milestone's value, in points for shares
     * @param base the value at the end of the year before that a state set out from, or null
     * @param ownPath whether the unit set the path by quarter; else it is straight by working days
     */
    record Milestone(
            BigDecimal value,
            LocalDate day,
            @Nullable BigDecimal variance,
            @Nullable BigDecimal base,
            boolean ownPath) {}

    /** What nobody decided how to divide between {@code heirs}; in no heir's figure, only in one that holds them all. */
    record Undivided(String unit, List<String> heirs) {}

    static FigureJson of(Assessment standing) {
        Figure it = standing.figure();
        Target target = standing.target();
        Document document = standing.document();
        return new FigureJson(
                it.indicator(),
                it.unit().value(),
                it.period().code(),
                it.boundaries(),
                it.basis().name(),
                it.comparator(),
                rounded(it.value()),
                it.numerator(),
                it.denominator(),
                standing.indicator().measure(),
                target == null ? null : target.value(),
                target == null ? null : target.document().citation(),
                target == null || target.derivation().isEmpty() ? null : target.derivation(),
                rounded(standing.variancePoints()),
                rounded(standing.achievementPct()),
                rounded(standing.yoyPct()),
                rounded(standing.yoyPoints()),
                standing.progress() == null ? null : standing.progress().name(),
                milestone(standing),
                it.provenance(),
                it.synthetic(),
                !it.derivation().isEmpty(),
                it.derivation().isEmpty() ? null : it.derivation(),
                document == null ? null : new Source(document.citation(), standing.quote()),
                it.asOf(),
                it.publication() == null ? null : it.publication().revision(),
                it.publication() == null ? null : it.publication().at(),
                it.coverage(),
                it.undivided().stream()
                        .map(u -> new Undivided(
                                u.source().value(),
                                u.heirs().stream().map(Object::toString).toList()))
                        .toList(),
                "/api/v1/figures/%s/%s/%s/evidence".formatted(it.indicator(), it.unit(), it.period()));
    }

    private static @Nullable Milestone milestone(Assessment of) {
        var due = of.milestone();
        if (due == null) return null;
        return new Milestone(
                java.util.Objects.requireNonNull(rounded(due.value())),
                due.day(),
                rounded(of.judgedVariance()),
                rounded(due.base()),
                due.ownPath());
    }

    static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
        if (value == null) return null;
        BigDecimal two = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return two.scale() < 0 ? two.setScale(0) : two;
    }
}
