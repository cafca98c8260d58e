package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.steering.indicators.definitions.Period;

/** What a formula means, in words. */
@NamedInterface("words")
public final class Terms {

    private Terms() {}

    public static List<String> numerator(Texts t, Formula formula) {
        return formula.numerator().stream().map(term -> words(t, term)).toList();
    }

    public static List<String> denominator(Texts t, Formula formula) {
        return formula.denominator().stream().map(term -> words(t, term)).toList();
    }

    /** One sentence: {@code 100 × (…) ÷ (…)}. */
    public static String sentence(Texts t, Formula formula) {
        String factor =
                formula.factor().compareTo(java.math.BigDecimal.ONE) == 0 ? "" : t.number(formula.factor(), 6) + " × ";
        String over = formula.denominator().isEmpty() ? "" : " ÷ " + sum(denominator(t, formula));
        return factor + sum(numerator(t, formula)) + over;
    }

    /** A facet as people read it: {@code Kênh nộp: trực tuyến}. */
    public static String facet(Texts t, String name, String value) {
        return facetName(t, name) + ": " + value(t, name, value);
    }

    static String facetName(Texts t, String name) {
        return t.orElse("facet." + name, name);
    }

    /** The value of a facet in words: {@code trực tuyến}. */
    static String value(Texts t, String name, String value) {
        if (name.equals("period"))
            return Period.parse(value).map(it -> DisplayNames.name(t, it)).orElse(value);
        String otherwise = t.orElse("market.facet." + value, t.orElse("work.kind." + value, value));
        return t.orElse("facet." + name + "." + value, otherwise);
    }

    private static String sum(List<String> terms) {
        return terms.size() == 1 ? terms.getFirst() : "(" + String.join(" + ", terms) + ")";
    }

    public static String words(Texts t, Term term) {
        String counted = t.of("term." + term.measure().name(), t.of("fact." + term.kind()));
        if (term.filter().isEmpty()) return counted;
        return t.of(
                "term.where",
                counted,
                term.filter().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(facet -> facet(t, facet.getKey(), facet.getValue()))
                        .collect(Collectors.joining(", ")));
    }
}
