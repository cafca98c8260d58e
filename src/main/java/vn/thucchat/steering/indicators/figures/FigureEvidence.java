package vn.thucchat.steering.indicators.figures;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.security.LinkAccess;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.reporting.UnitStatements;

/** Opens a figure down to the facts that it is made of. */
@Service
public class FigureEvidence {

    /** The parts of a stated number, as its facts name them. */
    private static final List<Evidence.Selector> STATED = List.of("value", "numerator", "denominator").stream()
            .map(part -> new Evidence.Selector(UnitStatements.FACT, Map.of("part", part)))
            .toList();

    private static final UUID ANY_ACT = new UUID(0, 0);

    private final Facts facts;
    private final FigureOrigins origins;
    private final Disclosure disclosure;
    private final Figures figures;
    private final LinkAccess doors;
    private final Seal seal;

    FigureEvidence(
            Facts facts, FigureOrigins origins, Disclosure disclosure, Figures figures, LinkAccess doors, Seal seal) {
        this.facts = facts;
        this.origins = origins;
        this.disclosure = disclosure;
        this.figures = figures;
        this.doors = doors;
        this.seal = seal;
    }

    /**
     * Days of units, for a reader who may not open single acts.
     *
     * @param groups those with enough distinct subjects
     * @param withheld how many others there are on this page
     * @param next the last group of this page, shown or not, or null at the end
     */
    public record Days(List<Evidence.Group> groups, int withheld, Evidence.@Nullable Group next) {}

    /**
     * A part of the facts behind a figure.
     *
     * @param unit of this one only; null: of all
     * @param from with {@code to}, of these days only; null: of all
     */
    public record Part(
            @Nullable UnitCode unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Part ALL = new Part(null, null, null);

        private Set<Evidence.Stretch> of(Set<Evidence.Stretch> stretches) {
            var parts = new LinkedHashSet<Evidence.Stretch>();
            for (Evidence.Stretch stretch : stretches) {
                if (unit != null && !unit.equals(stretch.unit())) continue;
                LocalDate first = from == null || from.isBefore(stretch.from()) ? stretch.from() : from;
                LocalDate last = to == null || to.isAfter(stretch.to()) ? stretch.to() : to;
                if (!first.isAfter(last)) parts.add(new Evidence.Stretch(stretch.unit(), first, last));
            }
            return parts;
        }

        /** What is found by key speaks of the whole period, not of some days. */
        private Set<Evidence.Key> ofKeys(Set<Evidence.Key> keys) {
            if (from != null || to != null) return Set.of();
            if (unit == null) return keys;
            return keys.stream().filter(key -> key.unit().equals(unit)).collect(Collectors.toSet());
        }
    }

    /** Whether the reader sees each fact behind a figure: its kinds are open, or its acts open to the reader. */
    public boolean showsEach(Actor reader, Figure figure, Indicator indicator) {
        if (figure.basis() == Basis.STATED) return true;
        return terms(indicator).stream()
                .flatMap(term -> facts.kind(term.kind()).stream())
                .allMatch(kind -> kind.disclosure() == FactKind.Disclosure.OPEN
                        || doors.open(
                                reader,
                                kind.evidence().apply(ANY_ACT),
                                figure.unit().value(),
                                figure.synthetic()));
    }

    /** As {@link #days(Actor, Figure, Indicator, Part, Evidence.Group, int)}, of all. */
    public Days days(Actor reader, Figure figure, Indicator indicator, Evidence.@Nullable Group after, int limit) {
        return days(reader, figure, indicator, Part.ALL, after, limit);
    }

    /**
     * What a reader who does not see each fact may see of restricted ones, the latest day first; for strangers no day of
     * a unit whose own figure is withheld, which its days would come to.
     */
    public Days days(
            Actor reader, Figure figure, Indicator indicator, Part part, Evidence.@Nullable Group after, int limit) {
        List<Evidence.Group> found =
                facts.groups(query(figure, indicator, part, null, limit, withheld(reader, figure, indicator)), after);
        List<Evidence.Group> shown =
                found.stream().filter(Evidence.Group::mayBeTold).toList();
        return new Days(shown, found.size() - shown.size(), found.size() < limit ? null : found.getLast());
    }

    /**
     * A name for a fact's subject that is good for one figure only: equal for equal subjects, so that they can be
     * counted, and of no use to find them again in another figure or to learn who they are. HMAC-SHA-256 in 26 signs.
     */
    public @Nullable String pseudonym(Figure figure, Fact fact) {
        UUID subject = fact.subject();
        if (subject == null) return null;
        return seal.mark(subject.toString(), "subject of " + key(figure));
    }

    /**
     * A name for a fact that is good for one figure only, where the fact is about somebody: by its own id two
     * pseudonyms of one subject could be told to be one.
     */
    public String name(Figure figure, Fact fact) {
        String id = fact.id().value().toString();
        return fact.subject() == null ? id : seal.mark(id, "fact of " + key(figure));
    }

