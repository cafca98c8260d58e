package vn.thucchat.steering.indicators.documents.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.documents.CitedDocuments;

/** Finds documents by number, title and issuer. */
@Component
record DocumentSearch(CitedDocuments documents) implements SearchSource {

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        return documents.search(query.words(), query.limit()).stream()
                .map(document -> hit(query, document))
                .toList();
    }

    private static SearchHit hit(SearchQuery query, Document document) {
        String day = document.issuedOn() == null ? "" : query.t().date(document.issuedOn());
        return new SearchHit(
                query.words().match(document.number(), document.title()).orElse(Match.PART),
                false,
                Stream.of(document.number(), document.title())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                Stream.of(document.issuer(), day)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                DocumentController.path(document.id()));
    }
}
