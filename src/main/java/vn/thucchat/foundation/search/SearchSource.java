package vn.thucchat.foundation.search;

import java.util.List;
import vn.thucchat.foundation.identity.access.Actor;

/** Finds one kind of thing of a room for the site-wide search. Beans are collected by type. */
public interface SearchSource {

    /**
     * Names the kind of thing that is found, in addresses and texts: {@code units}. The messages {@code
     * search.kind.units}, its heading, and {@code search.kind.units.hint}, what it can be found by, stand in the room's
     * own files.
     */
    String kind();

    /** The place among kinds that fit equally well, the lowest first. */
    int order();

    /** Whether the actor may find anything of this kind at all; others are not told that there is such a kind. */
    default boolean open(Actor actor) {
        return true;
    }

    /**
     * Finds what fits all words and what the actor may see, at most {@link SearchQuery#limit()} of it where a statement
     * finds it. What is equally good comes in the order of the list.
     *
     * @param query has at least one word
     */
    List<SearchHit> find(SearchQuery query);
}
