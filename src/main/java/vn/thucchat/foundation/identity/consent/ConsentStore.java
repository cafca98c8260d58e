package vn.thucchat.foundation.identity.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.purposes.PurposeText;

/** The statements of {@code identity.consent_act} and {@code identity.purpose_text}; none changes or deletes. */
@Component
record ConsentStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.consent_act
                (account, id, purpose, no, given, version, text_hash, channel, proof, at)
            VALUES (:account, :id, :purpose, :no, :given, :version, :hash, :channel, :proof, :at)
            ON CONFLICT (account, purpose, no) DO NOTHING
            """;
    private static final String SELECT = """
            SELECT account, id, purpose, no, given, version, text_hash, channel, proof, at FROM identity.consent_act
            """;
    private static final String LAST =
            SELECT + " WHERE account = :account AND purpose = :purpose ORDER BY no DESC LIMIT 1";
    private static final String ONE = SELECT + " WHERE account = ANY (:accounts) AND id = :id";
    private static final String HOLDING = """
            SELECT account FROM (
                SELECT DISTINCT ON (account) account, given, version FROM identity.consent_act
                WHERE account = ANY (:accounts) AND purpose = :purpose ORDER BY account, no DESC) AS last
            WHERE given AND version >= :version
            """;
    private static final String HISTORY =
            SELECT + " WHERE account = ANY (:accounts) AND id < :before ORDER BY id DESC LIMIT :limit";
    private static final String KEEP_TEXT = """
            INSERT INTO identity.purpose_text (purpose, hash, language, words, first_at)
            VALUES (:purpose, :hash, :language, :words, :at)
            ON CONFLICT (purpose, hash) DO NOTHING
            """;
    private static final String WORDS =
            "SELECT words FROM identity.purpose_text WHERE purpose = :purpose AND hash = :hash";

    /** Whether it was written; not when another act of the same number came first. */
    boolean insert(ConsentRecord act) {
        return jdbc.sql(INSERT)
                        .param("account", act.account())
                        .param("id", act.id())
                        .param("purpose", act.purpose())
                        .param("no", act.no())
                        .param("given", act.given())
                        .param("version", act.version())
                        .param("hash", act.textHash())
                        .param("channel", act.channel().name())
                        .param("proof", act.proof())
                        .param("at", act.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<ConsentRecord> last(UUID account, String purpose) {
        return jdbc.sql(LAST)
                .param("account", account)
                .param("purpose", purpose)
                .query(Rows.of(ConsentRecord.class))
                .optional();
    }

    /** Returns those of some accounts whose latest act on a purpose is a consent to {@code version} of it, or to a later one. */
    Set<UUID> holding(Collection<UUID> accounts, String purpose, int version) {
        return Set.copyOf(jdbc.sql(HOLDING)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("purpose", purpose)
                .param("version", version)
                .query(UUID.class)
                .list());
    }

    Optional<ConsentRecord> find(Collection<UUID> accounts, UUID id) {
        return jdbc.sql(ONE)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("id", id)
                .query(Rows.of(ConsentRecord.class))
                .optional();
    }

    /** The newest first; {@code before} is the last of the page before. */
    List<ConsentRecord> history(Collection<UUID> accounts, UUID before, int limit) {
        return jdbc.sql(HISTORY)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(ConsentRecord.class))
                .list();
    }

    void keepText(PurposeText text, Instant at) {
        jdbc.sql(KEEP_TEXT)
                .param("purpose", text.purpose())
                .param("hash", text.hash())
                .param("language", text.language())
                .param("words", text.whole())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<String> words(String purpose, String hash) {
        return jdbc.sql(WORDS)
                .param("purpose", purpose)
                .param("hash", hash)
                .query(String.class)
                .optional();
    }
}
