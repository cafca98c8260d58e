package vn.thucchat.foundation.identity.clients;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.Units;

/**
 * Registered clients, and how they come to be: one administrator of the province registers a client, another one
 * reviews it, either disables it. A demonstration account registers clients for demonstration accounts only, and may
 * review its own.
 */
@Service
public class Clients {

    private static final int PAGE = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClientStore store;
    private final MachineAccounts machines;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    Clients(ClientStore store, MachineAccounts machines, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.machines = machines;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What was asked for, and the secret where one was made.
     *
     * @param secret shown this once: only its hash is kept
     */
    public record Registered(Result result, @Nullable String secret) {}

    /**
     * A client that is to be.
     *
     * @param confidential whether it gets a secret, where it has no keys of its own
     */
    public record Draft(
            String clientId,
            String name,
            boolean confidential,
            Client.Security security,
            Client.Terms terms,
            Client.Calls calls) {}

    /** By what it calls itself, while it may be used. */
    public Optional<Client> active(String clientId) {
        return store.find(clientId).filter(client -> client.registration().active());
    }

    /** By its id, while it may be used. */
    public Optional<Client> active(UUID id) {
        return store.find(id).filter(client -> client.registration().active());
    }

    /** Any client by its id, for pages that name it. */
    public Optional<Client> find(UUID id) {
        return store.find(id);
    }

    /** Whether the secret is the client's, compared in constant time. */
    public boolean proves(Client client, String secret) {
        byte[] hash = store.secret(client.id());
        return hash != null && MessageDigest.isEqual(hash, hash(secret));
    }

    /** Lists clients by what they call themselves: those of the demonstration for its accounts, none for who may see none. */
    public Slice<Client> page(Actor actor, Cursor after) {
        if (!mayRead(actor)) return new Slice<>(List.of(), null);
        return Slice.of(
                store.list(actor.synthetic(), after.text(0, ""), PAGE + 1),
                PAGE,
                client -> Cursor.of(client.clientId()));
    }

    /** Shows one client to an administrator of the province. */
    public Optional<Client> find(Actor actor, UUID id) {
        return mayRead(actor)
                ? store.find(id).filter(client -> client.registration().synthetic() || !actor.synthetic())
                : Optional.empty();
    }

    /** Whether the actor may see which clients there are. */
    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    /** Whether the actor may change a client: a demonstration account only those of the demonstration. */
    public boolean mayChange(Actor actor, Client client) {
        return mayRead(actor) && actor.synthetic() == client.registration().synthetic();
    }

    /** Registers a client that proves who it is by a secret or not at all. */
    @Transactional
    public Registered register(Actor actor, String clientId, String name, boolean confidential, Client.Terms terms) {
        return register(
                actor, new Draft(clientId, name, confidential, Client.Security.PLAIN, terms, Client.Calls.NONE));
    }

    /** Registers a client; it does nothing before it is reviewed. */
    @Transactional
    public Registered register(Actor actor, Draft draft) {
        if (!actor.equals(Actor.PLATFORM) && !mayRead(actor))
            return new Registered(new Result.Refused("identity.client.not-allowed"), null);
        // everybody knows the password of these accounts: nobody is sent from here to a site of somebody's choice
        if (actor.synthetic() && !onOwnMachine(draft))
            return new Registered(Result.invalid("redirectUris", "identity.client.demonstration-redirect"), null);
        String secret = draft.confidential() && !draft.security().keys() ? fresh() : null;
        return insert(actor, actor.synthetic(), draft, secret);
    }

    private static boolean onOwnMachine(Draft draft) {
        String logoutUri = draft.calls().logoutUri();
        return Stream.of(draft.terms().redirectUris(), draft.terms().logoutUris())
                        .flatMap(List::stream)
                        .allMatch(RedirectUris::loopback)
                && (logoutUri == null || RedirectUris.loopback(logoutUri))
                && draft.security().jwksUri() == null;
    }

    private Registered insert(Actor actor, boolean synthetic, Draft draft, @Nullable String secret) {
        var registration = new Client.Registration(synthetic, actor.account(), clock.instant(), null, null, null, 1);
        var client = new Client(
                Ids.next(clock),
                draft.clientId(),
                draft.name(),
                secret != null || draft.security().keys(),
                draft.security(),
                draft.terms(),
                draft.calls(),
                registration);
        if (!store.insert(client, secret == null ? null : hash(secret)))
            return new Registered(Result.invalid("clientId", "identity.client.taken"), null);
        log.record(actor, "identity.client-registered", client.path(), draft.clientId());
        return new Registered(new Result.Done(client.id()), secret);
    }

    /** Makes a client of the demonstration that works at once, or leaves the one of that name as it is. */
    @Transactional
    public void demonstrate(Draft draft, @Nullable String secret) {
        if (store.find(draft.clientId()).isPresent()) return;
        insert(Actor.PLATFORM, true, draft, secret);
        Client made = store.find(draft.clientId()).orElseThrow();
        store.review(made.id(), made.registration().version(), Actor.PLATFORM.account(), clock.instant());
    }

    /** Disables all clients of the demonstration while it is off; those that it brings along work when it is on. */
    @Transactional
    public void switchDemonstration(boolean on) {
        if (on) store.enableDemonstration();
        else store.disableSynthetic(clock.instant());
    }

    /** Lets a client do what was registered: by another administrator than the one who registered it. */
    @Transactional
    public Result review(Actor actor, UUID id, int version) {
        Client client = find(actor, id).orElse(null);
        if (client == null) return new Result.NotFound();
        if (!mayChange(actor, client)) return new Result.Refused("identity.client.not-allowed");
        boolean own = client.registration().registeredBy().equals(actor.account());
        if (own && !client.registration().synthetic()) return new Result.Refused("identity.client.own");
        // somebody may have signed in with it since it was registered
        if (!machines.fits(client)) return new Result.Refused("identity.client.machine.fault");
        if (!store.review(id, version, actor.account(), clock.instant())) return new Result.Stale();
        return logged(actor, "identity.client-reviewed", client);
    }

    /** Disables a client at once, or enables it again. */
    @Transactional
    public Result disable(Actor actor, UUID id, int version, boolean disabled) {
        Client client = find(actor, id).orElse(null);
        if (client == null) return new Result.NotFound();
        if (!mayChange(actor, client)) return new Result.Refused("identity.client.not-allowed");
        if (!store.disable(id, version, disabled ? clock.instant() : null)) return new Result.Stale();
        return logged(actor, disabled ? "identity.client-disabled" : "identity.client-enabled", client);
    }

    /** Makes a new secret; the one before is worth nothing any more. */
    @Transactional
    public Registered changeSecret(Actor actor, UUID id, int version) {
        Client client = find(actor, id).orElse(null);
        if (client == null) return new Registered(new Result.NotFound(), null);
        if (!mayChange(actor, client)) return new Registered(new Result.Refused("identity.client.not-allowed"), null);
        String secret = fresh();
        if (!store.changeSecret(id, version, hash(secret))) return new Registered(new Result.Stale(), null);
        return new Registered(logged(actor, "identity.client-secret-made", client), secret);
    }

    private Result logged(Actor actor, String action, Client client) {
        log.record(actor, action, client.path(), client.clientId());
        return new Result.Done(client.id());
    }

    private static String fresh() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] hash(String secret) {
        return HexFormat.of().parseHex(Sha256.hex(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
