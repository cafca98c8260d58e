package vn.thucchat.foundation.money.accounts;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** The banks' messengers that tell us what arrived, each with a secret of its own. */
@Service
public class Connections {

    /** How soon another process hears that a connection was closed or given another secret. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    /** The shortest secret that is taken: what providers hand out is longer. */
    static final int SHORTEST_SECRET = 12;

    static final int LONGEST_SECRET = 200;

    private static final String UNIT_FAULT = "payments.connection.unit.fault";
    private static final FieldError SECRET_FAULT = new FieldError("secret", "payments.connection.secret.fault");
    private static final int LONGEST_ID = 40;

    /** Connections whose ids differ in their number alone. */
    private static final int MOST_ALIKE = 1_000;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");

    /** A connection and what it proves itself with. */
    public record Known(Connection connection, String secret) {}

    /** What became of a connection that somebody wanted. */
    public sealed interface Opening {
        record Opened(String id) implements Opening {}

        record Refused(List<FieldError> errors) implements Opening {}
    }

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

    /** Those whose books the actor keeps, after one already seen. */
    public List<Connection> page(Actor actor, String after, int limit) {
        return page(actor, "", after, limit);
    }

    /** @param words of a name, or of the name in the address; empty: all */
    public List<Connection> page(Actor actor, String words, String after, int limit) {
        String[] units = access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new);
        return store.page(units, actor.synthetic(), words.strip(), after, limit);
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
    public Result allow(Actor actor, String id, UnitCode unit) {
        if (find(actor, id).isEmpty()) return new Result.NotFound();
        if (!access.may(actor, PaymentRoles.ACCOUNTANT, unit.value())) return Result.invalid("unit", UNIT_FAULT);
        if (store.allow(id, List.of(unit), clock.instant(), actor.account()) > 0)
            log.record(actor, "payments.connection-allowed", path(id), unit.value());
        return new Result.Done(null);
    }

    /** The unit may use it no more; not while accounts of the unit are told of by it. */
    @Transactional
    public Result disallow(Actor actor, String id, UnitCode unit) {
        if (find(actor, id).isEmpty()) return new Result.NotFound();
        if (!store.disallow(id, unit)) return Result.invalid("unit", "payments.connection.units.in-use");
        log.record(actor, "payments.connection-disallowed", path(id), unit.value());
        return new Result.Done(null);
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

    /**
     * The id of a connection, the last part of the address that its provider sends notices to: its name without marks
     * and the provider, such as {@code cho-thai-sepay}; {@code cho-thai-sepay-2} where that is another's.
     */
    private static String id(String name, Provider provider, int nth) {
        String end = provider.name().toLowerCase(Locale.ROOT).replace('_', '-') + (nth == 1 ? "" : "-" + nth);
        String words = VietnameseText.fold(name).replaceAll("[^a-z0-9]+", "-");
        String begin = words.substring(0, Math.min(words.length(), LONGEST_ID - end.length() - 1))
                .replaceAll("^-+|-+$", "");
        return begin.isEmpty() || begin.equals(end) ? end : begin + "-" + end;
    }

    /**
     * Opens a connection, unless an open one of the unit has that name and provider already.
     *
     * @param secret what the provider gave: signing key, token or checksum key
     */
    @Transactional
    public Opening open(Actor actor, Provider provider, UnitCode unit, String name, String secret) {
        var errors = new ArrayList<FieldError>(faults(name, secret));
        if (!access.may(actor, PaymentRoles.ACCOUNTANT, unit.value())) errors.add(new FieldError("unit", UNIT_FAULT));
        if (!errors.isEmpty()) return new Opening.Refused(errors);
        for (int nth = 1; nth <= MOST_ALIKE; nth++) {
            String id = id(name, provider, nth);
            var wanted = new Connection(id, provider, unit, name.strip(), actor.synthetic(), clock.instant(), null);
            if (put(wanted, secret)) {
                log.record(actor, "payments.connection-opened", path(id), provider.name());
                return new Opening.Opened(id);
            }
            // asked after each id that is another's: that one may have been opened meanwhile
            if (store.named(wanted)) break;
        }
        return new Opening.Refused(List.of(new FieldError("name", "payments.connection.taken")));
    }

    /** Lists every error in the fields of a new connection; permissions are checked elsewhere. */
    public static List<FieldError> faults(String name, String secret) {
        var errors = new ArrayList<FieldError>();
        if (name.isBlank() || name.length() > 100) errors.add(new FieldError("name", "payments.connection.name.fault"));
        if (unfit(secret)) errors.add(SECRET_FAULT);
        return errors;
    }

    /** For loaders: opens it unless there is one of that name. */
    public boolean put(Connection connection, String secret) {
        boolean opened = store.insert(connection, seal.close(secret, connection.id()));
        if (opened) store.allow(connection.id(), List.of(connection.unit()), connection.openedAt(), null);
        known.invalidate(connection.id());
        return opened;
    }

    @Transactional
    public Result changeSecret(Actor actor, String id, String secret) {
        if (find(actor, id).isEmpty()) return new Result.NotFound();
        if (unfit(secret)) return new Result.Invalid(List.of(SECRET_FAULT));
        store.secret(id, seal.close(secret, id));
        known.invalidate(id);
        log.record(actor, "payments.secret-changed", path(id), "");
        return new Result.Done(null);
    }

    /** From now on nothing is taken from it, or something is again. */
    @Transactional
    public Result close(Actor actor, String id, boolean closed) {
        if (find(actor, id).isEmpty()) return new Result.NotFound();
        store.closed(id, closed ? clock.instant() : null);
        known.invalidate(id);
        log.record(actor, closed ? "payments.connection-closed" : "payments.connection-reopened", path(id), "");
        return new Result.Done(null);
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
    public Optional<Known> known(String id) {
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
