package vn.thucchat.foundation.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.database.Ids;

/** The statements of {@code work.rule}: rows are added and read, never changed. */
@Component
record WorkRuleStore(JdbcClient jdbc, InstantSource clock) {

    private static final String ALL = """
            SELECT kind, step, working_days, valid_from, document, issued_on, issuer, source, checked, shipped
            FROM work.rule ORDER BY valid_from, shipped DESC, recorded_at, id""";

    /** What came with a release is taken once. */
    private static final String ADD = """
            INSERT INTO work.rule (id, kind, step, working_days, valid_from, document, issued_on, issuer, source, checked,
                shipped, recorded_at, recorded_by)
            VALUES (:id, :kind, :step, :days, :from, :document, :issuedOn, :issuer, :source, :checked,
                :shipped, :at, :by)
            ON CONFLICT DO NOTHING""";

    /** All that was ever stated; of one step the one that goes before the others last. */
    List<WorkRule> all() {
        return jdbc.sql(ALL).query(WorkRuleStore::rule).list();
    }

    void add(WorkRule rule, UUID by) {
        SourceDocument document = rule.document();
        jdbc.sql(ADD)
                .param("id", Ids.next(clock))
                .param("kind", rule.kind())
                .param("step", rule.step().name())
                .param("days", rule.workingDays())
                .param("from", rule.validFrom())
                .param("document", document.number())
                .param("issuedOn", document.issuedOn())
                .param("issuer", document.issuer())
                .param("source", document.source())
                .param("checked", document.checked().name())
                .param("shipped", rule.shipped())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    private static WorkRule rule(ResultSet row, int number) throws SQLException {
        return new WorkRule(
                row.getString("kind"),
                WorkRule.Step.valueOf(row.getString("step")),
                row.getObject("working_days", Integer.class),
                row.getObject("valid_from", LocalDate.class),
                new SourceDocument(
                        row.getString("document"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("issuer"),
                        row.getString("source"),
                        SourceDocument.Checked.valueOf(row.getString("checked"))),
                row.getBoolean("shipped"));
    }
}
