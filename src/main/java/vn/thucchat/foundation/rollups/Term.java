package vn.thucchat.foundation.rollups;

import java.util.HashMap;
import java.util.Map;

/**
 * One term of a formula.
 *
 * @param kind the code of the facts' kind
 * @param filter the facets that a fact must have to count, with their values; empty: all facts of the kind
 */
public record Term(String kind, Map<String, String> filter, Measure measure) {

    /** Whether facts of a kind with these facets count. */
    public boolean selects(String ofKind, Map<String, String> facets) {
        return kind.equals(ofKind) && facets.entrySet().containsAll(filter.entrySet());
    }

    /** The same over facts with one facet more. */
    Term with(String facet, String value) {
        var more = new HashMap<>(filter);
        more.put(facet, value);
        return new Term(kind, Map.copyOf(more), measure);
    }
}
