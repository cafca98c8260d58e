package vn.thucchat.foundation.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
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
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Seal;

/**
 * Keys that sign what clients are told (RSA of 2048 bits; RS256, and PS256 for FAPI 2.0). Each signs for {@value #DAYS} days; the next one is shown for
 * a day before it signs, and one that has signed is shown until its last token has ended, so that a client that reads the
 * keys once a day never meets one that it does not know. Private keys are sealed in the database, and gone from it once
 * they have signed for the last time.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    static final int DAYS = 90;
    private static final Duration SIGNS = Duration.ofDays(DAYS);
    private static final Duration SHOWN_BEFORE = Duration.ofDays(1);
    /** Longer than any token, and than anybody keeps the list of keys. */
    private static final Duration SHOWN_AFTER = Duration.ofDays(1);
    /** Somebody may sign out with a token that ended long ago. */
    private static final Duration KNOWN_AFTER = Duration.ofDays(365);

    private static final String PURPOSE = "signing key ";

    private final SigningKeyStore store;
    private final Seal seal;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Map<String, RSAKey> opened = new ConcurrentHashMap<>();

    SigningKeys(SigningKeyStore store, Seal seal, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The key that signs now, with its private part; the first one is made when it is needed. */
    RSAKey current() {
        Instant now = clock.instant();
        SigningKey key = current(now).orElseGet(() -> {
            rotate();
            return current(now).orElseThrow();
        });
        return opened.computeIfAbsent(key.kid(), _ -> open(key));
    }

    /** The public key that a token names, also one that is no longer shown. */
    Optional<RSAKey> find(@Nullable String kid) {
        return store.all().stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .map(key -> read(key.publicKey()));
    }

    /** The public keys that clients are shown. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        current();
        Instant now = clock.instant();
        return store.all().stream()
                .filter(key -> now.isBefore(key.shownUntil()))
                .map(key -> (JWK) read(key.publicKey()))
                .toList();
    }

    /** Makes the first key, and the next one a day before it is needed; forgets what is over. Repeating it changes nothing. */
    void rotate() {
        transactions.executeWithoutResult(status -> {
            store.lock();
            Instant now = clock.instant();
            List<SigningKey> keys = store.all();
            Instant until = keys.isEmpty() ? now : keys.getLast().signsUntil();
            // one that nobody rotated in time is followed at once
            if (!until.isAfter(now)) insert(now, now);
            else if (!until.isAfter(now.plus(SHOWN_BEFORE))) insert(now, until);
            store.forgetPrivate(now);
            store.sweep(now.minus(KNOWN_AFTER));
        });
    }

    private Optional<SigningKey> current(Instant now) {
        return store.all().stream()
                .filter(key -> !now.isBefore(key.signsFrom()) && now.isBefore(key.signsUntil()))
                .findFirst();
    }

    private void insert(Instant now, Instant from) {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            Instant until = from.plus(SIGNS);
            store.insert(new SigningKey(
                    key.getKeyID(),
                    key.toPublicJWK().toJSONString(),
                    seal.close(key.toJSONString(), PURPOSE + key.getKeyID()),
                    now,
                    from,
                    until,
                    until.plus(SHOWN_AFTER)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private RSAKey open(SigningKey key) {
        String sealed = Objects.requireNonNull(key.privateKey(), "a key that signs has its private part");
        return read(seal.open(sealed, PURPOSE + key.kid()));
    }

    private static RSAKey read(String json) {
        try {
            // older ones name one algorithm, and sign by another too
            return new RSAKey.Builder(RSAKey.parse(json)).algorithm(null).build();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
