package vn.thucchat.foundation.signing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.signing.TrustAnchor.State;

/** The statements of {@code signing.trust_anchor}. */
@Component
record TrustAnchorStore(JdbcClient jdbc) {

    /** A row as it lies. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record Row(
            UUID id,
            byte[] certificate,
            String sha256,
            String name,
            String document,
            State state,
            boolean synthetic,
            UUID askedBy,
            Instant askedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {

        TrustAnchor anchor() {
            return new TrustAnchor(
                    id,
                    certificate,
                    sha256,
                    name,
                    document,
                    state,
                    synthetic,
                    new TrustAnchor.Change(askedBy, askedAt, decidedBy, decidedAt));
        }
    }

    private static final RowMapper<Row> ROW = Rows.of(Row.class);

    private static final String COLUMNS = """
            SELECT id, certificate, sha256, name, document, state, synthetic, asked_by, asked_at, decided_by, decided_at
            FROM signing.trust_anchor
            """;
    private static final String TRUSTED = COLUMNS + "WHERE state IN ('TRUSTED', 'RETIRING') ORDER BY id";
    private static final String PAGE = COLUMNS + "WHERE id < :before ORDER BY id DESC LIMIT :most";
    private static final String FIND = COLUMNS + "WHERE id = :id";
    private static final String INSERT = """
            INSERT INTO signing.trust_anchor (id, certificate, sha256, name, document, state, synthetic, asked_by, asked_at,
                decided_by, decided_at)
            VALUES (:id, :certificate, :sha256, :name, :document, :state, :synthetic, :askedBy, :askedAt, :decidedBy, :decidedAt)
            ON CONFLICT DO NOTHING""";
    private static final String ASK = """
            UPDATE signing.trust_anchor SET state = :to, asked_by = :by, asked_at = :now, decided_by = NULL, decided_at = NULL
            WHERE id = :id AND state = ANY (:from)""";
    private static final String DECIDE = """
            UPDATE signing.trust_anchor SET state = :to, decided_by = :by, decided_at = :now
            WHERE id = :id AND state = ANY (:from)""";
    private static final String DELETE_SYNTHETIC = "DELETE FROM signing.trust_anchor WHERE synthetic";

    List<TrustAnchor> trusted() {
        return jdbc.sql(TRUSTED).query(ROW).list().stream().map(Row::anchor).toList();
    }

    /** The latest first. */
    List<TrustAnchor> page(UUID before, int most) {
        return jdbc.sql(PAGE).param("before", before).param("most", most).query(ROW).list().stream()
                .map(Row::anchor)
                .toList();
    }

    Optional<TrustAnchor> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(ROW).optional().map(Row::anchor);
    }

    /** False when this certificate is there already. */
    boolean insert(TrustAnchor anchor) {
        var change = anchor.change();
        return jdbc.sql(INSERT)
                        .param("id", anchor.id())
                        .param("certificate", anchor.certificate())
                        .param("sha256", anchor.sha256())
                        .param("name", anchor.name())
                        .param("document", anchor.document())
                        .param("state", anchor.state().name())
                        .param("synthetic", anchor.synthetic())
                        .param("askedBy", change.askedBy())
                        .param("askedAt", change.askedAt().atOffset(ZoneOffset.UTC))
                        .param("decidedBy", change.decidedBy())
                        .param(
                                "decidedAt",
                                change.decidedAt() == null
                                        ? null
                                        : change.decidedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Asks for a change that another one is to decide on. */
    boolean ask(UUID id, TrustAnchor.Act act, UUID by, Instant now) {
        return update(ASK, id, act, by, now);
    }

    boolean decide(UUID id, TrustAnchor.Act act, UUID by, Instant now) {
        return update(DECIDE, id, act, by, now);
    }

    private boolean update(String statement, UUID id, TrustAnchor.Act act, UUID by, Instant now) {
        return jdbc.sql(statement)
                        .param("id", id)
                        .param("to", TrustAnchor.LIFE.after(act.name()).name())
                        .param("from", TrustAnchor.LIFE.before(act.name()))
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void deleteSynthetic() {
        jdbc.sql(DELETE_SYNTHETIC).update();
    }
}
