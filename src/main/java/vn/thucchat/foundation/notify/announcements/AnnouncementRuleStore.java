package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.announcement_rule}. */
@Component
record AnnouncementRuleStore(JdbcClient jdbc) {

    /** Of two from the same day the one that was entered last corrects the other. */
    private static final String LIST = """
            SELECT DISTINCT ON (valid_from) valid_from, daily_limit, margin_percent, document
            FROM notify.announcement_rule ORDER BY valid_from DESC, id DESC""";

    private static final String ON = """
            SELECT valid_from, daily_limit, margin_percent, document FROM notify.announcement_rule
            WHERE valid_from <= :day ORDER BY valid_from DESC, id DESC LIMIT 1""";
    private static final String INSERT = """
            INSERT INTO notify.announcement_rule (id, valid_from, daily_limit, margin_percent, document, made_by, made_at)
            VALUES (:id, :from, :most, :margin, :document, :by, :now)""";

    List<AnnouncementRules.Rule> list() {
        return jdbc.sql(LIST).query(Rows.of(AnnouncementRules.Rule.class)).list();
    }

    /** The rule that holds on a day; one is shipped that holds from 2020 on. */
    AnnouncementRules.Rule on(LocalDate day) {
        return jdbc.sql(ON)
                .param("day", day)
                .query(Rows.of(AnnouncementRules.Rule.class))
                .single();
    }

    void insert(UUID id, AnnouncementRules.Rule rule, UUID by, Instant now) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("from", rule.validFrom())
                .param("most", rule.dailyLimit())
                .param("margin", rule.marginPercent())
                .param("document", rule.document())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
