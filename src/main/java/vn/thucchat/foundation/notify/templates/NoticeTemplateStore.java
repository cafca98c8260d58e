package vn.thucchat.foundation.notify.templates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.wording}. */
@Component
record NoticeTemplateStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            SELECT text_key, language, version, text, state, wished_from, proposed_by, proposed_at, decided_by, decided_at,
                holds_from
            FROM notify.wording
            """;
    private static final String APPROVED = COLUMNS + """
            WHERE text_key = ANY (:keys) AND language = :language AND state = 'APPROVED'
            ORDER BY holds_from DESC, version DESC""";
    private static final String PROPOSED = COLUMNS + "WHERE state = 'PROPOSED' ORDER BY proposed_at LIMIT 100";
    private static final String OF =
            COLUMNS + "WHERE text_key = :key AND language = :language ORDER BY version DESC LIMIT 100";
    private static final String FIND =
            COLUMNS + "WHERE text_key = :key AND language = :language AND version = :version";

    private static final String INSERT = """
            INSERT INTO notify.wording (text_key, language, version, text, state, wished_from, proposed_by, proposed_at)
            SELECT :key, :language, coalesce(max(version), 0) + 1, :text, 'PROPOSED', :wished, :by, :now
            FROM notify.wording WHERE text_key = :key AND language = :language
            ON CONFLICT DO NOTHING RETURNING version""";
    private static final String DECIDE = """
            UPDATE notify.wording SET state = :to, decided_by = :by, decided_at = :now, holds_from = :holds
            WHERE text_key = :key AND language = :language AND version = :version AND state = ANY (:from)
                AND (holds_from IS NULL OR holds_from > :now)""";

    /** Approved versions of some texts, those that hold last first. */
    List<NoticeTemplateVersion> approved(Collection<String> keys, String language) {
        return jdbc.sql(APPROVED)
                .param("keys", keys.toArray(String[]::new))
                .param("language", language)
                .query(Rows.of(NoticeTemplateVersion.class))
                .list();
    }

    List<NoticeTemplateVersion> proposed() {
        return jdbc.sql(PROPOSED).query(Rows.of(NoticeTemplateVersion.class)).list();
    }

    List<NoticeTemplateVersion> of(String key, String language) {
        return jdbc.sql(OF)
                .param("key", key)
                .param("language", language)
                .query(Rows.of(NoticeTemplateVersion.class))
                .list();
    }

    Optional<NoticeTemplateVersion> find(String key, String language, int version) {
        return jdbc.sql(FIND)
                .param("key", key)
                .param("language", language)
                .param("version", version)
                .query(Rows.of(NoticeTemplateVersion.class))
                .optional();
    }

    /** @return its version; empty when another one waits for its decision */
    Optional<Integer> insert(String key, String language, String text, LocalDate wished, UUID by, Instant now) {
        return jdbc.sql(INSERT)
                .param("key", key)
                .param("language", language)
                .param("text", text)
                .param("wished", wished)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    /** @param holds from when on it holds; null of one that is rejected or withdrawn */
    boolean decide(
            NoticeTemplateVersion of,
            String act,
            UUID by,
            Instant now,
            @org.jspecify.annotations.Nullable Instant holds) {
        return jdbc.sql(DECIDE)
                        .param("key", of.textKey())
                        .param("language", of.language())
                        .param("version", of.version())
                        .param("to", NoticeTemplateVersion.LIFE.after(act).name())
                        .param("from", NoticeTemplateVersion.LIFE.before(act))
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("holds", holds == null ? null : holds.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
