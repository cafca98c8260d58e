package vn.thucchat.steering.indicators.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.search.SearchWords;

/**
 * Finds documents that a target or a published figure is taken from. Anybody may read these; one that only came with a
 * report which is not published is not told of.
 */
@Service
public class CitedDocuments {

    private static final int PAGE = 50;

    private final CitedDocumentStore store;

    CitedDocuments(CitedDocumentStore store) {
        this.store = store;
    }

    public Optional<CitedDocument> find(UUID id) {
        return store.find(id);
    }

    /** Finds the documents that have all the words in their number, title or issuer. Real documents come before invented ones, and the newest of each kind first. */
    public List<CitedDocument> search(SearchWords words, int limit) {
        return store.search(words, limit);
    }

    /** What is taken from a document, by unit, period and indicator: targets as they were set, older ones too. */
    public Slice<Citation> citations(UUID document, Cursor from) {
        return Slice.of(
                store.citations(document, from, PAGE + 1),
                PAGE,
                it -> Cursor.of(it.unit(), it.period(), it.indicator(), it.id()));
    }
}
