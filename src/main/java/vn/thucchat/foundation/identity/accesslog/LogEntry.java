package vn.thucchat.foundation.identity.accesslog;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the access log.
 *
 * @param account whose act it was; of all zeros for strangers and the platform
 * @param ip the address it came from, or empty when it came from no request
 */
public record LogEntry(
        UUID id, Instant at, UUID account, String username, String action, String object, String detail, String ip) {

    private static final Pattern PERSON =
            Pattern.compile("/admin/accounts/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The account of the person whom it was done to, or null: {@code /admin/accounts/01827b2e-…}. */
    public @Nullable UUID person() {
        Matcher account = PERSON.matcher(object);
        return account.matches() ? UUID.fromString(account.group(1)) : null;
    }

    /** Where an auditor can see what it was done to, or null: what is administered opens only to administrators. */
    public @Nullable String path() {
        return object.matches("/[A-Za-z0-9].*") && !object.startsWith("/admin/") ? object : null;
    }
}
