package vn.thucchat.foundation.identity.credentials;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.credential_offer}. */
@Component
record CredentialOfferStore(JdbcClient jdbc) {

    // two offers at once would not see each other, and both stay
    private static final String LOCK_ACCOUNT =
            "SELECT pg_advisory_xact_lock(hashtext('identity.credential_offer'), hashtext(:account::text))";
    private static final String INSERT = """
            INSERT INTO identity.credential_offer (hash, account, batch, secret_no, type, holding, code_mark, made_at,
                ends_at)
            VALUES (:hash, :account, :batch, :secretNo, :type, :holding, :codeMark, :madeAt, :endsAt)
            """;
    // one at a time: what was shown before and not fetched is of no use any more
    private static final String DELETE_UNUSED = """
            DELETE FROM identity.credential_offer WHERE account = :account AND redeemed_at IS NULL
            """;
    private static final String OFFER = """
            SELECT hash, account, batch, secret_no, type, holding, code_mark, tries, ends_at, redeemed_at, over, dpop_jkt,
                identified, issued
            FROM identity.credential_offer WHERE hash = :hash
            """;
    private static final String LOCK = OFFER + "FOR UPDATE";
    private static final String TRIED = """
            UPDATE identity.credential_offer SET tries = tries + 1, over = over OR tries + 1 >= :most WHERE hash = :hash
            """;
    private static final String END = "UPDATE identity.credential_offer SET over = true WHERE hash = :hash";
    private static final String END_BATCH =
            "UPDATE identity.credential_offer SET over = true WHERE account = :account AND batch = :batch";
    private static final String REDEEM = """
            UPDATE identity.credential_offer SET redeemed_at = :at, ends_at = :endsAt, dpop_jkt = :jkt, identified = :identified
            WHERE hash = :hash AND redeemed_at IS NULL
            """;
    private static final String ISSUED = """
            UPDATE identity.credential_offer SET issued = issued + :number WHERE hash = :hash AND issued + :number <= :most
            """;
    private static final String SWEEP = """
            DELETE FROM identity.credential_offer WHERE hash IN (
                SELECT hash FROM identity.credential_offer WHERE ends_at < :before ORDER BY ends_at LIMIT :most
                FOR UPDATE SKIP LOCKED)
            """;
    private static final String DELETE_ALL = "DELETE FROM identity.credential_offer WHERE account = :account";

    /** Enters an offer, in the caller's transaction; the account's offers that nobody fetched end. */
    void insert(CredentialOffer offer, Instant madeAt) {
        jdbc.sql(LOCK_ACCOUNT).param("account", offer.account()).query().listOfRows();
        jdbc.sql(DELETE_UNUSED).param("account", offer.account()).update();
        jdbc.sql(INSERT)
                .param("hash", offer.hash())
                .param("account", offer.account())
                .param("batch", offer.batch())
                .param("secretNo", offer.secretNo())
                .param("type", offer.type())
                .param("holding", offer.holding())
                .param("codeMark", offer.codeMark())
                .param("madeAt", madeAt.atOffset(ZoneOffset.UTC))
                .param("endsAt", offer.endsAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<CredentialOffer> find(String hash) {
        return jdbc.sql(OFFER)
                .param("hash", hash)
                .query(Rows.of(CredentialOffer.class))
                .optional();
    }

    Optional<CredentialOffer> lock(String hash) {
        return jdbc.sql(LOCK)
                .param("hash", hash)
                .query(Rows.of(CredentialOffer.class))
                .optional();
    }

    /** Counts a wrong transaction code; the last one of {@code most} ends the offer. */
    void tried(String hash, int most) {
        jdbc.sql(TRIED).param("hash", hash).param("most", most).update();
    }

    void end(String hash) {
        jdbc.sql(END).param("hash", hash).update();
    }

    /** Ends the offer of a batch once nobody holds its row: its token opens nothing any more. */
    void endBatch(UUID account, UUID batch) {
        jdbc.sql(END_BATCH).param("account", account).param("batch", batch).update();
    }

    /** @param endsAt when the token that is given for it ends */
    void redeem(String hash, @Nullable String jkt, boolean identified, Instant at, Instant endsAt) {
        jdbc.sql(REDEEM)
                .param("hash", hash)
                .param("jkt", jkt)
                .param("identified", identified)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts credentials; false when they would be too many. */
    boolean issued(String hash, int number, int most) {
        return jdbc.sql(ISSUED)
                        .param("hash", hash)
                        .param("number", number)
                        .param("most", most)
                        .update()
                == 1;
    }

    int sweep(Instant before, int most) {
        return jdbc.sql(SWEEP)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    void deleteAll(UUID account) {
        jdbc.sql(DELETE_ALL).param("account", account).update();
    }
}