    /** Whether the reader may open the acts that a kind's facts came from. */
    public boolean opensActs(Actor reader, Fact fact) {
        return facts.kind(fact.kind())
                .map(kind -> doors.open(
                        reader, kind.evidence().apply(ANY_ACT), fact.unit().value(), fact.synthetic()))
                .orElse(false);
    }

    /**
     * Where a next page begins, in a text that tells its reader nothing: a cursor holds a fact's id, or a day that is
     * withheld.
     */
    public String sealed(Figure figure, String cursor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.close(cursor.getBytes(StandardCharsets.UTF_8), "evidence page of " + key(figure)));
    }

    /** @throws IllegalArgumentException when the text is not from {@link #sealed} of this figure */
    public String opened(Figure figure, String sealed) {
        try {
            return new String(
                    seal.open(Base64.getUrlDecoder().decode(sealed), "evidence page of " + key(figure)),
                    StandardCharsets.UTF_8);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("Not a cursor: " + sealed, e);
        }
    }

    private static String key(Figure figure) {
        return "%s %s %s %s".formatted(figure.indicator(), figure.unit(), figure.period(), figure.boundaries());
    }

    /** As {@link #of(Figure, Indicator, Part, Evidence.Cursor, int)}, of all. */
    public Evidence of(Figure figure, Indicator indicator, Evidence.@Nullable Cursor after, int limit) {
        return of(figure, indicator, Part.ALL, after, limit);
    }

    /** The facts behind a figure, the latest day first; those corrected since are told apart. */
    public Evidence of(Figure figure, Indicator indicator, Part part, Evidence.@Nullable Cursor after, int limit) {
        return facts.find(query(figure, indicator, part, after, limit));
    }

    /**
     * Sums the facts behind a figure up by day and by unit; for a reader who does not see each fact only what {@link
     * #days} shows, so that nothing can be told by subtracting.
     */
    public Evidence.Summary summary(Actor reader, Figure figure, Indicator indicator) {
        return facts.summary(
                query(figure, indicator, Part.ALL, null, 1, withheld(reader, figure, indicator)),
                showsEach(reader, figure, indicator) ? 0 : Evidence.Group.FEWEST_SUBJECTS);
    }

    /** What the facts behind a figure come to, by the terms of the indicator's formula; of a stated one, in all. */
    public List<Evidence.Total> totals(Figure figure, Indicator indicator) {
        return facts.totals(
                query(figure, indicator, Part.ALL, null, 1),
                figure.basis() == Basis.STATED ? STATED : terms(indicator));
    }

    /** How many facts in force are behind a figure. */
    public long count(Figure figure, Indicator indicator) {
        List<Evidence.Selector> kinds = (figure.basis() == Basis.STATED ? STATED : terms(indicator))
                .stream()
                        .map(Evidence.Selector::kind)
                        .distinct()
                        .map(kind -> new Evidence.Selector(kind, Map.of()))
                        .toList();
        return facts.totals(query(figure, indicator, Part.ALL, null, 1), kinds).stream()
                .mapToLong(Evidence.Total::facts)
                .sum();
    }

    private Evidence.Query query(
            Figure figure, Indicator indicator, Part part, Evidence.@Nullable Cursor after, int limit) {
        return query(figure, indicator, part, after, limit, WithheldDays.NONE);
    }

    private Evidence.Query query(
            Figure figure,
            Indicator indicator,
            Part part,
            Evidence.@Nullable Cursor after,
            int limit,
            WithheldDays withheld) {
        FigureOrigins.Origins of = origins.of(figure, indicator);
        Set<Evidence.Stretch> stretches = part.of(of.stretches());
        stretches.removeIf(stretch -> withheld.of(stretch.unit(), stretch.from()));
        return new Evidence.Query(
                flows(indicator), stretches, part.ofKeys(of.keys()), Set.of(figure.synthetic()), after, limit);
    }

    /** The days that a reader is not told of, who sees neither each fact nor every figure of the unit as it runs. */
    WithheldDays withheld(Actor reader, Figure figure, Indicator indicator) {
        return showsEach(reader, figure, indicator) || figures.seesRunning(reader, figure.unit(), figure.synthetic())
                ? WithheldDays.NONE
                : WithheldDays.of(disclosure.withheldWithin(figure, indicator), disclosure.units());
    }

    private static List<Evidence.Selector> terms(Indicator indicator) {
        return indicator
                .computed()
                .map(formula -> formula.terms().stream()
                        .map(term -> new Evidence.Selector(term.kind(), term.filter()))
                        .toList())
                .orElse(List.of());
    }

    /** What the formula counts as it happens; what it takes as it stands is found by key. */
    private static List<Evidence.Selector> flows(Indicator indicator) {
        return indicator
                .computed()
                .map(formula -> formula.terms().stream()
                        .filter(term -> term.measure() != Measure.LAST)
                        .map(term -> new Evidence.Selector(term.kind(), term.filter()))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** Where the record that a fact came from is shown. */
    public @Nullable String path(Fact fact) {
        return facts.evidencePath(fact).orElse(null);
    }

    /** The unit of a fact's amount, as its kind declares it. */
    public String amountUnit(String kind) {
        return facts.kind(kind).map(FactKind::amountUnit).orElse("");
    }
}
