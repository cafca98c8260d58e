package vn.thucchat.foundation.search;

import java.util.Comparator;

/**
 * One result of a search.
 *
 * @param ended whether it is no more: comes after what is
 * @param title its name in the reader's language
 * @param detail what tells it from others of its name, such as the parent and until when it was; empty where nothing does
 * @param url its page
 */
public record SearchHit(Match match, boolean ended, String title, String detail, String url) {

    /** The best fit first, what there is before what there was. */
    public static final Comparator<SearchHit> BEST =
            Comparator.comparing(SearchHit::match).thenComparing(SearchHit::ended);
}
