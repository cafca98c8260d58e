package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.clients.Client;

/** What people allowed clients, until they withdraw it: then all that the client was given ends in the same moment. */
@Service
public class ClientConsents {

    private final ClientConsentStore store;
    private final Authorizations authorizations;
    private final AccessLog log;
    private final InstantSource clock;

    ClientConsents(ClientConsentStore store, Authorizations authorizations, AccessLog log, InstantSource clock) {
        this.store = store;
        this.authorizations = authorizations;
        this.log = log;
        this.clock = clock;
    }

    /** What somebody allowed a client, as of now. */
    public record Consent(UUID client, Set<String> scopes, Instant givenAt) {}

    /**
     * The scopes that the actor allows the client; none where there is no consent. They hold to the end of the caller's
     * transaction: who withdraws meanwhile waits, and ends what was given.
     */
    Set<String> hold(Actor actor, Client client) {
        return store.share(actor.account(), client.id()).map(Consent::scopes).orElse(Set.of());
    }

    /** All that the actor allows, the latest first. */
    public List<Consent> list(Actor actor) {
        return store.list(actor.account());
    }

    /** Adds scopes to what the actor allows the client. */
    @Transactional
    public void give(Actor actor, Client client, Set<String> scopes) {
        Set<String> before =
                store.lock(actor.account(), client.id()).map(Consent::scopes).orElse(Set.of());
        if (before.containsAll(scopes)) return;
        var all = new TreeSet<>(before);
        all.addAll(scopes);
        Instant now = clock.instant();
        store.withdraw(actor.account(), client.id(), now);
        if (!store.insert(actor.account(), Ids.next(clock), client.id(), all, now)) {
            // given in another window at the same moment: added to that
            give(actor, client, scopes);
            return;
        }
        log.record(actor, "identity.client-consented", client.path(), String.join(" ", all));
    }

    /** Withdraws all that the actor allows the client; whether there was anything. */
    @Transactional
    public boolean withdraw(Actor actor, UUID client) {
        if (!store.withdraw(actor.account(), client, clock.instant())) return false;
        int ended = authorizations.end(actor.account(), client, EndReason.WITHDRAWN);
        log.record(actor, "identity.client-consent-withdrawn", "/admin/clients/" + client, "× " + ended);
        return true;
    }
}
