package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.notify.channels.Medium;

/** The statements of {@code notify.attempt} and {@code notify.channel_warning}. */
@Component
record NoticeAttemptStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO notify.attempt (account, notice, medium, number, outcome, reference, at)
            VALUES (:account, :notice, :medium, :number, :outcome, :reference, :at)""";
    private static final String OF = """
            SELECT account, notice, medium, number, outcome, reference, at FROM notify.attempt
            WHERE account = :account AND notice = :notice ORDER BY at, number""";
    /** What people themselves brought about says nothing of the channel: a broken address, a message opened before. */
    private static final String HEALTH = """
            SELECT medium, count(*) FILTER (WHERE outcome = 'ACCEPTED') AS accepted,
                count(*) FILTER (WHERE outcome IN ('REFUSED', 'POSTPONED', 'UNKNOWN', 'UNDELIVERED')) AS failed,
                coalesce((percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM at - made_at))
                    FILTER (WHERE outcome = 'ACCEPTED'))::bigint, 0) AS median_seconds
            FROM (SELECT a.medium, a.outcome, a.at, n.created_at AS made_at
                FROM notify.attempt a JOIN notify.notice n ON n.account = a.account AND n.id = a.notice
                WHERE a.at > :since) AS x
            GROUP BY medium ORDER BY medium""";

    private static final String WARN = """
            INSERT INTO notify.channel_warning (medium, day) VALUES (:medium, :day) ON CONFLICT (medium, day) DO NOTHING""";

    void insert(Notice.Attempt attempt) {
        jdbc.sql(INSERT)
                .param("account", attempt.account())
                .param("notice", attempt.notice())
                .param("medium", attempt.medium().name())
                .param("number", attempt.number())
                .param("outcome", attempt.outcome().name())
                .param("reference", attempt.reference())
                .param("at", attempt.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Notice.Attempt> of(UUID account, UUID notice) {
        return jdbc.sql(OF)
                .param("account", account)
                .param("notice", notice)
                .query(Rows.of(Notice.Attempt.class))
                .list();
    }

    List<ChannelHealth> health(Instant since) {
        return jdbc.sql(HEALTH)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Rows.of(ChannelHealth.class))
                .list();
    }

    /** False when administrators were told that day. */
    boolean warn(Medium medium, LocalDate day) {
        return jdbc.sql(WARN).param("medium", medium.name()).param("day", day).update() == 1;
    }
}
