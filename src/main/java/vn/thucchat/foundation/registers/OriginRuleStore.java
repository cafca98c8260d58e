package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code registers.origin_rule}: rows are added and read. */
@Component
record OriginRuleStore(JdbcClient jdbc) {

    private static final String ALL = """
            SELECT field, valid_from, origins, document FROM registers.origin_rule
            ORDER BY field, valid_from DESC, id DESC""";
    private static final String ADD = """
            INSERT INTO registers.origin_rule (id, field, valid_from, origins, document, stated_by, stated_at)
            VALUES (:id, :field, :from, :origins::text[], :document, :by, :at)""";

    private record Row(String field, LocalDate validFrom, List<String> origins, String document) {

        OriginRules.Rule rule() {
            return new OriginRules.Rule(
                    field, validFrom, origins.stream().map(Origin::valueOf).toList(), document);
        }
    }

    List<OriginRules.Rule> all() {
        return jdbc.sql(ALL).query(Rows.of(Row.class)).list().stream()
                .map(Row::rule)
                .toList();
    }

    void add(UUID id, OriginRules.Rule rule, UUID by, Instant at) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("field", rule.field())
                .param("from", rule.validFrom())
                .param("origins", rule.origins().stream().map(Enum::name).toArray(String[]::new))
                .param("document", rule.document())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
