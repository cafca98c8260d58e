package vn.thucchat.steering.indicators.explanations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/** All SQL of {@code indicators.explanation}, its files and what was asked before. */
@Component
record ExplanationStore(JdbcClient jdbc) {

    private static final String SELECT = """
            SELECT e.id, e.indicator, e.unit, e.period, e.state, e.question, e.asked_at, e.asked_by, e.asked_by_name,
                e.due, e.answer, e.answered_at, e.answered_by_name, e.synthetic, e.version,
                (SELECT array_agg(f.file ORDER BY f.file) FROM indicators.explanation_file f
                    WHERE f.explanation = e.id AND f.exchange = e.exchange) AS files,
                (SELECT array_agg(f.name ORDER BY f.file) FROM indicators.explanation_file f
                    WHERE f.explanation = e.id AND f.exchange = e.exchange) AS names
            FROM indicators.explanation e
            """;

    private static final String FIND = SELECT + " WHERE e.id = :id";

    private static final String OF_FIGURE = SELECT
            + " WHERE e.unit = :unit AND e.period = :period AND e.indicator = :indicator ORDER BY e.asked_at DESC LIMIT 100";

    private static final String WAITING = SELECT
            + " WHERE e.state = 'ASKED' AND e.unit = ANY (:units) AND e.synthetic = :synthetic ORDER BY e.due, e.id LIMIT :limit";

