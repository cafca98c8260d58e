package vn.thucchat.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * What a session remembers is the account, the number of its password and when it began, no more. Who that is and may
 * do is read anew for each request: a revoked role, a disabled account and a changed password act at once, on every
 * process. However much it is used, a session ends {@code thucchat.session-hours} after it began.
 */
@Component
public class Sessions implements SecurityContextRepository {

    private static final String KEY = "account";

    private final AccountStore accounts;
    private final InstantSource clock;
    private final Duration longest;

    Sessions(AccountStore accounts, InstantSource clock, @Value("${thucchat.session-hours}") int hours) {
        if (hours < 1) throw new IllegalStateException("SESSION_HOURS must be at least 1, not " + hours);
        this.accounts = accounts;
        this.clock = clock;
        this.longest = Duration.ofHours(hours);
    }

    /** Begins a new session: nothing of the one before goes on, neither its id nor its CSRF token. */
    public void open(HttpServletRequest request, Account account) {
        close(request);
        request.getSession(true).setAttribute(KEY, account.id() + " " + account.secretNo() + " " + clock.instant().getEpochSecond());
    }

    /** Ends the session, in the database too. */
    public void close(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has no other abstract way to load
    public SecurityContext loadContext(
            org.springframework.security.web.context.HttpRequestResponseHolder requestResponseHolder) {
        var context = SecurityContextHolder.createEmptyContext();
        String remembered = remembered(requestResponseHolder.getRequest());
        if (remembered == null) return context;
        String[] parts = remembered.split(" ");
        if (parts.length != 3 || over(Long.parseLong(parts[2]))) return context;
        accounts.session(UUID.fromString(parts[0]), Integer.parseInt(parts[1]))
                .ifPresent(person -> context.setAuthentication(new SignedIn(person.actor(), person.mustChange())));
        return context;
    }

    private boolean over(long beganAtSecond) {
        return !clock.instant().isBefore(Instant.ofEpochSecond(beganAtSecond).plus(longest));
    }

    /** Nothing to save: {@link #open} and {@link #close} say what the session holds. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return remembered(request) != null;
    }

    private static @Nullable String remembered(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof String text ? text : null;
    }
}
