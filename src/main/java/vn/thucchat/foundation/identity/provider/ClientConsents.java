package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** What people allowed clients, until they withdraw it: then all that the client was given ends in the same moment. */
@Service
public class ClientConsents {

    private static final Instant LAST_DAY = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);
    private static final int BATCH = 50;
    private static final int BATCHES = 20;

    private final ClientConsentStore store;
    private final AllowedDeviceStore devices;
    private final Authorizations authorizations;
    private final Sessions sessions;
    private final AccessLog log;
    private final InstantSource clock;

    ClientConsents(
            ClientConsentStore store,
            AllowedDeviceStore devices,
            Authorizations authorizations,
            Sessions sessions,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.devices = devices;
        this.sessions = sessions;
        this.authorizations = authorizations;
        this.log = log;
        this.clock = clock;
    }

    /** What somebody allowed a client, as of now. */
    public record Consent(UUID client, Set<String> scopes, Instant givenAt) {}

    /**
     * A device or browser on which somebody allowed a client what still goes on.
     *
     * @param handle by which pages name it
     * @param usedAt when its client last asked for new tokens
     * @param browser {@code Chrome · Android}; empty for a device without one
     * @param network {@code 192.0.2.7}; empty where it is not known
     */
    public record AllowedDevice(UUID handle, Instant begunAt, Instant usedAt, String browser, String network) {}

    /**
     * The scopes that the actor allows the client; none where there is no consent. They hold to the end of the caller's
     * transaction: who withdraws meanwhile waits, and ends what was given.
     */
    Set<String> hold(Actor actor, Client client) {
        return store.share(actor.account(), client.id()).map(Consent::scopes).orElse(Set.of());
    }

    /** What the actor allows, the latest first. */
    public Slice<Consent> list(Actor actor, Cursor after, int size) {
        return Slice.of(
                store.list(actor.account(), after.at(0, LAST_DAY), after.id(1, LAST), size + 1),
                size,
                last -> Cursor.of(last.givenAt(), last.client()));
    }

    /** What the actor allows one client. */
    public Optional<Consent> find(Actor actor, UUID client) {
        return store.find(actor.account(), client);
    }

    /** The devices and browsers on which the client goes on for the actor, the newest first. */
    public Slice<AllowedDevice> devices(Actor actor, UUID client, Cursor after, int size) {
        var found = new ArrayList<AllowedDevice>();
        UUID before = after.id(0, LAST);
        // sessions that have ended leave rows behind until these run out: a page is filled over them
        boolean end = false;
        for (int batch = 0; batch < BATCHES && found.size() <= size && !end; batch++) {
            List<AllowedDeviceStore.Row> rows = devices.page(actor.account(), client, before, clock.instant(), BATCH);
            found.addAll(lasting(actor, rows));
            end = rows.size() < BATCH;
            if (!end) before = rows.getLast().handle();
        }
        // there may be older ones behind so many ended sessions: the next page looks further
        if (!end && found.size() <= size) return new Slice<>(List.copyOf(found), Cursor.of(before));
        return Slice.of(
                found.size() > size ? found.subList(0, size + 1) : found, size, last -> Cursor.of(last.handle()));
    }

    private List<AllowedDevice> lasting(Actor actor, List<AllowedDeviceStore.Row> rows) {
        List<UUID> begunIn = rows.stream()
                .map(AllowedDeviceStore.Row::session)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<UUID> last = sessions.lasting(List.of(actor.account()), begunIn);
        return rows.stream()
                .filter(row -> row.offlineAccess() || (row.session() != null && last.contains(row.session())))
                .map(AllowedDeviceStore.Row::shown)
                .toList();
    }

    /** Ends what goes on on one device or browser, and nothing else; whether there was any. */
    @Transactional
    public boolean end(Actor actor, UUID client, UUID device) {
        AllowedDeviceStore.Ended ended =
                devices.end(actor.account(), client, device, clock.instant()).orElse(null);
        if (ended == null) return false;
        String where = (ended.browser() + " " + ended.network()).strip();
        log.record(actor, "identity.client-device-ended", "/admin/clients/" + client, where);
        return true;
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
