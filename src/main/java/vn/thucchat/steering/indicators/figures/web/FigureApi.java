package vn.thucchat.steering.indicators.figures.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.DescribedRefusal;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.FigureEvidence;
import vn.thucchat.steering.indicators.figures.Figures;

/** Published figures for everybody. */
@RestController
@RequestMapping(path = "/api/v1/figures", produces = MediaType.APPLICATION_JSON_VALUE)
record FigureApi(
        RequestParameters asked,
        Figures figures,
        Assessments assessments,
        Indicators indicators,
        FigureEvidence evidence) {

    private static final String MILLIONTHS = "millionths";

    /**
     * A fact behind a figure. For a restricted kind the API returns instead the sum of one unit's day with at least five
     * distinct subjects; {@code id}, {@code at}, {@code facets}, {@code subject} and {@code evidence} are then null or empty.
     *
     * @param id the fact's; of one about a subject a name made for this figure alone
     * @param at the moment; null where the reader may not open the act
     * @param subject who or what it is about, by a name made for this figure alone; null: about the unit
     * @param subjects how many distinct subjects a unit's day is about; null for a single fact
     * @param evidence where the act is shown; null where the reader may not open it
     * @param amountUnit of {@code amount}: đồng, … or empty where the kind has none or the indicator's measure applies
     */
    record FactJson(
            @Nullable String id,
            String kind,
            String unit,
            LocalDate day,
            @Nullable Instant at,
            Map<String, String> facets,
            long count,
            BigDecimal amount,
            String amountUnit,
            Provenance provenance,
            boolean synthetic,
            boolean corrected,
            @Nullable String subject,
            @Nullable Long subjects,
            @Nullable String evidence) {}

    @Operation(summary = "A unit's published figures of a period")
    @DescribedRefusal(status = "404", why = "There is no such unit in those boundaries")
    @GetMapping
    @Allow(anyone = true)
    Slice<FigureJson> list(
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Period of = asked.period(period);
        LocalDate in = asked.boundaries(boundaries, of);
        UnitCode code = asked.unit(unit, in).code();
        int most = asked.limit(limit, 500);
        List<Indicator> wanted = indicators.all();
        List<Figure> readings = figures.publishedIn(in, List.of(code), of, wanted);
        List<Assessment> all = assessments.of(Figures.firsts(readings), wanted).stream()
                .sorted(Comparator.comparingInt((Assessment s) -> s.indicator().sort())
                        .thenComparing(s -> s.indicator().code()))
                .toList();
        if (cursor != null && all.stream().noneMatch(s -> s.indicator().code().equals(cursor)))
            throw Problem.bad("cursor", "figure.bad-cursor");
        List<FigureJson> rest = all.stream()
                .map(FigureJson::of)
                .dropWhile(json -> cursor != null && !json.indicator().equals(cursor))
                .skip(cursor == null ? 0 : 1)
                .toList();
        if (rest.size() <= most) return new Slice<>(rest, null);
        return new Slice<>(rest.subList(0, most), rest.get(most - 1).indicator());
    }

    @Operation(summary = "A published figure")
    @GetMapping("/{indicator}/{unit}/{period}")
    @Allow(anyone = true)
    FigureJson one(
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable Integer revision) {
        Indicator it = asked.indicator(indicator);
        Figure figure = figure(it, unit, period, boundaries);
        if (revision != null) figure = revision(figure, revision);
        return FigureJson.of(assessments.of(List.of(figure), List.of(it)).getFirst());
    }

    @Operation(summary = "The facts behind a published figure")
    @GetMapping("/{indicator}/{unit}/{period}/evidence")
    @Allow(anyone = true)
    Slice<FactJson> evidence(
            Actor actor,
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Indicator it = asked.indicator(indicator);
        Figure figure = figure(it, unit, period, boundaries);
        int most = asked.limit(limit, 100);
        if (!evidence.showsEach(actor, figure, it)) {
            FigureEvidence.Days days = evidence.days(actor, figure, it, group(evidence, figure, cursor), most);
            return new Slice<>(
                    days.groups().stream().map(group -> day(figure, group)).toList(),
                    days.next() == null
                            ? null
                            : evidence.sealed(figure, days.next().cursor()));
        }
        Evidence page = evidence.of(figure, it, cursor(evidence, figure, cursor), most);
        var opens = new HashMap<List<String>, Boolean>();
        return new Slice<>(
                page.facts().stream()
                        .map(entry -> fact(
                                figure,
                                entry,
                                opens.computeIfAbsent(
                                        List.of(
                                                entry.fact().kind(),
                                                entry.fact().unit().value()),
                                        _ -> evidence.opensActs(actor, entry.fact()))))
                        .toList(),
                page.next() == null ? null : evidence.sealed(figure, page.next().toString()));
    }

    private Figure figure(Indicator indicator, String unit, String period, @Nullable String boundaries) {
        Period of = asked.period(period);
        LocalDate in = asked.boundaries(boundaries, of);
        UnitCode code = asked.unit(unit, in).code();
        return figures.publishedIn(in, List.of(code), of, List.of(indicator)).stream()
                .min(Figures.FIRST)
                .orElseThrow(() -> Problem.notFound("figure.none", indicator.code(), unit, period));
    }

    private Figure revision(Figure of, int revision) {
        return figures.revisions(of.indicator(), of.unit(), of.period()).stream()
                .filter(it -> it.basis() == of.basis() && it.synthetic() == of.synthetic())
                .filter(it -> it.publication() != null && it.publication().revision() == revision)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("figure.no-revision", Integer.toString(revision)));
    }

    static Evidence.@Nullable Cursor cursor(FigureEvidence evidence, Figure figure, @Nullable String text) {
        return read(evidence, figure, text, Evidence.Cursor::parse);
    }

    static Evidence.@Nullable Group group(FigureEvidence evidence, Figure figure, @Nullable String text) {
        return read(evidence, figure, text, Evidence.Group::after);
    }

    private static <T> @Nullable T read(
            FigureEvidence evidence, Figure figure, @Nullable String text, Function<String, T> parsed) {
        try {
            return text == null || text.isBlank() ? null : parsed.apply(evidence.opened(figure, text));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("cursor", "figure.bad-cursor");
        }
    }

    private FactJson day(Figure figure, Evidence.Group it) {
        String unit = evidence.amountUnit(it.kind());
        return new FactJson(
                null,
                it.kind(),
                it.unit().value(),
                it.day(),
                null,
                Map.of(),
                it.total().count(),
                amount(it.total().amount(), unit),
                unit.equals(MILLIONTHS) ? "" : unit,
                figure.provenance(),
                figure.synthetic(),
                false,
                null,
                it.total().subjects(),
                null);
    }

    /** Decimals are kept exactly as millionths; readers get the number itself. */
    private static BigDecimal amount(long amount, String unit) {
        return unit.equals(MILLIONTHS)
                ? BigDecimal.valueOf(amount, 6).stripTrailingZeros()
                : BigDecimal.valueOf(amount);
    }

    private FactJson fact(Figure figure, Evidence.Entry entry, boolean opens) {
        Fact it = entry.fact();
        String unit = evidence.amountUnit(it.kind());
        return new FactJson(
                evidence.name(figure, it),
                it.kind(),
                it.unit().value(),
                it.day(),
                // to the microsecond it would be a name of its own
                opens || it.subject() == null ? it.at() : null,
                it.facets(),
                it.count(),
                amount(it.amount(), unit),
                unit.equals(MILLIONTHS) ? "" : unit,
                it.provenance(),
                it.synthetic(),
                entry.corrected(),
                evidence.pseudonym(figure, it),
                null,
                opens ? evidence.path(it) : null);
    }
}
