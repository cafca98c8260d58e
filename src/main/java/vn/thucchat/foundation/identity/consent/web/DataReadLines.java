package vn.thucchat.foundation.identity.consent.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Scope;
import vn.thucchat.foundation.identity.accesslog.DataReads;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.consent.ReadObjection;
import vn.thucchat.foundation.identity.consent.ReadObjections;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** Finds the looks at a person's data, with the names of those who looked and what the person said against it. */
@Component
record DataReadLines(DataReads looks, ReadObjections objections, Accounts accounts) {

    static final int PAGE = 16;
    /** Whoever looked at one's data is named, wherever they work. */
    private static final Scope EVERYBODY = new Scope(true, true, Set.of(), false);

    Slice<DataReadLine> of(Actor subject, Cursor after, int size) {
        Slice<LogEntry> found = looks.of(subject, after, size);
        List<DataReadLine> lines = named(subject.account(), found.items());
        return new Slice<>(lines, found.nextCursor());
    }

    Optional<DataReadLine> find(UUID subject, UUID line) {
        return looks.find(subject, line)
                .map(entry -> named(subject, List.of(entry)).getFirst());
    }

    private List<DataReadLine> named(UUID subject, List<LogEntry> entries) {
        Map<UUID, String> names = accounts.names(
                EVERYBODY, entries.stream().map(LogEntry::account).distinct().toList());
        Map<UUID, ReadObjection> said =
                objections.of(subject, entries.stream().map(LogEntry::id).toList());
        return entries.stream()
                .map(entry -> new DataReadLine(
                        entry, names.getOrDefault(entry.account(), entry.username()), said.get(entry.id())))
                .toList();
    }
}
