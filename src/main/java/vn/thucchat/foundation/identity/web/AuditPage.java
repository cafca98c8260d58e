package vn.thucchat.foundation.identity.web;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.LogEntry;
import vn.thucchat.foundation.pages.Option;

/**
 * The access log as an auditor asked for it.
 *
 * @param query the filter as it stands in the address, without the cursor
 * @param acts the actions to choose from
 * @param opens whether the reader may follow a path
 * @param next the cursor of the next page, or null on the last
 */
public record AuditPage(
        AuditForm form,
        String query,
        List<LogEntry> entries,
        List<Option> acts,
        @Nullable String next,
        @Nullable Mistake mistake,
        Predicate<String> opens) {

    /** The same days with the acts of one person. */
    public String of(String username) {
        return "/audit?" + form.with(username).query();
    }

    /**
     * An object or a detail without what nobody reads: of an id and of a checksum only enough to tell them apart,
     * {@code /submissions/…0436fb}.
     */
    public static String brief(String text) {
        return text.replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{6}([0-9a-f]{6})", "…$1")
                .replaceAll("\\b([0-9a-f]{8})[0-9a-f]{24,}\\b", "$1…");
    }

    public @Nullable String more() {
        return next == null ? null : "/audit?" + query + "&after=" + next;
    }
}
