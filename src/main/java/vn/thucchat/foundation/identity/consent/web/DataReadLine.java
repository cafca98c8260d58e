package vn.thucchat.foundation.identity.consent.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.identity.consent.ReadObjection;
import vn.thucchat.foundation.pages.Texts;

/**
 * A look at the reader's data.
 *
 * @param by the name of who looked
 * @param objection what the reader said against it, or null
 */
public record DataReadLine(
        LogEntry entry, String by, @Nullable ReadObjection objection) {

    /** Which record, in words: the room that logs the act says it, as {@code looks.record.<action>}. */
    public String record(Texts t) {
        return t.orElse("looks.record." + entry.action(), t.orElse("action." + entry.action(), entry.action()));
    }

    /** For what, in words: as {@code looks.for.<action>}, or what the one who looked wrote. */
    public String purpose(Texts t) {
        return t.orElse("looks.for." + entry.action(), entry.detail());
    }
}
