package vn.thucchat.steering.indicators;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of {@code indicators.document}. */
@Repository
class DocumentStore {

    // A no-op update, so that the row which was there already is returned as well.
    private static final String KEEP = """
            INSERT INTO indicators.document (id, number, title, issuer, issued_on, file)
            VALUES (:id, :number, :title, :issuer, :issuedOn, :file)
            ON CONFLICT (number, title, issuer, issued_on, file) DO UPDATE SET title = EXCLUDED.title
            RETURNING id, number, title, issuer, issued_on, file
            """;

    private static final String FIND =
            "SELECT id, number, title, issuer, issued_on, file FROM indicators.document WHERE id = ANY (:ids)";

    private static final DataClassRowMapper<Document> ROW = DataClassRowMapper.newInstance(Document.class);

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the document, or finds the one that says the same. */
    Document keep(Document document) {
        return jdbc.sql(KEEP)
                .param("id", document.id())
                .param("number", document.number())
                .param("title", document.title())
                .param("issuer", document.issuer())
                .param("issuedOn", document.issuedOn())
                .param("file", document.file())
                .query(ROW)
                .single();
    }

    Optional<Document> find(UUID id) {
        return Optional.ofNullable(find(java.util.List.of(id)).get(id));
    }

    Map<UUID, Document> find(Collection<UUID> ids) {
        return jdbc.sql(FIND).param("ids", ids.toArray(UUID[]::new)).query(ROW).list().stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
    }
}