    private static final String OPEN = SELECT + " WHERE e.state IN ('ASKED', 'ANSWERED') ORDER BY e.id";

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('indicators.explanation'))";

    private static final String ASK = """
            INSERT INTO indicators.explanation (id, indicator, unit, period, state, question, asked_at, asked_by,
                asked_by_name, due, synthetic)
            VALUES (:id, :indicator, :unit, :period, 'ASKED', :question, :at, :by, :byName, :due, :synthetic)
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String ANSWER = """
            UPDATE indicators.explanation
            SET state = 'ANSWERED', answer = :answer, answered_at = :at, answered_by = :by, answered_by_name = :byName,
                version = version + 1
            WHERE id = :id AND version = :version AND state = ANY (:from)
            """;

    private static final String ATTACH = """
            INSERT INTO indicators.explanation_file (explanation, exchange, file, name)
            SELECT e.id, e.exchange, f.file, f.name
            FROM indicators.explanation e, unnest(:files::uuid[], :names::text[]) AS f (file, name)
            WHERE e.id = :id
            """;

    // What was asked and answered is kept before the next question takes its place.
    private static final String ASK_AGAIN = """
            WITH before AS (
                SELECT * FROM indicators.explanation
                WHERE id = :id AND version = :version AND state = ANY (:from)
                FOR UPDATE
            ), kept AS (
                INSERT INTO indicators.explanation_exchange (explanation, exchange, question, asked_at, asked_by,
                    asked_by_name, due, answer, answered_at, answered_by, answered_by_name)
                SELECT id, exchange, question, asked_at, asked_by, asked_by_name, due, answer, answered_at,
                    answered_by, answered_by_name
                FROM before
            )
            UPDATE indicators.explanation e
            SET state = 'ASKED', exchange = e.exchange + 1, question = :question, asked_at = :at, asked_by = :by,
                asked_by_name = :byName, due = :due, answer = '', answered_at = NULL, answered_by = NULL,
                answered_by_name = NULL, version = e.version + 1
            FROM before WHERE e.id = before.id
            """;

    private static final String EARLIER = """
            SELECT x.explanation, x.exchange, x.question, x.asked_at, x.asked_by_name, x.due, x.answer, x.answered_at,
                x.answered_by_name,
                (SELECT array_agg(f.file ORDER BY f.file) FROM indicators.explanation_file f
                    WHERE f.explanation = x.explanation AND f.exchange = x.exchange) AS files,
                (SELECT array_agg(f.name ORDER BY f.file) FROM indicators.explanation_file f
                    WHERE f.explanation = x.explanation AND f.exchange = x.exchange) AS names
            FROM indicators.explanation_exchange x
            WHERE x.explanation = ANY (:ids) ORDER BY x.explanation, x.exchange
            """;

    private static final String CLOSE = """
            UPDATE indicators.explanation SET state = 'CLOSED', closed_at = :at, version = version + 1
            WHERE id = :id AND version = :version AND state = ANY (:from)
            """;

    Optional<Explanation> find(UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query(ExplanationStore::explanation)
                .optional();
    }

    /** Newest first. */
    List<Explanation> ofFigure(String indicator, UnitCode unit, Period period) {
        return jdbc.sql(OF_FIGURE)
                .param("indicator", indicator)
                .param("unit", unit.value())
                .param("period", period.code())
                .query(ExplanationStore::explanation)
                .list();
    }

    /** What these units have to answer, the earliest due first. */
    List<Explanation> waiting(Collection<String> units, boolean synthetic, int limit) {
        return jdbc.sql(WAITING)
                .param("synthetic", synthetic)
                .param("units", units.toArray(String[]::new))
                .param("limit", limit)
                .query(ExplanationStore::explanation)
                .list();
    }

    /** What waits for an answer, or for whoever asked to read it. */
    List<Explanation> open() {
        return jdbc.sql(OPEN).query(ExplanationStore::explanation).list();
    }

    /** Waits until no other process starts; holds until the transaction ends. */
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> true).single();
    }

    /** False when the id was used before. */
    boolean ask(Explanation explanation) {
        return jdbc.sql(ASK)
                        .param("id", explanation.id())
                        .param("indicator", explanation.indicator())
                        .param("unit", explanation.unit().value())
                        .param("period", explanation.period().code())
                        .param("question", explanation.question())
                        .param("at", explanation.askedAt().atOffset(ZoneOffset.UTC))
                        .param("by", explanation.askedBy())
                        .param("byName", explanation.askedByName())
                        .param("due", explanation.due())
                        .param("synthetic", explanation.synthetic())
                        .update()
                == 1;
    }

    /** False when it was answered or changed meanwhile. */
    boolean answer(UUID id, int version, String answer, List<Explanation.Attachment> files, Actor by, Instant at) {
        boolean answered = jdbc.sql(ANSWER)
                        .param("from", Explanation.State.LIFE.before("answer"))
                        .param("id", id)
                        .param("version", version)
                        .param("answer", answer)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.account())
                        .param("byName", by.name())
                        .update()
                == 1;
        if (answered && !files.isEmpty())
            Batch.of(files)
                    .uuid("files", Explanation.Attachment::file)
                    .text("names", Explanation.Attachment::name)
                    .update(jdbc.sql(ATTACH).param("id", id));
        return answered;
    }

    /** False when it was asked again, closed or changed meanwhile. */
    boolean askAgain(UUID id, int version, String question, LocalDate due, Actor by, Instant at) {
        return jdbc.sql(ASK_AGAIN)
                        .param("from", Explanation.State.LIFE.before("ask-again"))
                        .param("id", id)
                        .param("version", version)
                        .param("question", question)
                        .param("due", due)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.account())
                        .param("byName", by.name())
                        .update()
                == 1;
    }

    /** What was asked and answered before the question that explanations hold now, in order. */
    List<Explanation.Exchange> earlier(Collection<UUID> ids) {
        return jdbc.sql(EARLIER)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Explanation.Exchange(
                        row.getObject("explanation", UUID.class),
                        row.getInt("exchange"),
                        row.getString("question"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("asked_by_name"),
                        row.getObject("due", LocalDate.class),
                        row.getString("answer"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        row.getString("answered_by_name"),
                        files(row)))
                .list();
    }

    boolean close(UUID id, int version, Instant at) {
        return jdbc.sql(CLOSE)
                        .param("from", Explanation.State.LIFE.before("close"))
                        .param("id", id)
                        .param("version", version)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Explanation explanation(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Explanation(
                row.getObject("id", UUID.class),
                row.getString("indicator"),
                new UnitCode(row.getString("unit")),
                Period.of(row.getString("period")),
                Explanation.State.valueOf(row.getString("state")),
                row.getString("question"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_by_name"),
                row.getObject("due", LocalDate.class),
                row.getString("answer"),
                answered == null ? null : answered.toInstant(),
                row.getString("answered_by_name"),
                files(row),
                row.getBoolean("synthetic"),
                row.getInt("version"));
    }

    private static List<Explanation.Attachment> files(ResultSet row) throws SQLException {
        java.sql.@Nullable Array files = row.getArray("files");
        if (files == null) return List.of();
        UUID[] ids = (UUID[]) files.getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        var all = new ArrayList<Explanation.Attachment>();
        for (int i = 0; i < ids.length; i++) all.add(new Explanation.Attachment(ids[i], names[i]));
        return all;
    }
}
