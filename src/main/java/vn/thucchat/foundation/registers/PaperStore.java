package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code registers.document} and {@code registers.document_kind}. */
@Component
record PaperStore(JdbcClient jdbc) {

    /** Of one subject. */
    private static final int MOST = 500;

    private static final String KINDS = "SELECT code, name, name_en FROM registers.document_kind ORDER BY code";
    private static final String SELECT = """
            SELECT d.subject, d.id, d.kind, d.title, d.number_sealed AS number, d.issued_by, d.issued_on, d.valid_from,
                d.valid_until, d.file, d.sha256, d.origin, d.reference, r.id AS replaced_by
            FROM registers.document d LEFT JOIN registers.document r ON r.subject = d.subject AND r.replaces = d.id
            WHERE d.subject = ANY (:subjects)""";
    private static final String OF = SELECT + " ORDER BY d.issued_on DESC, d.id DESC LIMIT :most";
    private static final String ONE = SELECT + " AND d.id = :id";
    private static final String OF_KEY =
            "SELECT id FROM registers.document WHERE subject = :subject AND sender_key = :key";
    private static final String INSERT = """
            INSERT INTO registers.document (subject, id, kind, title, number_sealed, issued_by, issued_on, valid_from,
                valid_until, file, sha256, origin, reference, replaces, sender_key, kept_by, kept_at)
            VALUES (:subject, :id, :kind, :title, :number, :issuedBy, :issuedOn, :from, :until, :file::uuid, :sha256, :origin,
                :reference, :replaces::uuid, :key, :by, :at)
            ON CONFLICT (subject, sender_key) DO NOTHING""";

    /** A row: its number is sealed yet. */
    record Kept(SubjectId subject, Paper paper) {}

    List<Paper.Kind> kinds() {
        return jdbc.sql(KINDS).query(Rows.of(Paper.Kind.class)).list();
    }

    /** The newest first. */
    List<Kept> of(Collection<UUID> subjects) {
        return jdbc.sql(OF)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("most", MOST)
                .query(Rows.of(Kept.class))
                .list();
    }

    Optional<Kept> find(Collection<UUID> subjects, UUID id) {
        return jdbc.sql(ONE)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("id", id)
                .query(Rows.of(Kept.class))
                .optional();
    }

    /** The paper that a sender's key kept. */
    Optional<UUID> ofKey(SubjectId subject, String key) {
        return jdbc.sql(OF_KEY)
                .param("subject", subject.value())
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** Whether it is new. */
    boolean insert(Kept sealed, @Nullable UUID replaces, String key, UUID by, Instant at) {
        Paper paper = sealed.paper();
        Paper.Copy file = paper.file();
        return jdbc.sql(INSERT)
                        .param("subject", sealed.subject().value())
                        .param("id", paper.id())
                        .param("kind", paper.kind())
                        .param("title", paper.title())
                        .param("number", paper.number())
                        .param("issuedBy", paper.issue().issuedBy())
                        .param("issuedOn", paper.issue().issuedOn())
                        .param("from", paper.issue().validFrom())
                        .param("until", paper.issue().validUntil())
                        .param("file", file == null ? null : file.file())
                        .param("sha256", file == null ? null : file.sha256())
                        .param("origin", paper.source().origin().name())
                        .param("reference", paper.source().reference())
                        .param("replaces", replaces)
                        .param("key", key)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
