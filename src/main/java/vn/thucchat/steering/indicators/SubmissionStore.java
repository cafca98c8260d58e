package vn.thucchat.steering.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.units.UnitCode;

/** All SQL of {@code indicators.submission}. */
@Repository
class SubmissionStore {

    private static final String SELECT = """
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

    private static final String OF_UNITS = SELECT + """
             WHERE s.unit = ANY (:units) AND s.state <> 'WITHDRAWN'
               AND (:before::uuid IS NULL OR s.id < :before::uuid)
            ORDER BY s.id DESC
            LIMIT :limit
            """;

    private static final String IN_STATES = SELECT + """
             WHERE s.unit = ANY (:units) AND s.state = ANY (:states)
            ORDER BY s.id DESC
            LIMIT :limit
            """;

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

    private static final String INSERT_AS_THEY_STOOD = """
            INSERT INTO indicators.submission (id, unit, period, state, document, note, synthetic, created_at, created_by,
                created_by_name, submitted_at, decided_at, decided_by, decided_by_name, reason)
            SELECT f.id, f.unit, f.period, f.state, f.document, f.note, f.synthetic, f.created_at, f.created_by,
                f.created_by_name, f.submitted_at, f.decided_at,
                CASE WHEN f.decided_at IS NOT NULL THEN :by::uuid END, f.decided_by_name, f.reason
            FROM unnest(:ids::uuid[], :units::text[], :periods::text[], :states::text[], :documents::uuid[], :notes::text[],
                    :synthetic::boolean[], :createdAt::timestamptz[], :createdBy::uuid[], :createdByNames::text[],
                    :submittedAt::timestamptz[], :decidedAt::timestamptz[], :decidedByNames::text[], :reasons::text[])
                AS f (id, unit, period, state, document, note, synthetic, created_at, created_by, created_by_name,
                    submitted_at, decided_at, decided_by_name, reason)
            """;

    private static final String WRITE = """
            UPDATE indicators.submission
            SET document = :document, note = :note, state = 'DRAFT', decided_at = NULL, decided_by = NULL, decided_by_name = NULL,
                version = version + 1
            WHERE id = :id AND version = :version AND state IN ('DRAFT', 'RETURNED')
            """;

    private static final String OF_UPLOAD = SELECT + """
             WHERE s.upload_sha256 = :sha AND s.state <> 'WITHDRAWN' AND s.synthetic = :synthetic AND s.unit = ANY (:units)
            ORDER BY s.unit, s.period
            """;

    // One upload of the same bytes at a time, so that the second finds what the first has taken.
    private static final String LOCK_UPLOAD =
            "SELECT pg_advisory_xact_lock(hashtext('indicators.upload'), hashtext(:sha))";

    // In the order of units, so that two uploads at once wait for each other and never in a circle.
    private static final String INSERT_MANY = """
            INSERT INTO indicators.submission (id, unit, period, state, synthetic, created_at, created_by, created_by_name)
            SELECT f.id, f.unit, :period, 'DRAFT', :synthetic, :at, :by, :byName
            FROM unnest(:ids::uuid[], :units::text[]) AS f (id, unit)
            ORDER BY f.unit
            ON CONFLICT DO NOTHING
            """;

    private static final String OPEN_MANY = SELECT + """
             WHERE s.unit = ANY (:units) AND s.period = :period AND s.synthetic = :synthetic
               AND s.state IN ('DRAFT', 'SUBMITTED', 'RETURNED')
            ORDER BY s.unit
            FOR UPDATE OF s
            """;

    private static final String WRITE_MANY = """
            UPDATE indicators.submission
            SET document = :document, upload_sha256 = :sha, state = 'DRAFT', decided_at = NULL, decided_by = NULL,
                decided_by_name = NULL, version = version + 1
            WHERE id = ANY (:ids) AND state IN ('DRAFT', 'RETURNED')
            """;

    private static final String SUBMIT_MANY = """
            UPDATE indicators.submission s
            SET state = 'SUBMITTED', submitted_at = :at, reason = '', version = s.version + 1
            FROM unnest(:ids::uuid[], :versions::int[]) AS seen (id, version)
            WHERE s.id = seen.id AND s.version = seen.version AND s.state = 'DRAFT' AND s.document IS NOT NULL
            """;

    private static final String STEP = """
            INSERT INTO indicators.submission_step (submission, version, state, at, by, by_name, reason)
            SELECT s.id, s.version, s.state, :at, :by, :byName, :reason
            FROM indicators.submission s WHERE s.id = ANY (:ids)
            """;

    private static final String STEPS = """
            SELECT state, at, by, by_name, reason FROM indicators.submission_step WHERE submission = :id ORDER BY version
            """;

    private static final String SUBMIT = """
            UPDATE indicators.submission
            SET state = 'SUBMITTED', submitted_at = :at, reason = '', decided_at = NULL, decided_by = NULL,
                decided_by_name = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state IN ('DRAFT', 'RETURNED') AND document IS NOT NULL
            """;

    private static final String REOPEN = """
            UPDATE indicators.submission SET state = 'DRAFT', version = version + 1
            WHERE id = :id AND version = :version AND state = 'SUBMITTED'
            """;

    private static final String WITHDRAW = """
            UPDATE indicators.submission SET state = 'WITHDRAWN', decided_at = NULL, decided_by = NULL,
                decided_by_name = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state IN ('DRAFT', 'RETURNED')
            """;

    private static final String DECIDE = """
            UPDATE indicators.submission
            SET state = :state, decided_at = :at, decided_by = :by, decided_by_name = :byName, reason = :reason,
                version = version + 1
            WHERE id = :id AND version = :version AND state = 'SUBMITTED'
            """;

    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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

    /** Newest first, before a submission already seen. */
    List<Submission> ofUnits(Collection<String> units, @Nullable UUID before, int limit) {
        return jdbc.sql(OF_UNITS)
                .param("units", units.toArray(String[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(SubmissionStore::submission)
                .list();
    }

    /** Newest first. */
    List<Submission> inStates(Collection<String> units, Collection<Submission.State> states, int limit) {
        return jdbc.sql(IN_STATES)
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

    /** @param decidedBy the account of whoever decided on those that are decided */
    void insertAsTheyStood(List<Submission> submissions, UUID decidedBy) {
        jdbc.sql(INSERT_AS_THEY_STOOD)
                .param("ids", StatementStore.column(submissions, Submission::id))
                .param("units", StatementStore.column(submissions, Submission::unit))
                .param("periods", StatementStore.column(submissions, Submission::period))
                .param("states", StatementStore.column(submissions, Submission::state))
                .param("documents", StatementStore.column(submissions, SubmissionStore::documentId))
                .param("notes", StatementStore.column(submissions, Submission::note))
                .param("synthetic", StatementStore.column(submissions, Submission::synthetic))
                .param("createdAt", StatementStore.column(submissions, Submission::createdAt))
                .param("createdBy", StatementStore.column(submissions, Submission::createdBy))
                .param("createdByNames", StatementStore.column(submissions, Submission::createdByName))
                .param("submittedAt", StatementStore.column(submissions, Submission::submittedAt))
                .param("decidedAt", StatementStore.column(submissions, Submission::decidedAt))
                .param("decidedByNames", StatementStore.column(submissions, Submission::decidedByName))
                .param("reasons", StatementStore.column(submissions, Submission::reason))
                .param("by", decidedBy)
                .update();
    }

    /** False when somebody changed it since {@code version}, or it is no longer open. */
    boolean write(UUID id, int version, @Nullable UUID document, String note) {
        return jdbc.sql(WRITE)
                        .param("id", id)
                        .param("version", version)
                        .param("document", document)
                        .param("note", note)
                        .update()
                == 1;
    }

    /** Waits until nobody else takes the same file; holds until the transaction ends. */
    void lockUpload(String sha256) {
        jdbc.sql(LOCK_UPLOAD).param("sha", sha256).query((row, number) -> true).single();
    }

    /** What a file was taken into, by unit. */
    List<Submission> ofUpload(String sha256, Collection<String> units, boolean synthetic) {
        return jdbc.sql(OF_UPLOAD)
                .param("sha", sha256)
                .param("units", units.toArray(String[]::new))
                .param("synthetic", synthetic)
                .query(SubmissionStore::submission)
                .list();
    }

    /** The open submissions of units for a period, begun where there was none; nobody else changes them meanwhile. */
    List<Submission> openMany(Map<UnitCode, UUID> ids, Period period, Actor by, Instant at) {
        String[] units = ids.keySet().stream().map(UnitCode::value).toArray(String[]::new);
        jdbc.sql(INSERT_MANY)
                .param("ids", ids.values().toArray(UUID[]::new))
                .param("units", units)
                .param("period", period.code())
                .param("synthetic", by.synthetic())
                .param("at", utc(at))
                .param("by", by.account())
                .param("byName", by.name())
                .update();
        return jdbc.sql(OPEN_MANY)
                .param("units", units)
                .param("period", period.code())
                .param("synthetic", by.synthetic())
                .query(SubmissionStore::submission)
                .list();
    }

    /** Of submissions that are held by {@link #openMany}. */
    void writeMany(Collection<UUID> ids, UUID document, String sha256) {
        int written = jdbc.sql(WRITE_MANY)
                .param("ids", ids.toArray(UUID[]::new))
                .param("document", document)
                .param("sha", sha256)
                .update();
        if (written != ids.size()) throw new IllegalStateException("A submission that was held has changed");
    }

    /** How many were still as seen, and are submitted now. */
    int submitMany(List<Submission> seen, Instant at) {
        return jdbc.sql(SUBMIT_MANY)
                .param("ids", seen.stream().map(Submission::id).toArray(UUID[]::new))
                .param("versions", seen.stream().map(Submission::version).toArray(Integer[]::new))
                .param("at", utc(at))
                .update();
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

    boolean submit(UUID id, int version, Instant at) {
        return jdbc.sql(SUBMIT)
                        .param("id", id)
                        .param("version", version)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    boolean reopen(UUID id, int version) {
        return jdbc.sql(REOPEN).param("id", id).param("version", version).update() == 1;
    }

    boolean withdraw(UUID id, int version) {
        return jdbc.sql(WITHDRAW).param("id", id).param("version", version).update() == 1;
    }

    boolean decide(UUID id, int version, Submission.State state, String reason, Actor by, Instant at) {
        return jdbc.sql(DECIDE)
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

    private static @Nullable UUID documentId(Submission submission) {
        return submission.document() == null ? null : submission.document().id();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Submission submission(ResultSet row, int number) throws SQLException {
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
