package vn.thucchat.foundation.identity.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Scope;

/** Appends and reads; there is no statement that changes or deletes an entry. */
@Component
record AccessLogStore(JdbcClient jdbc) {

    private static final String APPEND = """
            INSERT INTO identity.access_log (id, at, account, username, action, object, detail, ip, subject)
            VALUES (:id, :at, :account, :username, :action, :object, :detail, :ip, :subject)
            """;

    private static final String APPEND_ALL = """
            INSERT INTO identity.access_log (id, at, account, username, action, object, detail, ip, subject)
            SELECT * FROM unnest(:ids::uuid[], :at::timestamptz[], :accounts::uuid[], :usernames::text[], :actions::text[],
                :objects::text[], :details::text[], :ips::text[], :subjects::uuid[])
            """;

    // Each way to look begins with the index that serves it; the rest filters what comes from there.
    private static final String COLUMNS = """
            SELECT l.id, l.at, l.account, l.username, l.action, l.object, l.detail, l.ip
            FROM identity.access_log l
            """;
    private static final String REST = """
              AND l.id >= :from AND l.id < :before
              AND starts_with(l.action, :action)
              AND (:all
                   OR EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account = l.account AND g.unit = ANY (:units))
                   OR :wide AND NOT EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account = l.account))
              AND (NOT :syntheticOnly
                   OR l.account = :platform AND l.username = :platformName AND l.object NOT LIKE '/admin/accounts/%'
                   OR EXISTS (SELECT 1 FROM identity.account a WHERE a.id = l.account AND a.synthetic))
            ORDER BY l.id DESC LIMIT :limit
            """;
    static final String BY_TIME = COLUMNS + " WHERE true " + REST;
    static final String BY_OBJECT = COLUMNS + " WHERE l.object = :object " + REST;
    static final String BY_ACCOUNT = COLUMNS + " WHERE l.account = :account " + REST;
    static final String BY_ACCOUNT_AND_OBJECT = COLUMNS + " WHERE l.account = :account AND l.object = :object " + REST;

    // of each subject only as many as are shown, by the index
    static final String ABOUT = """
            SELECT l.id, l.at, l.account, l.username, l.action, l.object, l.detail, l.ip
            FROM unnest(:subjects::uuid[]) AS s (subject) CROSS JOIN LATERAL (
                SELECT * FROM identity.access_log
                WHERE subject = s.subject AND id < :before ORDER BY id DESC LIMIT :limit) l
            ORDER BY l.id DESC LIMIT :limit
            """;
    private static final String ONE_ABOUT = COLUMNS + " WHERE l.subject = ANY (:subjects) AND l.id = :id";

    void append(LogEntry entry, @Nullable UUID subject) {
        jdbc.sql(APPEND)
                .param("id", entry.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("account", entry.account())
                .param("username", entry.username())
                .param("action", entry.action())
                .param("object", entry.object())
                .param("detail", entry.detail())
                .param("ip", entry.ip())
                .param("subject", subject)
                .update();
    }

    /** An entry about a person or an account. */
    record About(LogEntry entry, UUID subject) {}

    void appendAll(List<About> lines) {
        Batch.of(lines)
                .uuid("ids", line -> line.entry().id())
                .at("at", line -> line.entry().at())
                .uuid("accounts", line -> line.entry().account())
                .text("usernames", line -> line.entry().username())
                .text("actions", line -> line.entry().action())
                .text("objects", line -> line.entry().object())
                .text("details", line -> line.entry().detail())
                .text("ips", line -> line.entry().ip())
                .uuid("subjects", About::subject)
                .update(jdbc.sql(APPEND_ALL));
    }

    /** Who read a person's data, the newest first; {@code before} is the last entry of the page before. */
    List<LogEntry> about(Collection<UUID> subjects, UUID before, int limit) {
        return jdbc.sql(ABOUT)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(LogEntry.class))
                .list();
    }

    Optional<LogEntry> oneAbout(Collection<UUID> subjects, UUID id) {
        return jdbc.sql(ONE_ABOUT)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("id", id)
                .query(Rows.of(LogEntry.class))
                .optional();
    }

    /** The newest first, of what the scope sees; {@code before} is the last entry of the page before. */
    List<LogEntry> page(Scope scope, Audit.Filter filter, UUID before, int limit) {
        boolean one = filter.account() != null;
        boolean thing = !filter.object().isEmpty();
        var query = jdbc.sql(one && thing ? BY_ACCOUNT_AND_OBJECT : one ? BY_ACCOUNT : thing ? BY_OBJECT : BY_TIME)
                .param("from", first(filter.from()))
                .param("before", before)
                .param("action", filter.action())
                .param("all", scope.all())
                .param("wide", scope.wide())
                .param("units", scope.array())
                .param("syntheticOnly", scope.syntheticOnly())
                .param("platform", Actor.PLATFORM.account())
                .param("platformName", Actor.PLATFORM.username())
                .param("limit", limit);
        if (one) query = query.param("account", filter.account());
        if (thing) query = query.param("object", filter.object());
        return query.query(Rows.of(LogEntry.class)).list();
    }

    /** The smallest id of a moment. */
    static UUID first(Instant at) {
        return new UUID(Math.max(0, at.toEpochMilli()) << 16, 0);
    }
}
