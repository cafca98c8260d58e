package vn.thucchat.steering.indicators.definitions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code indicators.document}. */
@Component
record DocumentStore(JdbcClient jdbc) {

    // A no-op update, so that the row which was there already is returned as well.
    private static final String KEEP = """
            INSERT INTO indicators.document (id, number, title, issuer, issued_on, file)
            VALUES (:id, :number, :title, :issuer, :issuedOn, :file)
            ON CONFLICT (number, title, issuer, issued_on, file) DO UPDATE SET title = EXCLUDED.title
            RETURNING id, number, title, issuer, issued_on, file
            """;

    private static final String FILES = """
            SELECT file FROM indicators.document
            WHERE number = :number AND title = :title AND issuer = :issuer
              AND issued_on IS NOT DISTINCT FROM :issuedOn::date AND file IS NOT NULL
            LIMIT 100
            """;

    // ids grow with time
    private static final String OF_TARGETS = """
            SELECT d.id, d.number, d.title, d.issuer, d.issued_on, d.file
            FROM indicators.document d
            WHERE EXISTS (SELECT FROM indicators.target t WHERE t.document = d.id AND t.synthetic = :synthetic)
            ORDER BY d.id DESC
            LIMIT 30
            """;

    private static final String FIND =
            "SELECT id, number, title, issuer, issued_on, file FROM indicators.document WHERE id = :id";

    private static final DataClassRowMapper<Document> ROW = DataClassRowMapper.newInstance(Document.class);

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

    /** The documents that real or invented targets were set by last, the newest first. */
    List<Document> ofTargets(boolean synthetic) {
        return jdbc.sql(OF_TARGETS).param("synthetic", synthetic).query(ROW).list();
    }

    Optional<Document> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(ROW).optional();
    }

    /** The files that came with documents of the same number, title, issuer and day. */
    List<UUID> filesOf(Document document) {
        return jdbc.sql(FILES)
                .param("number", document.number())
                .param("title", document.title())
                .param("issuer", document.issuer())
                .param("issuedOn", document.issuedOn())
                .query((row, number) -> row.getObject("file", UUID.class))
                .list();
    }
}
