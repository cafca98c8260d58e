package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Option;

/**
 * The part of the form of an indicator where its formula is put together.
 *
 * @param code whether the formula is written by hand
 * @param formula as it is written; empty while there is none
 * @param meaning what it means in words; null while there is none, or it is not understood
 * @param today what it comes to today, in words; null while there is nothing to compute
 */
public record FormulaBuilderPart(
        String shape,
        List<Option> shapes,
        List<Sum> sums,
        boolean code,
        String formula,
        @Nullable String meaning,
        @Nullable String today) {

    /**
     * The terms above or below the line.
     *
     * @param more the act that asks for one more
     */
    public record Sum(String title, List<Line> terms, String more) {}

    /**
     * One term.
     *
     * @param prefix of the names of its fields: {@code top.0.}
     * @param kind empty of a term that is still to be chosen
     */
    public record Line(
            String prefix,
            String kind,
            List<Option> kinds,
            String measure,
            List<Option> measures,
            List<Narrowing> facets) {}

    /** An attribute of a kind whose values can be chosen; empty: any. */
    public record Narrowing(String field, String name, String value, List<Option> values) {}
}
