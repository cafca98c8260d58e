package vn.thucchat.steering.indicators.definitions.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.FormulaBuilder.Shape;
import vn.thucchat.steering.indicators.definitions.web.FormulaBuilder.Side;

/** Shows the form of an indicator, with what its formula means and comes to today. */
@Component
record IndicatorFormView(Indicators indicators, FormulaBuilder builder, Trials trials, Pages pages) {

    /**
     * The form as it is.
     *
     * @param of the indicator that is changed; null of a new one
     * @param draft what the form says so far, to be tried; null where it says too little
     */
    View show(
            Actor actor, Texts t, @Nullable Indicator of, Form<?> form, @Nullable Indicator draft, HttpStatus status) {
        String formula = builder.formula(form);
        boolean right = indicators.formulaFault(formula).isEmpty();
        String today = !right || draft == null || formula.isEmpty() ? null : trials.words(t, actor, draft);
        return pages.show(
                "steering/indicators/definitions/indicator-form",
                new IndicatorFormPage(
                        of == null ? null : of.code(),
                        of == null ? "/indicators" : "/indicators/" + of.code(),
                        form,
                        choices(t),
                        indicators.kinds().stream()
                                .map(kind -> new IndicatorFormPage.Kind(
                                        kind.code(),
                                        t.of("fact." + kind.code()),
                                        kind.facets().stream()
                                                .sorted()
                                                .map(facet -> facet(t, facet, kind.values()))
                                                .toList(),
                                        kind.state(),
                                        t.orElse("fact.unit." + kind.amountUnit(), kind.amountUnit())))
                                .toList(),
                        part(t, form, formula, right, today)),
                status);
    }

    private FormulaBuilderPart part(Texts t, Form<?> form, String formula, boolean right, @Nullable String today) {
        Shape shape = FormulaBuilder.shape(form);
        var sums = new ArrayList<FormulaBuilderPart.Sum>();
        if (shape.built()) sums.add(sum(t, form, Side.TOP, shape));
        if (shape.divides()) sums.add(sum(t, form, Side.BOTTOM, shape));
        return new FormulaBuilderPart(
                shape.name(),
                Option.all(t, "indicator.builder.shape.", Shape.values()),
                sums,
                shape == Shape.CODE,
                shape == Shape.CODE ? form.text("formula") : formula,
                formula.isEmpty() || !right ? null : Terms.sentence(t, Formula.of(formula)),
                today);
    }

    private FormulaBuilderPart.Sum sum(Texts t, Form<?> form, Side side, Shape shape) {
        List<Term> terms = builder.terms(form, side);
        List<Option> kinds = Option.after(
                new Option("", t.of("indicator.builder.no-kind")),
                indicators.kinds().stream()
                        .map(kind -> new Option(kind.code(), t.of("fact." + kind.code())))
                        .sorted(Comparator.comparing(Option::text, VietnameseText.ORDER))
                        .toList());
        var lines = new ArrayList<FormulaBuilderPart.Line>();
        for (Term term : terms) lines.add(line(t, side, lines.size(), term, kinds));
        if (FormulaBuilder.more(form, side, terms.size()))
            lines.add(new FormulaBuilderPart.Line(side.field(lines.size(), ""), "", kinds, "", List.of(), List.of()));
        return new FormulaBuilderPart.Sum(
                t.of(shape.divides() ? "indicator.builder." + side.name() : "indicator.builder.SUM"),
                lines,
                side.more());
    }

    private FormulaBuilderPart.Line line(Texts t, Side side, int number, Term term, List<Option> kinds) {
        FactKind kind = builder.kind(term.kind()).orElseThrow();
        return new FormulaBuilderPart.Line(
                side.field(number, ""),
                kind.code(),
                kinds,
                term.measure().name(),
                FormulaBuilder.measures(kind, term.measure()).stream()
                        .map(measure -> new Option(measure.name(), t.of("indicator.builder.measure." + measure.name())))
                        .toList(),
                kind.facets().stream()
                        .sorted()
                        .filter(facet -> kind.values().containsKey(facet)
                                || term.filter().containsKey(facet))
                        .map(facet -> narrowing(t, side.field(number, "facet." + facet), facet, kind, term))
                        .toList());
    }

    private static FormulaBuilderPart.Narrowing narrowing(
            Texts t, String field, String facet, FactKind kind, Term term) {
        String value = term.filter().getOrDefault(facet, "");
        return new FormulaBuilderPart.Narrowing(
                field,
                t.orElse("facet." + facet, facet),
                value,
                Option.after(
                        new Option("", t.of("indicator.builder.any")),
                        Stream.concat(kind.values().getOrDefault(facet, List.of()).stream(), Stream.of(value))
                                .filter(each -> !each.isEmpty())
                                .distinct()
                                .map(each -> new Option(each, Terms.value(t, facet, each)))
                                .toList()));
    }

    private static IndicatorFormPage.Facet facet(Texts t, String code, Map<String, List<String>> values) {
        return new IndicatorFormPage.Facet(
                code,
                t.orElse("facet." + code, code),
                values.getOrDefault(code, List.of()).stream()
                        .map(value -> new Option(value, Terms.value(t, code, value)))
                        .toList());
    }

    private static IndicatorFormPage.Choices choices(Texts t) {
        return new IndicatorFormPage.Choices(
                Option.all(t, "pillar.", Indicator.Pillar.values()),
                Option.all(t, "direction.", Indicator.Direction.values()),
                Option.all(t, "aggregation.", Indicator.Aggregation.values()),
                Option.all(t, "over-time.", Indicator.OverTime.values()),
                Option.all(t, "frequency.", Period.Grain.values()),
                Option.after(new Option("", t.of("level.none")), Option.all(t, "level.", UnitKind.Level.values())));
    }
}
