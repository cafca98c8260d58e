package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.definitions.web.Terms;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.FigureEvidence;
import vn.thucchat.steering.indicators.figures.Figures;

/** A figure's page, and the facts behind it. */
@Controller
@RequestMapping("/figures/{indicator}/{unit}/{period}")
record FigureController(
        RequestParameters asked,
        Figures figures,
        FigureAnatomy anatomy,
        FigureExplorer explorer,
        FigureEvidence evidence,
        EvidenceGroups groups,
        DisplayNames wording,
        Pages pages) {

    private static final int FACTS_PER_PAGE = 50;

    @GetMapping
    @Allow(anyone = true)
    View figure(
            Actor actor,
            Texts t,
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam Map<String, String> query) {
        FigureSubject subject = FigureSubject.of(asked, indicator, unit, period, boundaries);
        List<Figure> readings = readings(actor, subject);
        Figure shown = shown(readings, reading);
        if (revision != null) shown = revision(subject, shown, revision);
        return pages.show(
                "steering/indicators/figures/figure",
                anatomy.of(
                        actor,
                        t,
                        subject,
                        readings,
                        shown,
                        reading != null,
                        explorer.of(actor, t, subject, shown, query)));
    }

    @GetMapping("/evidence")
    @Allow(anyone = true)
    View evidence(
            Actor actor,
            Texts t,
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after) {
        FigureSubject subject = FigureSubject.of(asked, indicator, unit, period, boundaries);
        Figure shown = shown(readings(actor, subject), reading);
        if (shown == null) throw Problem.notFound("figure.none", indicator, unit, period);
        String self = DisplayNames.figure(indicator, shown.unit(), shown.period(), subject.boundaries());
        FigureEvidence.Part part = part(of, from, to, subject.period());
        String all = "/figures/%s/%s/%s/evidence?reading=%s%s"
                .formatted(
                        indicator,
                        shown.unit(),
                        shown.period(),
                        FigureFormat.reading(shown),
                        DisplayNames.in(shown.period(), subject.boundaries(), "&"));
        String here = all + query(part);
        boolean each = evidence.showsEach(actor, shown, subject.indicator());
        List<EvidencePage.Row> rows;
        @Nullable String next;
        @Nullable String note = null;
        if (each) {
            Evidence page = evidence.of(
                    shown, subject.indicator(), part, FigureApi.cursor(evidence, shown, after), FACTS_PER_PAGE);
            rows = page.facts().stream()
                    .map(entry -> row(t, shown, entry, evidence.opensActs(actor, entry.fact())))
                    .toList();
            next = page.next() == null
                    ? null
                    : evidence.sealed(shown, page.next().toString());
        } else {
            var days = evidence.days(
                    shown, subject.indicator(), part, FigureApi.group(evidence, shown, after), FACTS_PER_PAGE);
            rows = days.groups().stream().map(day -> row(t, shown, day)).toList();
            next = days.next() == null
                    ? null
                    : evidence.sealed(shown, days.next().cursor());
            String fewest = t.number(Evidence.Group.FEWEST_SUBJECTS);
            // of a part, how many days are withheld would tell which
            note = part.equals(FigureEvidence.Part.ALL)
                    ? t.of("evidence.days", fewest, t.number(days.withheld()))
                    : t.of("course.enough", fewest);
        }
        return pages.show(
                "steering/indicators/figures/evidence",
                new EvidencePage(
                        DisplayNames.name(t, subject.indicator()),
                        subject.indicator().pillar().name(),
                        wording.path(t, shown.unit(), shown.period(), subject.boundaries()),
                        DisplayNames.name(t, shown.period()),
                        new Link(self, t.of("evidence.back")),
                        FigureFormat.quantity(shown, subject.indicator()),
                        null,
                        evidence.count(shown, subject.indicator()),
                        sums(t, shown, subject.indicator()),
                        part.equals(FigureEvidence.Part.ALL) && after == null
                                ? groups.of(t, shown, subject.indicator(), each, all)
                                : null,
                        chosen(t, part, all, subject.period()),
                        rows,
                        after == null ? null : here,
                        next == null ? null : here + "&after=" + next,
                        note));
    }

    /** A unit, or days within the period; what is neither is refused, not taken for all. */
    private FigureEvidence.Part part(@Nullable String unit, @Nullable String from, @Nullable String to, Period period) {
        UnitCode only = unit == null || unit.isBlank()
                ? null
                : asked.unit(unit, period.to()).code();
        return new FigureEvidence.Part(
                only,
                from == null || from.isBlank() ? null : asked.day("from", from),
                to == null || to.isBlank() ? null : asked.day("to", to));
    }

    private static String query(FigureEvidence.Part part) {
        return (part.unit() == null ? "" : "&of=" + part.unit())
                + (part.from() == null ? "" : "&from=" + part.from())
                + (part.to() == null ? "" : "&to=" + part.to());
    }

    /** {@code Phường Túc Duyên · 4/5/2026 – 10/5/2026}, and the way back to all; null where all is shown. */
    private @Nullable Link chosen(Texts t, FigureEvidence.Part part, String all, Period period) {
        if (part.equals(FigureEvidence.Part.ALL)) return null;
        LocalDate from = part.from() == null ? period.from() : part.from();
        LocalDate to = part.to() == null ? period.to() : part.to();
        String days = part.from() == null && part.to() == null
                ? ""
                : Course.name(t, new Course.Stretch(from, to, BigDecimal.ZERO));
        String unit = part.unit() == null ? "" : wording.name(t, part.unit(), period.to());
        return new Link(all, unit + (unit.isEmpty() || days.isEmpty() ? "" : " · ") + days);
    }

    private EvidencePage.Row row(Texts t, Figure figure, Evidence.Group day) {
        String unit = evidence.amountUnit(day.kind());
        return new EvidencePage.Row(
                day.day(),
                wording.name(t, day.unit(), day.day()),
                t.of("fact." + day.kind()),
                List.of(t.of("evidence.subjects", t.number(day.total().subjects()))),
                BigDecimal.valueOf(day.total().count()),
                unit.isEmpty() ? null : amount(day.total().amount(), unit),
                figure.provenance(),
                figure.synthetic(),
                false,
                "");
    }

    /** {@code số lượt “Nhận hồ sơ” với Kênh: trực tuyến: 820}. */
    private List<String> sums(Texts t, Figure figure, Indicator indicator) {
        Formula formula = indicator.computed().orElse(null);
        if (formula == null || figure.basis() == Basis.STATED) return List.of();
        List<Evidence.Total> totals = evidence.totals(figure, indicator);
        var sums = new ArrayList<String>();
        for (int i = 0; i < totals.size(); i++) {
            Term term = formula.terms().get(i);
            Evidence.Total total = totals.get(i);
            long sum = switch (term.measure()) {
                case COUNT -> total.count();
                case AMOUNT, LAST -> total.amount();
                case SUBJECTS -> total.subjects();
            };
            sums.add(Terms.words(t, term) + ": " + t.number(sum));
        }
        return sums;
    }

    private EvidencePage.Row row(Texts t, Figure figure, Evidence.Entry entry, boolean opens) {
        Fact fact = entry.fact();
        String unit = evidence.amountUnit(fact.kind());
        String subject = evidence.pseudonym(figure, fact);
        return new EvidencePage.Row(
                fact.day(),
                wording.name(t, fact.unit(), fact.day()),
                t.of("fact." + fact.kind()),
                Stream.concat(
                                fact.facets().entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(facet -> Terms.facet(t, facet.getKey(), facet.getValue())),
                                subject == null ? Stream.of() : Stream.of(t.of("evidence.subject", subject)))
                        .toList(),
                BigDecimal.valueOf(fact.count()),
                unit.isEmpty() ? null : amount(fact.amount(), unit),
                fact.provenance(),
                fact.synthetic(),
                fact.corrects() != null,
                opens ? java.util.Objects.requireNonNullElse(evidence.path(fact), "") : "");
    }

    /** Millionths are a way to keep decimals exactly; people read the number itself. */
    private static Quantity amount(long amount, String unit) {
        return unit.equals("millionths")
                ? Quantity.of(BigDecimal.valueOf(amount, 6).stripTrailingZeros(), "count")
                : Quantity.of(BigDecimal.valueOf(amount), unit);
    }

    private List<Figure> readings(Actor actor, FigureSubject subject) {
        return figures
                .visible(
                        actor,
                        List.of(subject.unit().code()),
                        subject.period(),
                        subject.boundaries(),
                        List.of(subject.indicator()))
                .stream()
                .sorted(Figures.FIRST)
                .toList();
    }

    private static @Nullable Figure shown(List<Figure> readings, @Nullable String reading) {
        return readings.stream()
                .filter(figure ->
                        reading == null || FigureFormat.reading(figure).equals(reading))
                .findFirst()
                .orElse(null);
    }

    private Figure revision(FigureSubject subject, @Nullable Figure shown, int revision) {
        return figures.revisions(subject.indicator().code(), subject.unit().code(), subject.period()).stream()
                .filter(it -> shown != null && it.basis() == shown.basis() && it.synthetic() == shown.synthetic())
                .filter(it -> it.publication() != null && it.publication().revision() == revision)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("figure.no-revision", Integer.toString(revision)));
    }
}
