package vn.thucchat.foundation.rollups;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a figure is computed from facts: {@code factor × numerator ÷ denominator}, each a sum of terms; no denominator
 * means a plain sum. Written as
 * {@code 100 * count(market.charge-paid; channel=cashless) / count(market.charge-paid)}, the words being those of
 * {@link Measure} in lower case.
 */
public record Formula(BigDecimal factor, List<Term> numerator, List<Term> denominator) {

    private static final Pattern FACTOR = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*\\*\\s*(.*)", Pattern.DOTALL);
    private static final Pattern TERM =
            Pattern.compile("\\s*(count|amount|subjects|last)\\s*\\(\\s*([a-z0-9.-]+)\\s*(?:;([^()]*))?\\)\\s*");
    private static final Pattern FACET = Pattern.compile("\\s*([A-Za-z0-9_-]+)\\s*=\\s*([^,=]+?)\\s*");

    /** Decimals that a quotient keeps. */
    public static final int SCALE = 6;

    /**
     * The result of a formula.
     *
     * @param value null where there are no facts, or nothing to be a share of
     * @param numerator with {@code denominator}, of a formula that divides; else null
     */
    public record Value(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {

        /** The value as a whole number; 0 where there is none. */
        public long whole() {
            return value == null ? 0 : value.longValueExact();
        }
    }

    /** What came of reading a formula that somebody wrote. */
    public sealed interface Reading {
        record Read(Formula formula) implements Reading {}

        /** @param at the piece that was not understood */
        record NotUnderstood(String at) implements Reading {}
    }

    public static Reading read(String text) {
        try {
            Matcher withFactor = FACTOR.matcher(text);
            boolean factored = withFactor.matches();
            BigDecimal factor = factored ? new BigDecimal(withFactor.group(1)) : BigDecimal.ONE;
            String[] sides = (factored ? withFactor.group(2) : text).split("/", -1);
            if (sides.length > 2 || factor.signum() == 0) return new Reading.NotUnderstood(text.strip());
            return new Reading.Read(new Formula(factor, sum(sides[0]), sides.length == 2 ? sum(sides[1]) : List.of()));
        } catch (NotATerm bad) {
            return new Reading.NotUnderstood(bad.at);
        }
    }

    /** A formula that was checked when it was stored. */
    public static Formula of(String stored) {
        return switch (read(stored)) {
            case Reading.Read(Formula formula) -> formula;
            case Reading.NotUnderstood(String at) -> throw new IllegalStateException("Stored formula broken at " + at);
        };
    }

    public List<Term> terms() {
        var all = new ArrayList<>(numerator);
        all.addAll(denominator);
        return all;
    }

    /** In the form that {@link #read} reads. */
    @Override
    public String toString() {
        return (factor.compareTo(BigDecimal.ONE) == 0 ? "" : factor.toPlainString() + " * ")
                + written(numerator)
                + (denominator.isEmpty() ? "" : " / " + written(denominator));
    }

    /** The same formula over facts with one facet more: from a commune's figure to that of one of its markets. */
    public Formula with(String facet, String value) {
        return new Formula(factor, with(numerator, facet, value), with(denominator, facet, value));
    }

    private static List<Term> with(List<Term> terms, String facet, String value) {
        return terms.stream().map(term -> term.with(facet, value)).toList();
    }

    /** Computes the formula from what each of its terms comes to; null: there are no facts for it. */
    public Value value(Function<Term, @Nullable BigDecimal> of) {
        BigDecimal top = sum(numerator, of);
        if (denominator.isEmpty()) return new Value(top == null ? null : top.multiply(factor), null, null);
        BigDecimal bottom = sum(denominator, of);
        if (bottom == null || bottom.signum() == 0) return new Value(null, top, bottom);
        BigDecimal part = top == null ? BigDecimal.ZERO : top;
        return new Value(part.multiply(factor).divide(bottom, SCALE, RoundingMode.HALF_UP), part, bottom);
    }

    private static @Nullable BigDecimal sum(List<Term> terms, Function<Term, @Nullable BigDecimal> of) {
        BigDecimal sum = null;
        for (Term term : terms) {
            BigDecimal value = of.apply(term);
            if (value != null) sum = sum == null ? value : sum.add(value);
        }
        return sum;
    }

    private static List<Term> sum(String text) {
        var terms = new ArrayList<Term>();
        for (String piece : text.split("\\+", -1)) terms.add(term(piece));
        return List.copyOf(terms);
    }

    private static Term term(String text) {
        Matcher term = TERM.matcher(text);
        if (!term.matches()) throw new NotATerm(text.strip());
        Map<String, String> filter = new LinkedHashMap<>();
        if (term.group(3) != null) {
            for (String piece : term.group(3).split(",", -1)) {
                Matcher facet = FACET.matcher(piece);
                if (!facet.matches()) throw new NotATerm(piece.strip());
                filter.put(facet.group(1), facet.group(2));
            }
        }
        return new Term(
                term.group(2), Map.copyOf(filter), Measure.valueOf(term.group(1).toUpperCase(java.util.Locale.ROOT)));
    }

    private static String written(List<Term> terms) {
        return String.join(
                " + ",
                terms.stream()
                        .map(term -> term.measure().name().toLowerCase(java.util.Locale.ROOT) + "(" + term.kind()
                                + (term.filter().isEmpty()
                                        ? ""
                                        : "; "
                                                + String.join(
                                                        ", ",
                                                        term.filter().entrySet().stream()
                                                                .sorted(Map.Entry.comparingByKey())
                                                                .map(facet -> facet.getKey() + "=" + facet.getValue())
                                                                .toList()))
                                + ")")
                        .toList());
    }

    private static final class NotATerm extends RuntimeException {
        private final String at;

        NotATerm(String at) {
            this.at = at;
        }
    }
}
