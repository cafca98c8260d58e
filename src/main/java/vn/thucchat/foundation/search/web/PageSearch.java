package vn.thucchat.foundation.search.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.Navigation;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Finds pages: those of the navigation and the home page that the reader is shown, and those that stand in neither. */
@Component
record PageSearch(Navigation ways) implements SearchSource {

    @Override
    public String kind() {
        return "pages";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        return ways.all(query.reader()).stream()
                .flatMap(item -> found(query.t(), query.words(), item).stream())
                .toList();
    }

    private static Optional<SearchHit> found(Texts t, SearchWords words, NavItem item) {
        String title = t.of(item.key());
        String detail = t.orElse(item.key() + ".text", "");
        return words.match(title)
                .or(() -> words.mentionedIn(NameSearchKey.of(title + " " + detail))
                        ? Optional.of(Match.MENTIONED)
                        : Optional.empty())
                .map(match -> new SearchHit(match, false, title, detail, item.path()));
    }
}
