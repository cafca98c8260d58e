package vn.thucchat.foundation.identity.accesslog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;

/** Who did what, append-only, written in the transaction of the act. */
@Service
public class AccessLog {

    private final AccessLogStore store;
    private final InstantSource clock;

    AccessLog(AccessLogStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param action a verb in the past tense after the module: {@code indicators.figure-published}
     * @param object what it was done to, as a path of this site or a code
     * @param detail what else an auditor needs, in plain words; no personal data
     */
    public void record(Actor actor, String action, String object, String detail) {
        append(actor.account(), actor.username(), action, object, detail(actor.actingFor(), detail), null);
    }

    /** Whoever acts for another does so in their own name and the other's. */
    private static String detail(Actor.@Nullable ActingFor whom, String detail) {
        return whom == null ? detail : (whom.logged() + ", " + detail).replaceAll(", $", "");
    }

    /**
     * Records that somebody read data of a person, who can see the line unless they are the reader.
     *
     * @param subject the account or the person whose data it was ({@link ReadSubjects}); null where it was many people's
     */
    public void recordRead(Actor reader, String action, String object, String detail, @Nullable UUID subject) {
        UUID other = reader.account().equals(subject) ? null : subject;
        append(reader.account(), reader.username(), action, object, detail(reader.actingFor(), detail), other);
    }

    /** One look at data of a person; the parts are those of {@link #recordRead}. */
    public record Read(String action, String object, String detail, UUID subject) {}

    /** Records that somebody read data of several people, each of whom can see their own line, in one statement. */
    public void recordReads(Actor reader, Collection<Read> reads) {
        List<AccessLogStore.About> lines = reads.stream()
                .filter(read -> !reader.account().equals(read.subject()))
                .map(read -> {
                    String detail = detail(reader.actingFor(), read.detail());
                    return new AccessLogStore.About(
                            entry(reader.account(), reader.username(), read.action(), read.object(), detail),
                            read.subject());
                })
                .toList();
        if (!lines.isEmpty()) store.appendAll(lines);
    }

    /** About a person who is not signed in yet. */
    public void record(UUID account, String username, String action, String object, String detail) {
        append(account, username, action, object, detail, null);
    }

    private void append(
            UUID account, String username, String action, String object, String detail, @Nullable UUID subject) {
        store.append(entry(account, username, action, object, detail), subject);
    }

    private LogEntry entry(UUID account, String username, String action, String object, String detail) {
        UUID id = Ids.next(clock);
        return new LogEntry(
                id, time(id), account, username, action, line(object, 300), line(detail, 1000), line(address(), 64));
    }

    /** The time that a UUIDv7 carries; the log's own column says the same. */
    static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Of a request, when the act is part of one. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }

    /** One line, cut: an entry must not fail, nor forge another, because of what somebody typed. */
    private static String line(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
