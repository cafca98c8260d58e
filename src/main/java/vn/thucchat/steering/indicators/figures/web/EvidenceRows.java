package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.FacetLabels;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.Terms;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.FigureEvidence;

/** Says in words what single facts, days of facts and their sums are. */
@Component
record EvidenceRows(FigureEvidence evidence, DisplayNames wording, FacetLabels facets) {

    EvidencePage.Row of(Texts t, Figure figure, Evidence.Group day) {
        String unit = evidence.amountUnit(day.kind());
        return new EvidencePage.Row(
                day.day(),
                wording.name(t, day.unit(), day.day()),
                t.of("fact." + day.kind()),
                List.of(t.of("evidence.subjects", t.number(day.total().subjects()))),
                null,
                BigDecimal.valueOf(day.total().count()),
                unit.isEmpty() ? null : amount(day.total().amount(), unit),
                figure.provenance(),
                figure.synthetic(),
                false,
                "");
    }

    /** {@code số lượt “Nhận hồ sơ” với Kênh: trực tuyến: 820}. */
    List<String> sums(Texts t, Figure figure, Indicator indicator) {
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
            sums.add(Terms.words(t, term) + ": " + counted(t, term, sum));
        }
        return sums;
    }

    private String counted(Texts t, Term term, long sum) {
        String unit = term.measure() == Measure.AMOUNT ? evidence.amountUnit(term.kind()) : "";
        return unit.isEmpty() ? t.number(sum) : amount(sum, unit).text(t);
    }

    /** One line for each fact, the records that its attributes stand for by their names. */
    List<EvidencePage.Row> of(Actor actor, Texts t, Figure figure, List<Evidence.Entry> page) {
        FacetLabels.Labels labels =
                facets.of(t, page.stream().map(entry -> entry.fact().facets()).toList());
        return page.stream()
                .map(entry -> row(t, figure, entry, labels, evidence.opensActs(actor, entry.fact())))
                .toList();
    }

    private EvidencePage.Row row(
            Texts t, Figure figure, Evidence.Entry entry, FacetLabels.Labels labels, boolean opens) {
        Fact fact = entry.fact();
        String unit = evidence.amountUnit(fact.kind());
        return new EvidencePage.Row(
                fact.day(),
                wording.name(t, fact.unit(), fact.day()),
                t.of("fact." + fact.kind()),
                labels.of(fact.facets()),
                evidence.pseudonym(figure, fact),
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
}
