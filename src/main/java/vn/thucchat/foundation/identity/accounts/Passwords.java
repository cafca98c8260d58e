package vn.thucchat.foundation.identity.accounts;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.HeavyWork;

/**
 * Argon2id, 7 MiB, five passes, one lane: one of the settings that OWASP's Password Storage Cheat Sheet names as equally
 * strong. The least memory of them is a quarter quicker where all processors hash at once. A hash names its own setting,
 * so that those of an earlier one go on matching.
 */
@Component
class Passwords {

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 7 * 1024, 5);
    private final String nobodys = hash("a password that nobody has");
    private final PasswordRules rules = new PasswordRules();

    Optional<PasswordRules.Weakness> weakness(String password, String username, String name) {
        return rules.weakness(password, username, name);
    }

    /** @throws vn.thucchat.foundation.pages.Problem 503 when too much is waiting */
    String hash(String password) {
        return HeavyWork.HASHING.run(() -> {
            String hash = argon.encode(normal(password));
            if (hash == null) throw new IllegalStateException();
            return hash;
        });
    }

    /**
     * Takes the same time when there is no account, and so no hash.
     *
     * @param first looked at before what is not
     * @throws vn.thucchat.foundation.pages.Problem 503 when too much is waiting
     */
    boolean matches(boolean first, String password, @Nullable String hash) {
        // cut, not refused, so that a password too long takes as long as any other
        String candidate =
                password.length() > PasswordRules.LONGEST ? password.substring(0, PasswordRules.LONGEST) : password;
        boolean same =
                HeavyWork.HASHING.run(first, () -> argon.matches(normal(candidate), hash == null ? nobodys : hash));
        return same && hash != null && password.length() <= PasswordRules.LONGEST;
    }

    /** Keyboards differ in how they compose Vietnamese letters; the password is the same. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
