package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.notify.channels.Medium;

/** The statements of {@code notify.preference} and {@code notify.declined}. */
@Component
record PreferenceStore(JdbcClient jdbc, QuietHours usual) {

    private static final String DELETE = "DELETE FROM notify.preference WHERE account = :account";
    private static final String ACCEPT_ALL = "DELETE FROM notify.declined WHERE account = :account";
    private static final String FIND = """
            SELECT media, quiet_from, quiet_until, language, digest_hour FROM notify.preference WHERE account = :account""";
    private static final String PUT = """
            INSERT INTO notify.preference (account, media, quiet_from, quiet_until, language, digest_hour, changed_at)
            VALUES (:account, :media::text[], :from, :until, :language, :digest, :now)
            ON CONFLICT (account) DO UPDATE SET media = excluded.media, quiet_from = excluded.quiet_from,
                quiet_until = excluded.quiet_until, language = excluded.language,
                digest_hour = excluded.digest_hour, changed_at = excluded.changed_at""";
    private static final String DECLINED = "SELECT kind FROM notify.declined WHERE account = :account";
    private static final String DECLINE = """
            INSERT INTO notify.declined (account, kind, declined_at) SELECT :account, kind, :now
            FROM unnest(:kinds::text[]) AS kind ON CONFLICT (account, kind) DO NOTHING""";
    private static final String ACCEPT =
            "DELETE FROM notify.declined WHERE account = :account AND kind = ANY (:kinds::text[])";

    private record Row(
            List<String> media,
            int quietFrom,
            int quietUntil,
            String language,
            @Nullable Integer digestHour) {}

    @Autowired
    PreferenceStore(JdbcClient jdbc, @Value("${thucchat.notify.quiet-hours}") String usual) {
        this(jdbc, QuietHours.read(usual));
    }

    Preferences of(UUID account) {
        return jdbc.sql(FIND)
                .param("account", account)
                .query(Rows.of(Row.class))
                .optional()
                .map(row -> new Preferences(
                        row.media().stream().map(Medium::valueOf).toList(),
                        new QuietHours(row.quietFrom(), row.quietUntil()),
                        row.language(),
                        row.digestHour()))
                .orElseGet(() -> new Preferences(List.of(), usual, "vi"));
    }

    void put(UUID account, Preferences preferences, Instant now) {
        jdbc.sql(PUT)
                .param("account", account)
                .param("media", preferences.media().stream().map(Medium::name).toArray(String[]::new))
                .param("from", preferences.quiet().from())
                .param("until", preferences.quiet().until())
                .param("language", preferences.language())
                .param("digest", preferences.digestHour())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Set<String> declined(UUID account) {
        return Set.copyOf(
                jdbc.sql(DECLINED).param("account", account).query(String.class).list());
    }

    /** @return how many were not declined before */
    int decline(UUID account, Collection<String> kinds, Instant now) {
        return jdbc.sql(DECLINE)
                .param("account", account)
                .param("kinds", kinds.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int accept(UUID account, Collection<String> kinds) {
        return jdbc.sql(ACCEPT)
                .param("account", account)
                .param("kinds", kinds.toArray(String[]::new))
                .update();
    }

    /** Deletes what an account wished for and declined. */
    void deleteAll(UUID account) {
        jdbc.sql(DELETE).param("account", account).update();
        jdbc.sql(ACCEPT_ALL).param("account", account).update();
    }
}
