package vn.thucchat.foundation.identity.web;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.LogEntry;

/**
 * The access log as an auditor asked for it.
 *
 * @param query the filter as it stands in the address, without the cursor
 * @param opens whether the reader may follow a path
 * @param next the cursor of the next page, or null on the last
 */
public record AuditPage(
        AuditForm form,
        String query,
        List<LogEntry> entries,
        @Nullable String next,
        @Nullable Mistake mistake,
        Predicate<String> opens) {

    public @Nullable String more() {
        return next == null ? null : "/audit?" + query + "&after=" + next;
    }
}
