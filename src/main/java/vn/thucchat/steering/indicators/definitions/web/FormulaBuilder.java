package vn.thucchat.steering.indicators.definitions.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.steering.indicators.definitions.Indicators;

/**
 * Builds formulas from what is chosen in lists. The fields of the second term above the line are {@code top.1.kind},
 * {@code top.1.measure} and, of each attribute, {@code top.1.facet.channel}; those below it begin with {@code bottom}.
 */
@Component
record FormulaBuilder(Indicators indicators) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Terms of one side that can be chosen; a longer formula is written. */
    private static final int MOST = 12;

    /** What a formula is, seen from outside. */
    enum Shape {
        /** units state the figure */
        NONE,
        /** numerator ÷ denominator × 100 */
        SHARE,
        QUOTIENT,
        SUM,
        /** written by hand */
        CODE;

        boolean divides() {
            return this == SHARE || this == QUOTIENT;
        }

        boolean built() {
            return divides() || this == SUM;
        }
    }

    /** The sides of the line. */
    enum Side {
        TOP,
        BOTTOM;

        String field() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String field(int number, String of) {
            return field() + "." + number + "." + of;
        }

        /** The act that asks for one more term. */
        String more() {
            return field() + "-add";
        }
    }

    /** What was chosen; one that names no shape was written by hand. */
    static Shape shape(Form<?> form) {
        return Stream.of(Shape.values())
                .filter(shape -> shape.name().equals(form.text("shape")))
                .findFirst()
                .orElse(Shape.CODE);
    }

    /** The fields that show a formula as it is kept. */
    Map<String, String> fields(String kept) {
        var fields = new HashMap<String, String>();
        Shape shape = Shape.NONE;
        if (!kept.isEmpty()) {
            Formula formula = Formula.of(kept);
            shape = shape(formula);
            if (shape.built()) {
                fields(fields, Side.TOP, formula.numerator());
                fields(fields, Side.BOTTOM, formula.denominator());
            }
        }
        fields.put("shape", shape.name());
        return fields;
    }

    private Shape shape(Formula it) {
        boolean tooLong = it.numerator().size() > MOST || it.denominator().size() > MOST;
        boolean known = it.terms().stream().allMatch(this::known);
        if (tooLong || !known) return Shape.CODE;
        boolean plain = it.factor().compareTo(BigDecimal.ONE) == 0;
        if (it.denominator().isEmpty()) return plain ? Shape.SUM : Shape.CODE;
        return plain ? Shape.QUOTIENT : it.factor().compareTo(HUNDRED) == 0 ? Shape.SHARE : Shape.CODE;
    }

    /** Whether lists can say the term. */
    private boolean known(Term term) {
        return kind(term.kind())
                .filter(kind -> term.filter().entrySet().stream()
                        .allMatch(facet -> mayBe(kind, facet.getKey(), facet.getValue())))
                .isPresent();
    }

    private static boolean mayBe(FactKind kind, String facet, String value) {
        return kind.values().getOrDefault(facet, List.of(value)).contains(value);
    }

    private static void fields(Map<String, String> fields, Side side, List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            fields.put(side.field(i, "kind"), term.kind());
            fields.put(side.field(i, "measure"), term.measure().name());
            for (var facet : term.filter().entrySet())
                fields.put(side.field(i, "facet." + facet.getKey()), facet.getValue());
        }
    }

    /** The formula of what was chosen or written; empty where there is none, or too little was chosen. */
    String formula(Form<?> form) {
        Shape shape = shape(form);
        if (shape == Shape.CODE) return form.text("formula");
        if (!shape.built() || !errors(form).isEmpty()) return "";
        return new Formula(
                        shape == Shape.SHARE ? HUNDRED : BigDecimal.ONE,
                        terms(form, Side.TOP),
                        shape.divides() ? terms(form, Side.BOTTOM) : List.of())
                .toString();
    }

    /** What is still to be chosen. */
    List<FieldError> errors(Form<?> form) {
        Shape shape = shape(form);
        var errors = new ArrayList<FieldError>();
        if (shape.built() && terms(form, Side.TOP).isEmpty())
            errors.add(new FieldError(Side.TOP.field(0, "kind"), "indicator.builder.choose"));
        if (shape.divides() && terms(form, Side.BOTTOM).isEmpty())
            errors.add(new FieldError(Side.BOTTOM.field(0, "kind"), "indicator.builder.choose"));
        return errors;
    }

    /** The terms of a side, without those whose kind was taken away. */
    List<Term> terms(Form<?> form, Side side) {
        var terms = new ArrayList<Term>();
        for (int i = 0; i < MOST; i++) {
            int number = i;
            kind(form.text(side.field(i, "kind")))
                    .map(kind -> term(form, side, number, kind))
                    .ifPresent(terms::add);
        }
        return terms;
    }

    private static Term term(Form<?> form, Side side, int number, FactKind kind) {
        var filter = new HashMap<String, String>();
        for (String facet : kind.facets()) {
            String value = form.text(side.field(number, "facet." + facet));
            // fields are named by position: after another kind was chosen, they may hold what only the old one knows
            if (!value.isEmpty() && mayBe(kind, facet, value)) filter.put(facet, value);
        }
        String typed = form.text(side.field(number, "measure"));
        Set<Measure> fitting = measures(kind, null);
        return new Term(
                kind.code(),
                Map.copyOf(filter),
                fitting.stream()
                        .filter(measure -> measure.name().equals(typed))
                        .findFirst()
                        .orElseGet(() -> fitting.iterator().next()));
    }

    /** What can be counted of a kind, the usual first, with what is counted now. */
    static Set<Measure> measures(FactKind kind, @Nullable Measure now) {
        var all = new LinkedHashSet<Measure>();
        if (kind.state()) all.add(Measure.LAST);
        all.add(Measure.COUNT);
        all.add(Measure.SUBJECTS);
        if (!kind.amountUnit().isEmpty()) all.add(Measure.AMOUNT);
        if (now != null) all.add(now);
        return all;
    }

    Optional<FactKind> kind(String code) {
        return indicators.kinds().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    /** Whether one more term was asked for, and there may be one. */
    static boolean more(Form<?> form, Side side, int terms) {
        return terms == 0 || (form.text("act").equals(side.more()) && terms < MOST);
    }
}
