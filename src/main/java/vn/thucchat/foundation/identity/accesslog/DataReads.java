package vn.thucchat.foundation.identity.accesslog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** Tells a person who read their data: the lines of the access log that name them as whose it was. */
@Service
public class DataReads {

    private static final UUID LAST = new UUID(-1, -1);

    private final AccessLogStore store;
    private final List<ReadSubjects> others;

    DataReads(AccessLogStore store, List<ReadSubjects> others) {
        this.store = store;
        this.others = others;
    }

    /** The newest first. */
    public Slice<LogEntry> of(Actor subject, Cursor after, int size) {
        return Slice.of(
                store.about(subjects(subject.account()), after.id(0, LAST), size + 1),
                size,
                last -> Cursor.of(last.id()));
    }

    /** The newest lines about some subjects; the room whose subjects they are has checked that the reader may know. */
    public List<LogEntry> about(Collection<UUID> subjects, int most) {
        return store.about(subjects, LAST, most);
    }

    List<LogEntry> latest(UUID account, int most) {
        return store.about(subjects(account), LAST, most);
    }

    /** One of them; none when it was somebody else's data. */
    public Optional<LogEntry> find(UUID subject, UUID id) {
        return store.oneAbout(subjects(subject), id);
    }

    private List<UUID> subjects(UUID account) {
        return Stream.concat(Stream.of(account), others.stream().flatMap(one -> one.of(account).stream()))
                .distinct()
                .toList();
    }
}
