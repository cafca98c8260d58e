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
            FROM market.revenue_rule ORDER BY valid_from, shipped DESC, recorded_at, id""";

    /** What came with a release is taken once. */
    private static final String ADD = """
            INSERT INTO market.revenue_rule (id, valid_from, threshold_vnd, notice_month, notice_day, document, source,
                checked, shipped, recorded_at, recorded_by)
            VALUES (:id, :from, :threshold, :month, :day, :document, :source, :checked, :shipped, :at, :by)
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
