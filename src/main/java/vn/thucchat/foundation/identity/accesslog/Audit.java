package vn.thucchat.foundation.identity.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.access.Scope;

/**
 * Reads the access log for an auditor: the entries of those who hold or held a role within reach of the auditor's own;
 * one of a province or the nation also those of people without any role and of strangers.
 */
@Service
public class Audit {

    /**
     * @param from the first moment, {@code until} the one after the last
     * @param action what the action begins with; empty: any
     * @param object exactly what it was done to; empty: anything
     */
    public record Filter(
            Instant from, Instant until, @Nullable UUID account, String action, String object) {}

    private final AccessLogStore store;
    private final Access access;

    Audit(AccessLogStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /**
     * The newest first.
     *
     * @param after the last entry of the page before, or null for the first page
     */
    public List<LogEntry> page(Actor auditor, Filter filter, @Nullable UUID after, int limit) {
        UUID end = AccessLogStore.first(filter.until());
        // as PostgreSQL compares them: bytes without a sign
        boolean further = after != null && compare(after, end) < 0;
        return store.page(
                Scope.of(access, auditor, Roles.AUDITOR), filter, further && after != null ? after : end, limit);
    }

    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
