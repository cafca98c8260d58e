package vn.thucchat.steering.indicators.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.Submission.State;

/** The statements of {@code indicators.submission} and its steps; those on many at once are in {@link SubmissionBatchStore}. */
@Component
record SubmissionStore(JdbcClient jdbc) {

    static final String SELECT = """
            SELECT s.id, s.unit, s.period, s.state, s.note, s.synthetic, s.created_at, s.created_by, s.created_by_name,
                s.submitted_at, s.decided_at, s.decided_by_name, s.reason, s.version,
                d.id AS document, d.number, d.title, d.issuer, d.issued_on, d.file
            FROM indicators.submission s LEFT JOIN indicators.document d ON d.id = s.document
            """;

    private static final String FIND = SELECT + " WHERE s.id = :id";

    private static final String OPEN = SELECT + """
             WHERE s.unit = :unit AND s.period = :period AND s.synthetic = :synthetic
               AND s.state IN ('DRAFT', 'SUBMITTED', 'RETURNED')
            """;

    private static final String IN_STATES = SELECT + """
             WHERE s.unit = ANY (:units) AND s.state = ANY (:states) AND (s.synthetic OR NOT :onlySynthetic)
            ORDER BY s.id DESC
            LIMIT :limit
            """;

    private static final String RETURNED = SELECT + " WHERE s.state = 'RETURNED' ORDER BY s.id";

    private static final String WAITING = SELECT + """
             WHERE s.state = 'SUBMITTED' AND s.unit = ANY (:units)
               AND (s.synthetic OR NOT :onlySynthetic)
               AND (:after::timestamptz IS NULL OR (s.submitted_at, s.id) > (:after::timestamptz, :afterId::uuid))
            ORDER BY s.submitted_at, s.id
            LIMIT :limit
            """;

    private static final String INSERT = """
            INSERT INTO indicators.submission (id, unit, period, state, synthetic, created_at, created_by, created_by_name)
            VALUES (:id, :unit, :period, 'DRAFT', :synthetic, :at, :by, :byName)
            ON CONFLICT DO NOTHING
            """;

    private static final String WRITE = """
            UPDATE indicators.submission
            SET document = :document, note = :note, note_told = true, state = 'DRAFT', decided_at = NULL, decided_by = NULL, decided_by_name = NULL,
                version = version + 1
            WHERE id = :id AND version = :version AND state = ANY (:from)
            """;

    private static final String STEP = """
            INSERT INTO indicators.submission_step (submission, version, state, at, by, by_name, reason)
            SELECT s.id, s.version, s.state, :at, :by, :byName, :reason
            FROM indicators.submission s WHERE s.id = ANY (:ids)
            """;

    private static final String STEPS = """
            SELECT state, at, by, by_name, reason FROM indicators.submission_step WHERE submission = :id ORDER BY version
            """;

    private static final String STATED_BY = """
            SELECT s.id FROM indicators.submission s
            WHERE s.id = ANY (:ids)
              AND (s.created_by = :account
                   OR EXISTS (SELECT FROM indicators.submission_step p
                       WHERE p.submission = s.id AND p.state = ANY (:made) AND p.by = :account))
            """;

    private static final String SUBMIT = """
            UPDATE indicators.submission
            SET state = 'SUBMITTED', submitted_at = :at, reason = '', decided_at = NULL, decided_by = NULL,
                decided_by_name = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = ANY (:from) AND document IS NOT NULL
            """;

    private static final String REOPEN = """
            UPDATE indicators.submission SET state = 'DRAFT', version = version + 1
            WHERE id = :id AND version = :version AND state = ANY (:from)
            """;

    private static final String WITHDRAW = """
            UPDATE indicators.submission SET state = 'WITHDRAWN', decided_at = NULL, decided_by = NULL,
                decided_by_name = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = ANY (:from)
            """;

    private static final String DECIDE = """
            UPDATE indicators.submission
            SET state = :state, decided_at = :at, decided_by = :by, decided_by_name = :byName, reason = :reason,
                version = version + 1
            WHERE id = :id AND version = :version AND state = ANY (:from)
            """;

