package vn.thucchat.foundation.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id at the cost that OWASP's Password Storage Cheat Sheet names: 19 MiB, two passes, one lane. */
@Component
class Passwords {

    static final int SHORTEST = 10;
    /** A hash of a novel would be work given away. */
    static final int LONGEST = 200;

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    // Requests are many and virtual: at 19 MiB each, only as many hashes at once as there are processors.
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String nobodys = hash("a password that nobody has");
    private final Set<String> common = common();

    enum Weakness {
        SHORT,
        LONG,
        USERNAME,
        COMMON
    }

    Optional<Weakness> weakness(String password, String username) {
        if (password.length() > LONGEST) return Optional.of(Weakness.LONG);
        if (password.codePointCount(0, password.length()) < SHORTEST) return Optional.of(Weakness.SHORT);
        String plain = password.strip().toLowerCase(Locale.ROOT);
        if (plain.equals(username)) return Optional.of(Weakness.USERNAME);
        if (common.contains(plain) || plain.chars().distinct().count() <= 2) return Optional.of(Weakness.COMMON);
        return Optional.empty();
    }

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            String hash = argon.encode(normal(password));
            if (hash == null) throw new IllegalStateException();
            return hash;
        } finally {
            turns.release();
        }
    }

    /** Takes the same time when there is no account, and so no hash. */
    boolean matches(String password, @Nullable String hash) {
        // cut, not refused, so that a password too long takes as long as any other
        String candidate = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        turns.acquireUninterruptibly();
        try {
            boolean same = argon.matches(normal(candidate), hash == null ? nobodys : hash);
            return same && hash != null && password.length() <= LONGEST;
        } finally {
            turns.release();
        }
    }

    /** Keyboards differ in how they compose Vietnamese letters; the password is the same. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Set<String> common() {
        try (var file = Passwords.class.getResourceAsStream("/identity/common-passwords.txt")) {
            if (file == null) throw new IllegalStateException("common-passwords.txt is missing");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
