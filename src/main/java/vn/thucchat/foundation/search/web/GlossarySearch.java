package vn.thucchat.foundation.search.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;

/** Finds the words that the glossary explains. */
@Component
record GlossarySearch(Glossary glossary) implements SearchSource {

    @Override
    public String kind() {
        return "glossary";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        return glossary.terms(query.t()).stream()
                .flatMap(term -> query
                        .words()
                        .match(term.name())
                        .map(match -> new SearchHit(match, false, term.name(), term.text(), term.url()))
                        .stream())
                .toList();
    }
}
