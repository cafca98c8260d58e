package vn.thucchat.foundation.facts;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names the values of one attribute of facts that stand for records of a room: {@code cho-dong-quang} of {@code market}
 * is Chợ Đồng Quang. Words that only differ by language are in message files instead.
 */
public interface FacetNames {

    /** {@code market}. */
    String facet();

    /** The names by value; one that is not known has none. */
    Map<String, String> names(Set<String> values, Locale locale);
}
