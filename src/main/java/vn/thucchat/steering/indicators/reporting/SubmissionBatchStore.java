package vn.thucchat.steering.indicators.reporting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/** The statements on many submissions at once: those of an uploaded file, and those taken over as they stood. */
@Component
record SubmissionBatchStore(JdbcClient jdbc) {

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

    // One upload of the same bytes at a time, so that the second finds what the first has taken.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('indicators.upload'), hashtext(:sha))";

    private static final String OF_UPLOAD = SubmissionStore.SELECT + """
             WHERE s.upload_sha256 = :sha AND s.state <> 'WITHDRAWN' AND s.synthetic = :synthetic AND s.unit = ANY (:units)
            ORDER BY s.unit, s.period
            """;

    // In the order of units, so that two uploads at once wait for each other and never in a circle.
    private static final String INSERT = """
            INSERT INTO indicators.submission (id, unit, period, state, synthetic, created_at, created_by, created_by_name)
            SELECT f.id, f.unit, :period, 'DRAFT', :synthetic, :at, :by, :byName
            FROM unnest(:ids::uuid[], :units::text[]) AS f (id, unit)
            ORDER BY f.unit
            ON CONFLICT DO NOTHING
            """;

    private static final String OPEN = SubmissionStore.SELECT + """
             WHERE s.unit = ANY (:units) AND s.period = :period AND s.synthetic = :synthetic
               AND s.state IN ('DRAFT', 'SUBMITTED', 'RETURNED')
            ORDER BY s.unit
            FOR UPDATE OF s
            """;

    private static final String WRITE = """
            UPDATE indicators.submission
            SET document = :document, upload_sha256 = :sha, state = 'DRAFT', decided_at = NULL, decided_by = NULL,
                decided_by_name = NULL, version = version + 1
            WHERE id = ANY (:ids) AND state = ANY (:from)
            """;

    private static final String SUBMIT = """
            UPDATE indicators.submission s
            SET state = 'SUBMITTED', submitted_at = :at, reason = '', version = s.version + 1
            FROM unnest(:ids::uuid[], :versions::int[]) AS seen (id, version)
            WHERE s.id = seen.id AND s.version = seen.version AND s.state = 'DRAFT' AND s.document IS NOT NULL
            """;

    // A step bears the version that it made.
    private static final String ACCEPTED = """
            SELECT count(*) FROM unnest(:ids::uuid[], :versions::int[]) AS seen (id, version)
            JOIN indicators.submission_step p ON p.submission = seen.id AND p.version = seen.version + 1
            WHERE p.state = 'ACCEPTED' AND p.by = :account
            """;

    /** Waits until nobody else takes the same file; holds until the transaction ends. */
    void lock(String sha256) {
        jdbc.sql(LOCK).param("sha", sha256).query((row, number) -> true).single();
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
    List<Submission> open(Map<UnitCode, UUID> ids, Period period, Actor by, Instant at) {
        String[] units = ids.keySet().stream().map(UnitCode::value).toArray(String[]::new);
        jdbc.sql(INSERT)
                .param("ids", ids.values().toArray(UUID[]::new))
                .param("units", units)
                .param("period", period.code())
                .param("synthetic", by.synthetic())
                .param("at", SubmissionStore.utc(at))
                .param("by", by.account())
                .param("byName", by.name())
                .update();
        return jdbc.sql(OPEN)
                .param("units", units)
                .param("period", period.code())
                .param("synthetic", by.synthetic())
                .query(SubmissionStore::submission)
                .list();
    }

    /** Of submissions that are held by {@link #open}. */
    void write(Collection<UUID> ids, UUID document, String sha256) {
        int written = jdbc.sql(WRITE)
                .param("from", Submission.State.LIFE.before("write"))
                .param("ids", ids.toArray(UUID[]::new))
                .param("document", document)
                .param("sha", sha256)
                .update();
        if (written != ids.size()) throw new IllegalStateException("A submission that was held has changed");
    }

    /** How many were still as seen, and are submitted now. */
    int submit(List<Submission> seen, Instant at) {
        return Batch.of(seen)
                .uuid("ids", Submission::id)
                .whole("versions", Submission::version)
                .update(jdbc.sql(SUBMIT).param("at", SubmissionStore.utc(at)));
    }

    /** How many of these an account accepted, each at the version that was seen. */
    int accepted(UUID account, Map<UUID, Integer> seen) {
        return Batch.of(seen.entrySet())
                .uuid("ids", Map.Entry::getKey)
                .whole("versions", Map.Entry::getValue)
                .in(jdbc.sql(ACCEPTED).param("account", account))
                .query(Integer.class)
                .single();
    }

    /** @param decidedBy the account of whoever decided on those that are decided */
    void insertAsTheyStood(List<Submission> submissions, UUID decidedBy) {
        Batch.of(submissions)
                .word("ids", Submission::id)
                .word("units", Submission::unit)
                .word("periods", Submission::period)
                .word("states", Submission::state)
                .word("documents", SubmissionBatchStore::documentId)
                .word("notes", Submission::note)
                .word("synthetic", Submission::synthetic)
                .word("createdAt", Submission::createdAt)
                .word("createdBy", Submission::createdBy)
                .word("createdByNames", Submission::createdByName)
                .word("submittedAt", Submission::submittedAt)
                .word("decidedAt", Submission::decidedAt)
                .word("decidedByNames", Submission::decidedByName)
                .word("reasons", Submission::reason)
                .update(jdbc.sql(INSERT_AS_THEY_STOOD).param("by", decidedBy));
    }

    private static @Nullable UUID documentId(Submission submission) {
        return submission.document() == null ? null : submission.document().id();
    }
}
