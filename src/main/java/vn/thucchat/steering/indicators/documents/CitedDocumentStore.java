package vn.thucchat.steering.indicators.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.search.SearchWords;

/** All SQL of documents and what cites them. */
@Component
record CitedDocumentStore(JdbcClient jdbc) {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String CITED = """
            SELECT d.id, d.number, d.title, d.issuer, d.issued_on, d.file,
                NOT EXISTS (SELECT 1 FROM indicators.target t WHERE t.document = d.id AND NOT t.synthetic)
                AND NOT EXISTS (SELECT 1 FROM indicators.submission s
                    JOIN indicators.statement st ON st.submission = s.id
                    JOIN indicators.figure f ON f.statement = st.id
                    WHERE s.document = d.id AND NOT f.synthetic) AS synthetic
            FROM indicators.document d
            WHERE (EXISTS (SELECT 1 FROM indicators.target t WHERE t.document = d.id)
                OR EXISTS (SELECT 1 FROM indicators.submission s
                    JOIN indicators.statement st ON st.submission = s.id
                    JOIN indicators.figure f ON f.statement = st.id
                    WHERE s.document = d.id))
            """;

    private static final String BY_ID = CITED + "AND d.id = :id";

    /** The longest word finds by the index, the others sift. */
    static final String SEARCH = CITED + """
            AND ' ' || d.sought LIKE :pattern AND ' ' || d.sought LIKE ALL (:others)
            ORDER BY synthetic, d.issued_on DESC NULLS LAST, d.id LIMIT :limit
            """;

    static final String CITATIONS = """
            SELECT * FROM (
                SELECT t.id, 'TARGET' AS kind, t.indicator, t.unit, t.period, '=' AS comparator, t.value,
                    NULL::numeric AS numerator, NULL::numeric AS denominator, t.synthetic
                FROM indicators.target t WHERE t.document = :document
                UNION ALL
                (SELECT DISTINCT ON (f.statement) f.statement, 'FIGURE', f.indicator, f.unit, f.period, f.comparator,
                    f.value, f.numerator, f.denominator, f.synthetic
                FROM indicators.submission s
                    JOIN indicators.statement st ON st.submission = s.id
                    JOIN indicators.figure f ON f.statement = st.id
                WHERE s.document = :document
                ORDER BY f.statement, f.revision DESC)
            ) cited
            WHERE (unit, period, indicator, id) > (:unit, :period, :indicator, :id)
            ORDER BY unit, period, indicator, id LIMIT :limit
            """;

    Optional<CitedDocument> find(UUID id) {
        return jdbc.sql(BY_ID)
                .param("id", id)
                .query(Rows.of(CitedDocument.class))
                .optional();
    }

    List<CitedDocument> search(SearchWords words, int limit) {
        List<String> patterns = words.patterns();
        return jdbc.sql(SEARCH)
                .param("pattern", patterns.getFirst())
                .param("others", patterns.stream().skip(1).toArray(String[]::new))
                .param("limit", limit)
                .query(Rows.of(CitedDocument.class))
                .list();
    }

    List<Citation> citations(UUID document, Cursor from, int limit) {
        return jdbc.sql(CITATIONS)
                .param("document", document)
                .param("unit", from.text(0, ""))
                .param("period", from.text(1, ""))
                .param("indicator", from.text(2, ""))
                .param("id", from.id(3, FIRST))
                .param("limit", limit)
                .query(Rows.of(Citation.class))
                .list();
    }
}
