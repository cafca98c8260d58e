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
import vn.thucchat.steering.indicators.documents.CitedDocument;
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
                .map(cited -> hit(query, cited))
                .toList();
    }

    private static SearchHit hit(SearchQuery query, CitedDocument cited) {
        Document document = cited.document();
        Match named = query.words().match(document.number(), document.title()).orElse(Match.PART);
        String mark = cited.synthetic() ? query.t().of("badge.synthetic") : "";
        String day = document.issuedOn() == null ? "" : query.t().date(document.issuedOn());
        return new SearchHit(
                cited.synthetic() ? Match.PART : named, // an invented one never comes before a real one
                false,
                Stream.of(document.number(), document.title())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                Stream.of(document.issuer(), day, mark)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                DocumentController.path(document.id()));
    }
}
