package vn.thucchat.economy.market.revenue;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code market.revenue_rule}: rows are added and read, never changed. */
@Component
record RevenueRuleStore(JdbcClient jdbc, InstantSource clock) {

    private static final String ALL = """
            SELECT valid_from, threshold_vnd, notice_month, notice_day, document, source, checked, shipped
            FROM market.revenue_rule ORDER BY valid_from, shipped DESC, revision, recorded_at, id""";

    /**
     * Adds a rule. A rule shipped with a release is added once; one that differs from the latest shipped for its day
     * becomes that day's next revision and takes precedence.
     */
    private static final String ADD = """
            WITH latest AS (
                SELECT threshold_vnd, notice_month, notice_day, document, source, checked, revision
                FROM market.revenue_rule WHERE :shipped AND shipped AND valid_from = :from
                ORDER BY revision DESC LIMIT 1)
            INSERT INTO market.revenue_rule (id, valid_from, threshold_vnd, notice_month, notice_day, document, source,
                checked, shipped, revision, recorded_at, recorded_by)
            SELECT :id, :from, :threshold, :month, :day, :document, :source, :checked, :shipped,
                coalesce((SELECT revision + 1 FROM latest), 0), :at, :by
            WHERE NOT EXISTS (
                SELECT FROM latest WHERE (threshold_vnd, notice_month, notice_day, document, source, checked)
                    = (:threshold, :month, :day, :document, :source, :checked))
            ON CONFLICT DO NOTHING""";

    /** All that was ever stated; the one that goes before the others last. */
    List<RevenueRule> all() {
        return jdbc.sql(ALL).query(Rows.of(RevenueRule.class)).list();
    }

    void add(RevenueRule rule, UUID by) {
        jdbc.sql(ADD)
                .param("id", Ids.next(clock))
                .param("from", rule.validFrom())
                .param("threshold", rule.thresholdVnd())
                .param("month", rule.noticeMonth())
                .param("day", rule.noticeDay())
                .param("document", rule.document())
                .param("source", rule.source())
                .param("checked", rule.checked().name())
                .param("shipped", rule.shipped())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
