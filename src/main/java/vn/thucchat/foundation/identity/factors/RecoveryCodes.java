package vn.thucchat.foundation.identity.factors;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;

/**
 * Codes on paper for who has lost the device that shows the others: ten of 60 bits, each good for one time. Kept as marks
 * (HMAC-SHA-256 under a key derived from the installation's), so that whoever reads the table can use none.
 */
@Component
record RecoveryCodes(RecoveryCodeStore store, Seal seal, InstantSource clock) {

    static final int COUNT = 10;
    private static final int SIGNS = 12;
    /** 32 of them, none of which is read as another. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Ten codes that nobody knows yet: {@code 7KQM-2XVA-PN4D}. */
    static List<String> fresh() {
        return IntStream.range(0, COUNT)
                .mapToObj(_ -> RANDOM.ints(SIGNS, 0, ALPHABET.length())
                        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                        .reduce("", String::concat)
                        .replaceAll("(.{4})(?!$)", "$1-"))
                .toList();
    }

    /**
     * Keeps the codes of an account; those before them are good no more. In the caller's transaction.
     *
     * @return false when the account has no time-based code, or no more
     */
    boolean keep(UUID account, List<String> codes) {
        if (!store.lock(account)) return false;
        store.delete(account);
        store.insert(account, codes.stream().map(code -> mark(account, code)).toList(), clock.instant());
        return true;
    }

    /** Whether it is one that was not used before; it is used with that. */
    boolean use(UUID account, String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return code.length() == SIGNS && store.use(account, mark(account, code), clock.instant());
    }

    Optional<Instant> madeAt(UUID account) {
        return store.madeAt(account);
    }

    private String mark(UUID account, String code) {
        return seal.mark(code.replace("-", ""), "recovery code " + account);
    }
}
