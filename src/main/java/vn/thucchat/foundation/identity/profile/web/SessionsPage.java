package vn.thucchat.foundation.identity.profile.web;

import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.identity.sessions.OpenSession;
import vn.thucchat.foundation.identity.sessions.SessionLimits;
import vn.thucchat.foundation.pages.Table;

/**
 * The reader's sessions.
 *
 * @param current the one that the page was asked for in
 * @param limits how long a session lasts
 */
public record SessionsPage(List<OpenSession> sessions, UUID current, SessionLimits limits, Table table) {

    public static final String PATH = "/id/sessions";

    public static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("profile.sessions.where"),
            Table.Column.of("profile.sessions.begun"),
            Table.Column.of("profile.sessions.seen"),
            Table.Column.of("profile.proof"),
            Table.Column.of("profile.sessions.end"));

    public boolean current(OpenSession session) {
        return session.id().equals(current);
    }

    /** Whether there are others than this one, as far as the page shows. */
    public boolean others() {
        return table.later() || table.next() != null || sessions.size() > 1;
    }
}
