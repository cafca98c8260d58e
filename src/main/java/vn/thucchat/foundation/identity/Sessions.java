package vn.thucchat.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * What a session remembers is the account and the number of its password, no more. Who that is and may do is read
 * anew for each request: a revoked role, a disabled account and a changed password act at once, on every process.
 */
@Component
public class Sessions implements SecurityContextRepository {

    private static final String KEY = "account";

    private final AccountStore accounts;

    Sessions(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** Begins a new session: nothing of the one before goes on, neither its id nor its CSRF token. */
    public void open(HttpServletRequest request, Account account) {
        close(request);
        request.getSession(true).setAttribute(KEY, account.id() + " " + account.secretNo());
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
        int space = remembered.indexOf(' ');
        accounts.session(
                        UUID.fromString(remembered.substring(0, space)),
                        Integer.parseInt(remembered.substring(space + 1)))
                .ifPresent(person -> context.setAuthentication(new SignedIn(person.actor(), person.mustChange())));
        return context;
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
