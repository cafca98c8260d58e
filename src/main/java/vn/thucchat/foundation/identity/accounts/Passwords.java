package vn.thucchat.foundation.identity.accounts;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.HeavyWork;

/** Argon2id at the cost that OWASP's Password Storage Cheat Sheet names: 19 MiB, two passes, one lane. */
@Component
class Passwords {

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
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
