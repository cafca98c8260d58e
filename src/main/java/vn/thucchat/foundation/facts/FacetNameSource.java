package vn.thucchat.foundation.facts;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Contributes the names of records that are values of one facet: for the facet {@code market}, the value {@code
 * cho-dong-quang} is named Chợ Đồng Quang. A room that records such a facet declares a bean. Labels that depend on the
 * language alone are in message files instead.
 */
public interface FacetNameSource {

    /** {@code market}. */
    String facet();

    /** The names by value; one that is not known has none. */
    Map<String, String> names(Set<String> values, Locale locale);
}
