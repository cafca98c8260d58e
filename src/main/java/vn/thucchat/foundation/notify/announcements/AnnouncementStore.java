package vn.thucchat.foundation.notify.announcements;

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
import vn.thucchat.foundation.units.UnitCode;

/** The statements of {@code notify.announcement}. */
@Component
record AnnouncementStore(JdbcClient jdbc) {

    private static final String SELECT = """
            SELECT id, unit, synthetic, source, group_key, group_name, title_vi, text_vi, title_en, text_en, purpose,
                send_at, state, version, written_by, round, approved_at, handed, ended_at
            FROM notify.announcement
            """;
    private static final String FIND = SELECT + "WHERE id = :id";
    private static final String LIST = SELECT + """
            WHERE unit = ANY (:units) AND (NOT :syntheticOnly OR synthetic) AND id < :before ORDER BY id DESC LIMIT :limit""";
    private static final String OPEN = SELECT + """
            WHERE state IN ('SENDING', 'SENT', 'STOPPED') AND (state <> 'STOPPED' OR handed IS NOT NULL) AND id < :before
            ORDER BY id DESC LIMIT :limit""";
    private static final String INSERT = """
            INSERT INTO notify.announcement (id, unit, synthetic, source, group_key, group_name, title_vi, text_vi,
                title_en, text_en, purpose, send_at, state, written_by, written_at)
            VALUES (:id, :unit, :synthetic, :source, :key, :name, :titleVi, :textVi, :titleEn, :textEn, :purpose,
                :sendAt::timestamptz, 'DRAFT', :by, :now)""";
    private static final String CHANGE = """
            UPDATE notify.announcement SET unit = :unit, source = :source, group_key = :key, group_name = :name,
                title_vi = :titleVi, text_vi = :textVi, title_en = :titleEn, text_en = :textEn, purpose = :purpose,
                send_at = :sendAt::timestamptz, version = version + 1
            WHERE id = :id AND version = :version AND state = ANY (:from)""";
    private static final String MOVE = """
            UPDATE notify.announcement SET state = :to, version = version + 1, round = :round,
                approved_at = :approved::timestamptz, ended_at = :ended::timestamptz
            WHERE id = :id AND version = :version AND state = ANY (:from)""";
    private static final String LOCK_UNIT =
            "SELECT pg_advisory_xact_lock(hashtext('notify.announcement'), hashtext(:unit))";
    private static final String APPROVED_SINCE = """
            SELECT count(*) FROM notify.announcement
            WHERE unit = :unit AND synthetic = :synthetic AND approved_at >= :since AND purpose <> 'announcement.danger'""";
    private static final String DUE = """
            SELECT id FROM notify.announcement
            WHERE state = 'SENDING' OR state = 'APPROVED' AND coalesce(send_at, approved_at) <= :now
            ORDER BY (purpose = 'announcement.danger') DESC, id LIMIT 100""";
    private static final String LOCK = SELECT + "WHERE id = :id AND state = :state FOR UPDATE SKIP LOCKED";
    private static final String HANDED = "UPDATE notify.announcement SET handed = :handed WHERE id = :id";

    Optional<Announcement> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Announcement.class)).optional();
    }

    List<Announcement> list(Collection<String> units, boolean syntheticOnly, UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("units", units.toArray(String[]::new))
                .param("syntheticOnly", syntheticOnly)
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(Announcement.class))
                .list();
    }

    /** Those that everybody may read. */
    List<Announcement> open(UUID before, int limit) {
        return jdbc.sql(OPEN)
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(Announcement.class))
                .list();
    }

    void insert(UUID id, UnitCode unit, boolean synthetic, Announcement.Draft draft, UUID by, Instant now) {
        drafted(INSERT, id, unit, draft)
                .param("synthetic", synthetic)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when somebody else changed it since it was read, or it is no draft any more. */
    boolean change(Announcement before, UnitCode unit, Announcement.Draft draft) {
        return drafted(CHANGE, before.id(), unit, draft)
                        .param("version", before.version())
                        .param("from", Announcement.LIFE.before("change"))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec drafted(String sql, UUID id, UnitCode unit, Announcement.Draft draft) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("unit", unit.value())
                .param("source", draft.group().source())
                .param("key", draft.group().groupKey())
                .param("name", draft.group().groupName())
                .param("titleVi", draft.words().titleVi())
                .param("textVi", draft.words().textVi())
                .param("titleEn", draft.words().titleEn())
                .param("textEn", draft.words().textEn())
                .param("purpose", draft.purpose())
                .param("sendAt", utc(draft.sendAt()));
    }

    /** Moves it on by an act; false when that was done by somebody else, or is not open to it. */
    boolean move(Announcement from, String act, Announcement.Progress progress) {
        return jdbc.sql(MOVE)
                        .param("id", from.id())
                        .param("version", from.version())
                        .param("to", Announcement.LIFE.after(act).name())
                        .param("from", Announcement.LIFE.before(act))
                        .param("round", progress.round())
                        .param("approved", utc(progress.approvedAt()))
                        .param("ended", utc(progress.endedAt()))
                        .update()
                == 1;
    }

    /** Counts what a unit approved since a moment, and lets nobody else approve for it until the transaction ends. */
    int approvedSince(UnitCode unit, boolean synthetic, Instant since) {
        jdbc.sql(LOCK_UNIT).param("unit", unit.value()).query().singleRow();
        return jdbc.sql(APPROVED_SINCE)
                .param("unit", unit.value())
                .param("synthetic", synthetic)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Lists announcements that are to be begun or continued, warnings of danger first. */
    List<UUID> due(Instant now) {
        return List.copyOf(jdbc.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }

    /** Holds one in a state until the transaction ends; empty where another process holds it. */
    Optional<Announcement> lock(UUID id, Announcement.State state) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .param("state", state.name())
                .query(Rows.of(Announcement.class))
                .optional();
    }

    void saveProgress(UUID id, UUID lastAccount) {
        jdbc.sql(HANDED).param("id", id).param("handed", lastAccount).update();
    }

    private static @Nullable Object utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
