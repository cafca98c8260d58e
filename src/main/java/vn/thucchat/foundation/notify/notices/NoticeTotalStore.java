package vn.thucchat.foundation.notify.notices;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.notices.NoticeTotals.Message;

/** Reads notices and tries of many messages in one statement. */
@Component
record NoticeTotalStore(JdbcClient jdbc) {

    private static final String GIVEN =
            "FROM unnest(:accounts::uuid[], :ids::uuid[], :languages::text[]) AS m (account, id, language) ";
    private static final String NOTICES = GIVEN + "JOIN notify.notice n ON n.account = m.account AND n.id = m.id ";
    private static final String TOTALS =
            "SELECT n.medium, n.state, count(*)::integer AS notices " + NOTICES + "GROUP BY n.medium, n.state";
    private static final String ACCEPTED = "SELECT a.medium, m.language, count(*)::integer AS tries " + GIVEN + """
            JOIN notify.attempt a ON a.account = m.account AND a.notice = m.id
            WHERE a.outcome = 'ACCEPTED' GROUP BY a.medium, m.language""";
    private static final String LIST = "SELECT n.id, n.medium, n.state, n.ended_at " + NOTICES + """
            WHERE n.medium = :medium AND n.state = ANY (:states) AND n.id > :after ORDER BY n.id LIMIT :limit""";

    List<NoticeTotals.Total> totals(List<Message> messages) {
        return given(TOTALS, messages).query(Rows.of(NoticeTotals.Total.class)).list();
    }

    List<NoticeTotals.Accepted> accepted(List<Message> messages) {
        return given(ACCEPTED, messages)
                .query(Rows.of(NoticeTotals.Accepted.class))
                .list();
    }

    List<NoticeTotals.Line> list(
            List<Message> messages, Medium medium, List<Notice.State> states, UUID after, int limit) {
        return given(LIST, messages)
                .param("medium", medium.name())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(NoticeTotals.Line.class))
                .list();
    }

    private JdbcClient.StatementSpec given(String sql, List<Message> messages) {
        return Batch.of(messages)
                .uuid("accounts", Message::account)
                .uuid("ids", Message::id)
                .text("languages", Message::language)
                .in(jdbc.sql(sql));
    }
}