    Optional<Submission> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(SubmissionStore::submission).optional();
    }

    Optional<Submission> open(UnitCode unit, Period period, boolean synthetic) {
        return jdbc.sql(OPEN)
                .param("unit", unit.value())
                .param("period", period.code())
                .param("synthetic", synthetic)
                .query(SubmissionStore::submission)
                .optional();
    }

    /** What reviewers returned and nobody has handed in again. */
    List<Submission> returned() {
        return jdbc.sql(RETURNED).query(SubmissionStore::submission).list();
    }

    /** Newest first. */
    List<Submission> inStates(
            Collection<String> units, boolean onlySynthetic, Collection<Submission.State> states, int limit) {
        return jdbc.sql(IN_STATES)
                .param("onlySynthetic", onlySynthetic)
                .param("units", units.toArray(String[]::new))
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query(SubmissionStore::submission)
                .list();
    }

    /** Those that wait for a reviewer, longest waiting first, after one already seen. */
    List<Submission> waiting(Collection<String> units, boolean onlySynthetic, @Nullable Submission after, int limit) {
        return jdbc.sql(WAITING)
                .param("onlySynthetic", onlySynthetic)
                .param("units", units.toArray(String[]::new))
                .param("after", after == null ? null : utc(after.submittedAt()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query(SubmissionStore::submission)
                .list();
    }

    /** False when there is an open one already. */
    boolean insert(UUID id, UnitCode unit, Period period, boolean synthetic, Actor by, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("unit", unit.value())
                        .param("period", period.code())
                        .param("synthetic", synthetic)
                        .param("at", utc(at))
                        .param("by", by.account())
                        .param("byName", by.name())
                        .update()
                == 1;
    }

    /** False when somebody changed it since {@code version}, or it is no longer open. */
    boolean write(UUID id, int version, @Nullable UUID document, String note) {
        return jdbc.sql(WRITE)
                        .param("from", State.LIFE.before("write"))
                        .param("id", id)
                        .param("version", version)
                        .param("document", document)
                        .param("note", note)
                        .update()
                == 1;
    }

    /** Notes what the act just made of the submissions. */
    void step(Collection<UUID> ids, Actor by, Instant at, String reason) {
        jdbc.sql(STEP)
                .param("ids", ids.toArray(UUID[]::new))
                .param("at", utc(at))
                .param("by", by.account())
                .param("byName", by.name())
                .param("reason", reason)
                .update();
    }

    /** In order of time. */
    List<Submission.Step> steps(UUID id) {
        return jdbc.sql(STEPS)
                .param("id", id)
                .query((row, number) -> new Submission.Step(
                        Submission.State.valueOf(row.getString("state")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("by", UUID.class),
                        row.getString("by_name"),
                        row.getString("reason")))
                .list();
    }

    /** Those of the submissions that an account began, or brought into one of these states. */
    Set<UUID> statedBy(UUID account, Collection<State> made, Collection<UUID> ids) {
        return Set.copyOf(jdbc.sql(STATED_BY)
                .param("account", account)
                .param("made", made.stream().map(Enum::name).toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    boolean submit(UUID id, int version, Instant at) {
        return jdbc.sql(SUBMIT)
                        .param("from", State.LIFE.before("submit"))
                        .param("id", id)
                        .param("version", version)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    boolean reopen(UUID id, int version) {
        return jdbc.sql(REOPEN)
                        .param("id", id)
                        .param("version", version)
                        .param("from", State.LIFE.before("take-back"))
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, int version) {
        return jdbc.sql(WITHDRAW)
                        .param("id", id)
                        .param("version", version)
                        .param("from", State.LIFE.before("withdraw"))
                        .update()
                == 1;
    }

    boolean decide(UUID id, int version, Submission.State state, String reason, Actor by, Instant at) {
        return jdbc.sql(DECIDE)
                        .param("from", State.LIFE.before(state == State.ACCEPTED ? "accept" : "return"))
                        .param("id", id)
                        .param("version", version)
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("at", utc(at))
                        .param("by", by.account())
                        .param("byName", by.name())
                        .update()
                == 1;
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Submission submission(ResultSet row, int number) throws SQLException {
        UUID document = row.getObject("document", UUID.class);
        return new Submission(
                row.getObject("id", UUID.class),
                new UnitCode(row.getString("unit")),
                Period.of(row.getString("period")),
                Submission.State.valueOf(row.getString("state")),
                document == null
                        ? null
                        : new Document(
                                document,
                                row.getString("number"),
                                row.getString("title"),
                                row.getString("issuer"),
                                row.getObject("issued_on", LocalDate.class),
                                row.getObject("file", UUID.class)),
                row.getString("note"),
                row.getBoolean("synthetic"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_by", UUID.class),
                row.getString("created_by_name"),
                instant(row, "submitted_at"),
                instant(row, "decided_at"),
                row.getString("decided_by_name"),
                row.getString("reason"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
