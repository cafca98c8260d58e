package vn.thucchat.foundation.money.accounts;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.units.UnitCode;

/** The banks' messengers that tell us what arrived, each with a secret of its own. */
@Service
public class Connections {

    /** How soon another process hears that a connection was closed or given another secret. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    /** The shortest secret that is taken: what providers hand out is longer. */
    static final int SHORTEST_SECRET = 12;

    static final int LONGEST_SECRET = 200;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");

    /** A connection and what it proves itself with. */
    record Known(Connection connection, String secret) {}

    private final ConnectionStore store;
    private final Seal seal;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;
    private final LoadingCache<String, Optional<Known>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_FOR)
            .build(this::read);

    Connections(ConnectionStore store, Seal seal, Access access, AccessLog log, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What became of a change. */
    public enum Change {
        DONE,
        /** no such connection, or not in a unit where the actor keeps the books */
        OUT_OF_REACH,
        /** another connection has this name in its address */
        TAKEN,
        /** not 3 to 40 small letters, digits and hyphens */
        ID_UNFIT,
        NAME_UNFIT,
        SECRET_UNFIT,
        /** accounts of the unit are told of by it */
        IN_USE
    }

    /** Those whose books the actor keeps, after one already seen. */
    public List<Connection> page(Actor actor, String after, int limit) {
        return store.page(access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new), after, limit);
    }

    /** When each of some connections told of a movement last; those that never have are not in it. */
    public Map<String, Instant> heard(Collection<Connection> connections) {
        return connections.isEmpty()
                ? Map.of()
                : store.heard(connections.stream().map(Connection::id).toList());
    }

    /** The open connections that their keepers allowed a unit to use. */
    public List<Connection> serving(UnitCode unit, boolean synthetic) {
        return store.serving(unit, synthetic);
    }

    /** The units that a connection may be used in, with how many accounts each has on it. */
    public Map<UnitCode, Long> units(Connection connection) {
        return store.units(connection.id());
    }

    /** From now on accounts of the unit may be told of by the connection. */
    @Transactional
    public Change allow(Actor actor, String id, UnitCode unit) {
        if (find(actor, id).isEmpty() || !access.may(actor, PaymentRoles.ACCOUNTANT, unit.value()))
            return Change.OUT_OF_REACH;
        if (store.allow(id, List.of(unit), clock.instant(), actor.account()) > 0)
            log.record(actor, "payments.connection-allowed", path(id), unit.value());
        return Change.DONE;
    }

    /** The unit may use it no more; not while accounts of the unit are told of by it. */
    @Transactional
    public Change disallow(Actor actor, String id, UnitCode unit) {
        if (find(actor, id).isEmpty()) return Change.OUT_OF_REACH;
        if (!store.disallow(id, unit)) return Change.IN_USE;
        log.record(actor, "payments.connection-disallowed", path(id), unit.value());
        return Change.DONE;
    }

    /** For loaders: as {@link #allow}. */
    public void putUnits(String id, Collection<UnitCode> units) {
        store.allow(id, units, clock.instant(), null);
    }

    public Optional<Connection> find(Actor actor, String id) {
        return store.find(id)
                .map(ConnectionStore.Kept::connection)
                .filter(connection -> access.may(
                        actor, PaymentRoles.ACCOUNTANT, connection.unit().value(), connection.synthetic()));
    }

    /** The name of a connection that an account uses, whoever keeps it; its id where there is none. */
    public String name(String id) {
        return store.find(id).map(kept -> kept.connection().name()).orElse(id);
    }

    /** @param secret what the provider gave: signing key, token or checksum key */
    @Transactional
    public Change open(Actor actor, String id, Provider provider, UnitCode unit, String name, String secret) {
        if (!access.may(actor, PaymentRoles.ACCOUNTANT, unit.value())) return Change.OUT_OF_REACH;
        if (!ID.matcher(id).matches()) return Change.ID_UNFIT;
        if (name.isBlank() || name.length() > 100) return Change.NAME_UNFIT;
        if (unfit(secret)) return Change.SECRET_UNFIT;
        if (!put(new Connection(id, provider, unit, name.strip(), actor.synthetic(), clock.instant(), null), secret))
            return Change.TAKEN;
        log.record(actor, "payments.connection-opened", path(id), provider.name());
        return Change.DONE;
    }

    /** For loaders: opens it unless there is one of that name. */
    public boolean put(Connection connection, String secret) {
        boolean opened = store.insert(connection, seal.close(secret, connection.id()));
        if (opened) store.allow(connection.id(), List.of(connection.unit()), connection.openedAt(), null);
        known.invalidate(connection.id());
        return opened;
    }

    @Transactional
    public Change changeSecret(Actor actor, String id, String secret) {
        if (find(actor, id).isEmpty()) return Change.OUT_OF_REACH;
        if (unfit(secret)) return Change.SECRET_UNFIT;
        store.secret(id, seal.close(secret, id));
        known.invalidate(id);
        log.record(actor, "payments.secret-changed", path(id), "");
        return Change.DONE;
    }

    /** From now on nothing is taken from it, or something is again. */
    @Transactional
    public Change close(Actor actor, String id, boolean closed) {
        if (find(actor, id).isEmpty()) return Change.OUT_OF_REACH;
        store.closed(id, closed ? clock.instant() : null);
        known.invalidate(id);
        log.record(actor, closed ? "payments.connection-closed" : "payments.connection-reopened", path(id), "");
        return Change.DONE;
    }

    /** Closes those of the demonstration, whose secrets are printed in the README. */
    public int closeSynthetic() {
        int closed = store.closeSynthetic(clock.instant());
        known.invalidateAll();
        return closed;
    }

    /** Opens one of the demonstration's again. */
    public void reopenSynthetic(String id) {
        store.find(id).filter(kept -> kept.connection().synthetic()).ifPresent(_ -> store.closed(id, null));
        known.invalidate(id);
    }

    /** The open connection of that name. */
    Optional<Known> known(String id) {
        return ID.matcher(id).matches() ? known.get(id) : Optional.empty();
    }

    private Optional<Known> read(String id) {
        return store.find(id)
                .filter(kept -> kept.connection().open())
                .map(kept -> new Known(kept.connection(), seal.open(kept.secret(), id)));
    }

    private static boolean unfit(String secret) {
        return secret.length() < SHORTEST_SECRET
                || secret.length() > LONGEST_SECRET
                || !secret.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static String path(String id) {
        return "/money/connections/" + id;
    }
}
