package vn.thucchat.government.dossiers.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** The statements of {@code dossiers.procedure_version} and {@code dossiers.procedure_decision}. */
@Component
record ProcedureVersionStore(JdbcClient jdbc) {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COLUMNS = """
            SELECT v.id, v.code, v.valid_from, v.revision, v.name, v.field, v.abolished, v.content, v.source, v.checked,
                v.unit, coalesce(d.state, 'PROPOSED') AS state, coalesce(d.reason, '') AS reason, v.proposed_by,
                v.proposed_at, d.decided_by, d.decided_at
            FROM dossiers.procedure_version v LEFT JOIN dossiers.procedure_decision d ON d.version = v.id
            """;

    /** No later version is in force on the day. */
    private static final String IN_FORCE = """
            d.state = 'APPROVED' AND v.valid_from <= :day AND NOT EXISTS (
                SELECT FROM dossiers.procedure_version n JOIN dossiers.procedure_decision m ON m.version = n.id
                WHERE n.code = v.code AND m.state = 'APPROVED' AND n.valid_from <= :day
                    AND (n.valid_from, n.revision) > (v.valid_from, v.revision))
            """;

    private static final String PAGE = """
            AND NOT v.abolished AND (v.name_key, v.code) > (:name, :code)
            ORDER BY v.name_key, v.code LIMIT :limit""";

    private static final String ALL = COLUMNS + "WHERE " + IN_FORCE + PAGE;
    private static final String SEARCH =
            COLUMNS + "WHERE ' ' || v.words LIKE :pattern AND ' ' || v.words LIKE ALL (:others) AND " + IN_FORCE + PAGE;
    private static final String ON_DAY = COLUMNS + "WHERE v.code = :code AND " + IN_FORCE;
    private static final String FIND = COLUMNS + "WHERE v.id = :id";
    private static final String HISTORY = COLUMNS + """
            WHERE v.code = :code AND d.state = 'APPROVED' ORDER BY v.valid_from DESC, v.revision DESC LIMIT 100""";
    private static final String LATEST = COLUMNS + """
            WHERE coalesce(d.state, 'PROPOSED') = :state AND (v.proposed_at, v.id) < (:at, :id)
            ORDER BY v.proposed_at DESC, v.id DESC LIMIT :limit""";

    /** Not while another one waits: two editors would overwrite each other. Of two at once one has the revision. */
    private static final String INSERT = """
            INSERT INTO dossiers.procedure_version (id, code, valid_from, revision, name, field, abolished, content,
                name_key, words, source, checked, unit, proposed_by, proposed_at)
            SELECT :id, :code, :validFrom, coalesce(max(v.revision), 0) + 1, :name, :field, :abolished, :content,
                :nameKey, :words, :source, :checked, :unit, :by, :at
            FROM dossiers.procedure_version v LEFT JOIN dossiers.procedure_decision d ON d.version = v.id
            WHERE v.code = :code
            HAVING count(*) = count(d.version)
            ON CONFLICT DO NOTHING""";
    /** Once. */
    private static final String DECIDE = """
            INSERT INTO dossiers.procedure_decision (version, proposed_by, state, reason, decided_by, decided_at)
            SELECT id, proposed_by, :to, :reason, :by, :at FROM dossiers.procedure_version WHERE id = :id
            ON CONFLICT DO NOTHING""";

    private static final String KNOWN =
            "SELECT DISTINCT code FROM dossiers.procedure_version WHERE code = ANY (:codes)";

    /** Those in force on a day, in the order of their names. */
    List<ProcedureVersion> inForce(LocalDate day, SearchWords words, String afterName, String afterCode, int limit) {
        JdbcClient.StatementSpec asked = words.empty()
                ? jdbc.sql(ALL)
                : jdbc.sql(SEARCH)
                        .param("pattern", words.patterns().getFirst())
                        .param("others", words.patterns().toArray(String[]::new));
        return asked.param("day", day)
                .param("name", afterName)
                .param("code", afterCode)
                .param("limit", limit)
                .query(ProcedureVersionStore::version)
                .list();
    }

    Optional<ProcedureVersion> inForce(String code, LocalDate day) {
        return jdbc.sql(ON_DAY)
                .param("code", code)
                .param("day", day)
                .query(ProcedureVersionStore::version)
                .optional();
    }

    Optional<ProcedureVersion> find(UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query(ProcedureVersionStore::version)
                .optional();
    }

    /** Approved versions of a procedure, the latest beginning first. */
    List<ProcedureVersion> history(String code) {
        return jdbc.sql(HISTORY)
                .param("code", code)
                .query(ProcedureVersionStore::version)
                .list();
    }

    /** Versions in a state, the latest proposed first. */
    List<ProcedureVersion> latest(ProcedureVersion.State state, Instant before, UUID id, int limit) {
        return jdbc.sql(LATEST)
                .param("state", state.name())
                .param("at", before.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("limit", limit)
                .query(ProcedureVersionStore::version)
                .list();
    }

    /** Which of some procedures have a version, whatever became of it. */
    List<String> known(List<String> codes) {
        return jdbc.sql(KNOWN)
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> row.getString("code"))
                .list();
    }

    /** False while another version of the procedure waits for a decision. */
    boolean insert(ProcedureVersion version) {
        ProcedureVersion.Draft draft = version.draft();
        ProcedureVersion.Decision decision = version.decision();
        return jdbc.sql(INSERT)
                        .param("id", version.id())
                        .param("code", draft.code())
                        .param("validFrom", draft.validFrom())
                        .param("name", draft.name())
                        .param("field", draft.field())
                        .param("abolished", draft.abolished())
                        .param("content", JSON.writeValueAsString(draft.content()))
                        .param("nameKey", NameSearchKey.of(draft.name()))
                        .param("words", words(draft))
                        .param("source", draft.source())
                        .param("checked", version.checked().name())
                        .param("unit", version.unit().value())
                        .param("by", decision.proposedBy())
                        .param("at", decision.proposedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when it was decided on before. */
    boolean decide(UUID id, String act, String reason, UUID by, Instant at) {
        return jdbc.sql(DECIDE)
                        .param("to", ProcedureVersion.LIFE.after(act).name())
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String words(ProcedureVersion.Draft draft) {
        return NameSearchKey.of(String.join(
                " ",
                draft.name(),
                draft.field(),
                draft.content().result(),
                draft.content().handling().alsoCalled(),
                draft.code().replace(".", "")));
    }

    private static ProcedureVersion version(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new ProcedureVersion(
                row.getObject("id", UUID.class),
                new ProcedureVersion.Draft(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("field"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getBoolean("abolished"),
                        row.getString("source"),
                        JSON.readValue(row.getString("content"), ProcedureContent.class)),
                row.getInt("revision"),
                ProcedureVersion.Checked.valueOf(row.getString("checked")),
                new UnitCode(row.getString("unit")),
                new ProcedureVersion.Decision(
                        ProcedureVersion.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getObject("proposed_by", UUID.class),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("decided_by", UUID.class),
                        decidedAt == null ? null : decidedAt.toInstant()));
    }
}
