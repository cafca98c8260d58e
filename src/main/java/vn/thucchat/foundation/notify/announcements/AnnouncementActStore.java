package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.Actor;

/** The statements of {@code notify.announcement_act}; none changes or deletes. */
@Component
record AnnouncementActStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO notify.announcement_act (announcement, no, act, account, name, note, at)
            SELECT :id, coalesce(max(no), 0) + 1, :act, :account, :name, :note, :at
            FROM notify.announcement_act WHERE announcement = :id""";
    private static final String LIST = """
            SELECT announcement, no, act, account, name, note, at FROM notify.announcement_act
            WHERE announcement = :id ORDER BY no""";

    void insert(UUID announcement, AnnouncementAct.What act, Actor by, String note, Instant at) {
        jdbc.sql(INSERT)
                .param("id", announcement)
                .param("act", act.name())
                .param("account", by.account())
                .param("name", by.name())
                .param("note", note)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first first. */
    List<AnnouncementAct> list(UUID announcement) {
        return jdbc.sql(LIST)
                .param("id", announcement)
                .query(Rows.of(AnnouncementAct.class))
                .list();
    }
}
