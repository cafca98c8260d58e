package vn.thucchat.foundation.notify.push;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of this installation: the first is made when it is needed, a new one after a year; former ones go on signing. */
@Component
class PushKeys {

    private static final Duration YEAR = Duration.ofDays(365);

    private final PushKeyStore store;
    private final InstantSource clock;

    PushKeys(PushKeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The key for browsers that agree now. */
    @Transactional
    public PushKey current() {
        Optional<PushKey> newest = newest();
        if (newest.isPresent()) return newest.get();
        store.lock();
        return newest().orElseGet(this::made);
    }

    private Optional<PushKey> newest() {
        return store.list().stream()
                .findFirst()
                .filter(key -> clock.instant().isBefore(key.madeAt().plus(YEAR)));
    }

    private PushKey made() {
        KeyPair pair = EcKeys.pair();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key = new PushKey(
                PushKey.ENCODER.encodeToString(EcKeys.bytes((ECPublicKey) pair.getPublic())),
                (ECPrivateKey) pair.getPrivate(),
                now);
        store.insert(key);
        return key;
    }

    /** The key that a browser was given. */
    Optional<PushKey> find(String publicKey) {
        return store.list().stream()
                .filter(key -> key.publicKey().equals(publicKey))
                .findFirst();
    }
}
