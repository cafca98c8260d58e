package vn.thucchat.foundation.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.search.SearchHit;

/**
 * What a search found.
 *
 * @param query what was typed; empty on the first visit
 * @param in the kind that was asked for alone, or empty
 * @param everywhere the same search of all kinds; null where this is it
 * @param kinds what this reader may find at all
 */
public record SearchPage(
        String query,
        String in,
        @Nullable String everywhere,
        List<String> kinds,
        List<Group> groups,
        @Nullable String first,
        @Nullable String next) {

    /** @param more the page of all that was found of the kind; null where all of it is here */
    public record Group(
            String kind, List<SearchHit> items, @Nullable String more) {}
}
