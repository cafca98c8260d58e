package vn.thucchat.steering.indicators.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.testing.StoreTest;

/** Documents are found by the index of their words, and what cites one by the indexes of who cites, among 20,000. */
@NullMarked
class CitedDocumentStoreTests extends StoreTest {

    private static final UUID PLAN = new UUID(0, 7);

    @BeforeAll
    void cite() {
        jdbc.sql("""
                INSERT INTO indicators.indicator (code, name_vi, name_en, pillar, measure, direction, aggregation,
                    over_time, frequency, reported_by)
                VALUES ('fibre', 'Cáp quang', 'Fibre', 'SOCIETY', 'percent', 'UP', 'RATIO', 'LAST', 'HALF', 'COMMUNE')
                """).update();
        jdbc.sql("""
                        INSERT INTO indicators.document (id, number, title, issuer)
                        SELECT CASE n WHEN 7 THEN :plan ELSE gen_random_uuid() END, n || '/BC-UBND', 'Báo cáo số ' || n,
                            CASE n WHEN 7 THEN 'Sở Khoa học' ELSE 'UBND xã' END
                        FROM generate_series(1, 20000) n""").param("plan", PLAN).update();
        jdbc.sql("""
                        INSERT INTO indicators.target (id, indicator, unit, period, value, document, synthetic, set_at, set_by)
                        SELECT gen_random_uuid(), 'fibre', lpad((n % 200)::text, 5, '0'), '2022', n, d.id, false,
                            timestamptz '2022-01-01Z', d.id
                        FROM indicators.document d, generate_series(1, CASE d.id WHEN :plan THEN 120 ELSE 1 END) n""").param("plan", PLAN).update();
        jdbc.sql("ANALYZE").update();
    }

    @Test
    void every_citation_is_read_once_by_parts() {
        var documents = new CitedDocuments(new CitedDocumentStore(jdbc));
        var read = new ArrayList<UUID>();
        Cursor next = Cursor.START;
        for (int part = 0; part < 3; part++) {
            var slice = documents.citations(PLAN, next);
            slice.items().forEach(citation -> read.add(citation.id()));
            next = Cursor.read(slice.nextCursor());
        }
        assertThat(read).hasSize(120).doesNotHaveDuplicates();
        assertThat(next.start()).as("the end").isTrue();
    }

    @Test
    void a_document_is_found_by_words_of_any_of_its_parts() {
        var store = new CitedDocumentStore(jdbc);
        assertThat(store.search(SearchWords.of("khoa hoc bao cao"), 5)).hasSize(1);
        assertThat(store.search(SearchWords.of("19999/BC"), 5)).hasSize(1);
    }

    @Test
    void no_table_is_read_from_end_to_end() {
        assertThat(plan(jdbc.sql("EXPLAIN " + CitedDocumentStore.SEARCH)
                        .param("pattern", "%khoa%")
                        .param("others", new String[] {"%hoc%"})
                        .param("limit", 10)))
                .contains("document_sought")
                .doesNotContain("Seq Scan on document d");
        assertThat(plan(jdbc.sql("EXPLAIN " + CitedDocumentStore.CITATIONS)
                        .param("document", PLAN)
                        .param("unit", "")
                        .param("period", "")
                        .param("indicator", "")
                        .param("id", new UUID(0, 0))
                        .param("limit", 51)))
                .contains("target_of_document")
                .doesNotContain("Seq Scan on target");
    }

    private static String plan(JdbcClient.StatementSpec explained) {
        List<String> lines = explained.query((row, _) -> row.getString(1)).list();
        return String.join("\n", lines);
    }
}
