package vn.thucchat.foundation.payments;

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
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

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
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;
    private final LoadingCache<String, Optional<Known>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_FOR)
            .build(this::read);

    Connections(ConnectionStore store, Seal seal, Access access, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.access = access;
        this.units = units;
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
        SECRET_UNFIT
    }

    /** Those whose books the actor keeps, after one already seen. */
    public List<Connection> page(Actor actor, String after, int limit) {
        return store.page(access.units(actor, Role.ACCOUNTANT).toArray(String[]::new), after, limit);
    }

    /** When each of some connections told of a movement last; those that never have are not in it. */
    public Map<String, Instant> heard(Collection<Connection> connections) {
        return connections.isEmpty()
                ? Map.of()
                : store.heard(connections.stream().map(Connection::id).toList());
    }

    /** The connections of a unit and of those above it, which accounts used there may be heard of through. */
    public List<Connection> serving(UnitCode unit, boolean synthetic) {
        Stream<UnitCode> above =
                units.path(unit, Ground.day(clock.instant())).stream().map(Unit::code);
        String[] reaching = Stream.concat(Stream.of(unit), above)
                .map(UnitCode::value)
                .distinct()
                .toArray(String[]::new);
        return store.page(reaching, "", 100).stream()
                .filter(connection -> connection.open() && connection.synthetic() == synthetic)
                .toList();
    }

    public Optional<Connection> find(Actor actor, String id) {
        return store.find(id)
                .map(ConnectionStore.Kept::connection)
                .filter(connection ->
                        access.may(actor, Role.ACCOUNTANT, connection.unit().value(), connection.synthetic()));
    }

    /** @param secret what the provider gave: signing key, token or checksum key */
    @Transactional
    public Change open(Actor actor, String id, Provider provider, UnitCode unit, String name, String secret) {
        if (!access.may(actor, Role.ACCOUNTANT, unit.value())) return Change.OUT_OF_REACH;
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
