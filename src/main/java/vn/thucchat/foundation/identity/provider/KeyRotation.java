package vn.thucchat.foundation.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Seal;

/**
 * Rotates the keys of each purpose. Each signs for {@value #DAYS} days; the next one is shown for a day before it signs, and
 * one that has signed is shown until what it signed last has ended, so that whoever reads the keys once a day never meets one
 * that they do not know. Private keys are sealed in the database, and gone from it once they have signed for the last time.
 */
@Component
class KeyRotation {

    static final int DAYS = 90;
    private static final Duration SIGNS = Duration.ofDays(DAYS);
    private static final Duration SHOWN_BEFORE = Duration.ofDays(1);
    /** Somebody may sign out with a token that ended long ago. */
    private static final Duration KNOWN_AFTER = Duration.ofDays(365);

    private static final String PURPOSE = "signing key ";

    private final SigningKeyStore store;
    private final Seal seal;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Map<String, JWK> opened = new ConcurrentHashMap<>();
    /** As read last. Times of two keys never overlap: while one of these signs, no other process has a later one. */
    private final Map<KeyPurpose, List<SigningKey>> read = new ConcurrentHashMap<>();

    KeyRotation(SigningKeyStore store, Seal seal, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        // a key that was made stays, whatever becomes of the act that needed it first
        this.transactions = new TransactionTemplate(
                Objects.requireNonNull(transactions.getTransactionManager(), "a transaction manager"));
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The key that signs now, with its private part; the first one is made when it is needed. */
    JWK current(KeyPurpose purpose) {
        SigningKey key = signing(read.getOrDefault(purpose, List.of()))
                .or(() -> signing(reread(purpose)))
                .orElseGet(() -> {
                    rotate(purpose);
                    return signing(reread(purpose)).orElseThrow();
                });
        return opened.computeIfAbsent(key.kid(), _ -> open(key));
    }

    /** Finds a public key by its key id ({@code kid}), also one that is no longer published; empty when there is none. */
    Optional<JWK> find(KeyPurpose purpose, @Nullable String kid) {
        return store.all(purpose).stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .map(key -> read(key.publicKey()));
    }

    /** The public keys that are shown. */
    List<JWK> shown(KeyPurpose purpose) {
        current(purpose);
        Instant now = clock.instant();
        return store.all(purpose).stream()
                .filter(key -> now.isBefore(key.shownUntil()))
                .map(key -> read(key.publicKey()))
                .toList();
    }

    /** Makes the first key, and the next one a day before it is needed; forgets what is over. Repeating it changes nothing. */
    void rotate(KeyPurpose purpose) {
        transactions.executeWithoutResult(status -> {
            store.lock();
            Instant now = clock.instant();
            List<SigningKey> keys = store.all(purpose);
            Instant until = keys.isEmpty() ? now : keys.getLast().signsUntil();
            // one that nobody rotated in time is followed at once
            if (!until.isAfter(now)) insert(purpose, now, now);
            else if (!until.isAfter(now.plus(SHOWN_BEFORE))) insert(purpose, now, until);
            store.forgetPrivate(purpose, now);
            store.sweep(purpose, now.minus(KNOWN_AFTER));
        });
    }

    private List<SigningKey> reread(KeyPurpose purpose) {
        List<SigningKey> keys = store.all(purpose);
        read.put(purpose, keys);
        return keys;
    }

    private Optional<SigningKey> signing(List<SigningKey> keys) {
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> !now.isBefore(key.signsFrom()) && now.isBefore(key.signsUntil()))
                .findFirst();
    }

    private void insert(KeyPurpose purpose, Instant now, Instant from) {
        try {
            JWK key = purpose.fresh();
            Instant until = from.plus(SIGNS);
            store.insert(
                    purpose,
                    new SigningKey(
                            key.getKeyID(),
                            key.toPublicJWK().toJSONString(),
                            seal.close(key.toJSONString(), PURPOSE + key.getKeyID()),
                            now,
                            from,
                            until,
                            until.plus(purpose.shownAfter())));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWK open(SigningKey key) {
        String sealed = Objects.requireNonNull(key.privateKey(), "a key that signs has its private part");
        return read(seal.open(sealed, PURPOSE + key.kid()));
    }

    private static JWK read(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
