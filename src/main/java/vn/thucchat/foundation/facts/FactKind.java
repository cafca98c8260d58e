package vn.thucchat.foundation.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A kind of fact; each is declared once, as a bean of the module that records it.
 *
 * @param code module and past participle: {@code market.payment-received}
 * @param facets the attributes that a fact of the kind carries, all of them, by name
 * @param state true when a fact states how things stand (its amount replaces the one before of the same subject and
 *     facets) instead of something that happened
 * @param amountUnit the unit of the amount: {@code đồng}, {@code millionths}, or empty when the kind has none
 * @param disclosure what somebody who may not open the acts themselves sees of the kind's facts
 * @param evidence from a fact's evidence to the path of the page that shows it, under the owner's own permissions
 * @param values of attributes, where they are known in advance: {@code {channel=[cash, cashless]}}
 * @param receipt true when the facts only prove what a room counts from its own records: roll-ups leave them out, and no
 *     formula may count them
 */
public record FactKind(
        String code,
        Set<String> facets,
        boolean state,
        String amountUnit,
        Disclosure disclosure,
        Function<UUID, String> evidence,
        Map<String, List<String>> values,
        boolean receipt) {

    /** One whose attributes' values come with its facts only, as a market's code does. */
    public FactKind(
            String code,
            Set<String> facets,
            boolean state,
            String amountUnit,
            Disclosure disclosure,
            Function<UUID, String> evidence) {
        this(code, facets, state, amountUnit, disclosure, evidence, Map.of(), false);
    }

    /** The same kind, saying which values an attribute can have. */
    public FactKind with(String facet, List<String> known) {
        if (!facets.contains(facet)) throw new IllegalArgumentException(code + " has no facet " + facet);
        var all = new HashMap<>(values);
        all.put(facet, List.copyOf(known));
        return new FactKind(code, facets, state, amountUnit, disclosure, evidence, Map.copyOf(all), receipt);
    }

    /** The same kind, whose facts prove an act and are summed nowhere (ADR 009). */
    public FactKind asReceipt() {
        return new FactKind(code, facets, state, amountUnit, disclosure, evidence, values, true);
    }

    /** What the public sees of the facts of a kind. */
    public enum Disclosure {
        /** Each fact, its subject replaced by a pseudonym made for one figure and period. */
        OPEN,
        /** Sums of a unit's day with at least five distinct subjects: single payments, dues, health. */
        RESTRICTED
    }
}
