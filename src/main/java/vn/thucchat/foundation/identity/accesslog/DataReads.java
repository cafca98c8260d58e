package vn.thucchat.foundation.identity.accesslog;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** Tells a person who read their data: the lines of the access log that name them as whose it was. */
@Service
public class DataReads {

    private static final UUID LAST = new UUID(-1, -1);

    private final AccessLogStore store;

    DataReads(AccessLogStore store) {
        this.store = store;
    }

    /** The newest first. */
    public Slice<LogEntry> of(Actor subject, Cursor after, int size) {
        return Slice.of(
                store.about(subject.account(), after.id(0, LAST), size + 1), size, last -> Cursor.of(last.id()));
    }

    /** One of them; none when it was somebody else's data. */
    public Optional<LogEntry> find(UUID subject, UUID id) {
        return store.oneAbout(subject, id);
    }
}
