package vn.thucchat.foundation.rollups;

import java.util.Map;

/**
 * One term of a formula.
 *
 * @param kind the code of the facts' kind
 * @param filter the facets that a fact must have to count, with their values; empty: all facts of the kind
 */
public record Term(String kind, Map<String, String> filter, Measure measure) {}
