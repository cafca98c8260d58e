package vn.thucchat.foundation.identity.audit.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;

/**
 * The access log as an auditor asked for it.
 *
 * @param people the names of those that entries were about, by their accounts, where the reader may see them
 * @param acts the actions to choose from
 * @param opens whether the reader may follow a path
 */
public record AuditPage(
        Form<?> form,
        List<LogEntry> entries,
        Map<UUID, String> people,
        Table table,
        List<Option> acts,
        Predicate<String> opens) {

    public static final String PATH = "/audit";

    public static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("identity.audit.at"),
            Table.Column.of("identity.audit.action"),
            Table.Column.of("identity.audit.person"),
            Table.Column.of("identity.audit.what"));

    /** The same days with the acts of one person. */
    public String of(String username) {
        return table.filtered("person", username).toStart();
    }

    /** The name of the person whom it was done to; null where it is something else, or who it is is not the reader's. */
    public @Nullable String person(LogEntry entry) {
        UUID account = entry.person();
        return account == null ? null : people.get(account);
    }

    /** The same days with what was done to the same. */
    public String about(LogEntry entry) {
        return table.filtered("object", entry.object()).toStart();
    }

    /** All that was asked for, as a file. */
    public String file() {
        return PATH + ".csv" + table.toStart().substring(PATH.length());
    }

    /**
     * An object or a detail without what nobody reads: of an id and of a checksum only enough to tell them apart,
     * {@code /submissions/…0436fb}.
     */
    public static String brief(String text) {
        return text.replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{6}([0-9a-f]{6})", "…$1")
                .replaceAll("\\b([0-9a-f]{8})[0-9a-f]{24,}\\b", "$1…");
    }
}
