package vn.thucchat.foundation.notify.contacts;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.NoticeKinds;

/** How people want to be told, and of what they do not. Nobody changes another person's. */
@Service
public class ContactPreferences {

    private final PreferenceStore store;
    private final NoticeKinds kinds;
    private final AccessLog log;
    private final InstantSource clock;

    ContactPreferences(PreferenceStore store, NoticeKinds kinds, AccessLog log, InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.log = log;
        this.clock = clock;
    }

    /** A person's own, or the usual ones. */
    public Preferences of(Actor actor) {
        return store.of(actor.account());
    }

    /** Codes of the kinds that a person declined. */
    public Set<String> declined(Actor actor) {
        return store.declined(actor.account());
    }

    /** @param wanted codes of the kinds that the person agrees to; of those that the page offers the others are declined */
    @Transactional
    public void change(Actor actor, Preferences preferences, Set<String> wanted) {
        store.put(actor.account(), preferences, clock.instant());
        var agreed = new ArrayList<String>();
        var declined = new ArrayList<String>();
        for (NoticeKind kind : kinds.declinable(actor))
            (wanted.contains(kind.code()) ? agreed : declined).add(kind.code());
        store.accept(actor.account(), agreed);
        store.decline(actor.account(), declined, clock.instant());
        log.record(actor, "notify.preferences-changed", Contacts.PATH, String.join(" ", declined));
    }

    /** Declines one kind for a person who shows a link that was sent to them. */
    @Transactional
    public void decline(UUID account, NoticeKind kind) {
        if (!kind.declinable()) throw new IllegalArgumentException(kind.code());
        if (store.decline(account, List.of(kind.code()), clock.instant()) == 1)
            log.record(account, "", "notify.kind-declined", Contacts.PATH, kind.code());
    }
}
