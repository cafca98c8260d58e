package vn.thucchat.foundation.notify.contacts;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.notify.channels.Medium;

/** Reads wishes and kinds of confirmed addresses of many people at once; no address is opened. */
@Component
record RecipientPlanStore(JdbcClient jdbc) {

    private static final String OF = """
            SELECT a.account, p.media, p.quiet_from, p.quiet_until, p.language, p.digest_hour,
                EXISTS (SELECT FROM notify.declined d WHERE d.account = a.account AND d.kind = :kind) AS declined,
                ARRAY(SELECT DISTINCT c.kind FROM notify.contact c
                    WHERE c.account = a.account AND c.verified_at IS NOT NULL AND c.lost IS NULL) AS addresses
            FROM unnest(:accounts::uuid[]) AS a (account) LEFT JOIN notify.preference p ON p.account = a.account""";

    /** @param media null where the person never said how they want to be told */
    record Row(
            UUID account,
            @Nullable List<String> media,
            @Nullable Integer quietFrom,
            @Nullable Integer quietUntil,
            @Nullable String language,
            @Nullable Integer digestHour,
            boolean declined,
            List<String> addresses) {

        Preferences preferences(QuietHours usual) {
            if (media == null || quietFrom == null || quietUntil == null || language == null)
                return new Preferences(List.of(), usual, "vi");
            return new Preferences(
                    media.stream().map(Medium::valueOf).toList(),
                    new QuietHours(quietFrom, quietUntil),
                    language,
                    digestHour);
        }
    }

    List<Row> of(Collection<UUID> accounts, String kind) {
        return jdbc.sql(OF)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("kind", kind)
                .query(Rows.of(Row.class))
                .list();
    }
}
