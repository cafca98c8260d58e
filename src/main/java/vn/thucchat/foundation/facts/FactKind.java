package vn.thucchat.foundation.facts;

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
 */
public record FactKind(
        String code,
        Set<String> facets,
        boolean state,
        String amountUnit,
        Disclosure disclosure,
        Function<UUID, String> evidence) {

    /** What the public sees of the facts of a kind. */
    public enum Disclosure {
        /** Each fact, its subject replaced by a pseudonym made for one figure and period. */
        OPEN,
        /** Sums of a unit's day with at least five distinct subjects: single payments, dues, health. */
        RESTRICTED
    }
}
