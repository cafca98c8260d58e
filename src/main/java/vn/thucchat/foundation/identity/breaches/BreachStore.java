package vn.thucchat.foundation.identity.breaches;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.breach} and {@code identity.breach_revision}; none changes or deletes. */
@Component
record BreachStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.breach (id, unit, synthetic, noticed_at, due_at, made_by, made_at)
            VALUES (:id, :unit, :synthetic, :noticed, :due, :by, :at)
            """;
    private static final String REVISE = """
            INSERT INTO identity.breach_revision (breach, no, happened, contact, consequences, measures, affected,
                authority_told_at, people_told_at, written_by, written_at)
            VALUES (:breach, :no, :happened, :contact, :consequences, :measures, :affected,
                :authority, :people, :by, :at)
            ON CONFLICT (breach, no) DO NOTHING
            """;
    private static final String SELECT = """
            SELECT b.id, b.unit, b.synthetic, b.noticed_at, b.due_at, r.no, r.happened, r.contact, r.consequences,
                r.measures, r.affected, r.authority_told_at, r.people_told_at
            FROM identity.breach b CROSS JOIN LATERAL (
                SELECT * FROM identity.breach_revision WHERE breach = b.id ORDER BY no DESC LIMIT 1) r
            """;
    private static final String ONE = SELECT + " WHERE b.id = :id";
    private static final String LIST = SELECT + """
             WHERE b.unit = ANY (:units) AND b.synthetic = :synthetic AND b.id < :before
            ORDER BY b.id DESC LIMIT :limit
            """;
    private static final String REVISIONS = """
            SELECT r.no, r.happened, r.contact, r.consequences, r.measures, r.affected, r.authority_told_at,
                r.people_told_at, coalesce(a.name, '') AS by, r.written_at
            FROM identity.breach_revision r LEFT JOIN identity.account a ON a.id = r.written_by
            WHERE r.breach = :id ORDER BY r.no DESC
            """;

    void insert(Breach made, UUID by, Instant at) {
        jdbc.sql(INSERT)
                .param("id", made.id())
                .param("unit", made.unit().value())
                .param("synthetic", made.synthetic())
                .param("noticed", made.noticedAt().atOffset(ZoneOffset.UTC))
                .param("due", made.dueAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was written; not when another revision of that number came first. */
    boolean revise(UUID breach, int no, Breach.Revision revision, UUID by, Instant at) {
        return jdbc.sql(REVISE)
                        .param("breach", breach)
                        .param("no", no)
                        .param("happened", revision.happened())
                        .param("contact", revision.contact())
                        .param("consequences", revision.consequences())
                        .param("measures", revision.measures())
                        .param("affected", revision.affected())
                        .param("authority", utc(revision.authorityToldAt()))
                        .param("people", utc(revision.peopleToldAt()))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    Optional<Breach> find(UUID id) {
        return jdbc.sql(ONE).param("id", id).query(Rows.of(Breach.class)).optional();
    }

    /** The newest first; {@code before} is the last of the page before. */
    List<Breach> list(Collection<String> units, boolean synthetic, UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("units", units.toArray(String[]::new))
                .param("synthetic", synthetic)
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(Breach.class))
                .list();
    }

    /** The latest first. */
    List<Breach.Written> revisions(UUID id) {
        return jdbc.sql(REVISIONS)
                .param("id", id)
                .query(Rows.of(Breach.Written.class))
                .list();
    }
}
