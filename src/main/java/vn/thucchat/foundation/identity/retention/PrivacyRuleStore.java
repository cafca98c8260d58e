package vn.thucchat.foundation.identity.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.privacy_rule}. */
@Component
record PrivacyRuleStore(JdbcClient jdbc) {

    private static final String ALL = """
            SELECT code, valid_from, value, document FROM identity.privacy_rule
            ORDER BY code, valid_from DESC, stated_at DESC
            """;
    private static final String ADD = """
            INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at)
            VALUES (:code, :from, :value, :document, :by, :at)
            """;

    /** Of each code what goes before comes first. */
    List<PrivacyRule> all() {
        return jdbc.sql(ALL).query(Rows.of(PrivacyRule.class)).list();
    }

    void add(PrivacyRule rule, UUID by, Instant at) {
        jdbc.sql(ADD)
                .param("code", rule.code())
                .param("from", rule.validFrom())
                .param("value", rule.value())
                .param("document", rule.document())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
