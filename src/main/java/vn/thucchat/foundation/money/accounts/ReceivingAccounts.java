package vn.thucchat.foundation.money.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.vietqr.BankNames;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** The accounts that money arrives on: traders' own, and those for charges. */
@Service
public class ReceivingAccounts {

    /** What is to be heard of: {@link ReceivingAccount} without our number. */
    public record New(
            String bin,
            String account,
            String holder,
            UnitCode unit,
            ReceivingAccount.Purpose purpose,
            @Nullable String connection,
            boolean synthetic) {}

    private final ReceivingAccountStore store;
    private final ConnectionStore connections;
    private final BankNames names;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    ReceivingAccounts(
            ReceivingAccountStore store,
            ConnectionStore connections,
            BankNames names,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.connections = connections;
        this.names = names;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Opens accounts, or finds those that are open already, as they are: whoever opened one first said whose it is. Who
     * may do so is for the calling module to know.
     *
     * @return one for each asked for, in no order
     */
    @Transactional
    public List<ReceivingAccount> open(Collection<New> wanted) {
        if (wanted.isEmpty()) return List.of();
        store.open(wanted, clock.instant());
        return store.find(wanted);
    }

    /** Why a connection cannot tell of an account. */
    public enum Unheard {
        /** its keeper has not allowed the unit to use it, or it is closed */
        NOT_SERVED,
        /** it tells of another account of this number, and would not say which of the two is meant */
        AMBIGUOUS
    }

    /** Adds an account for charges of a unit where the actor keeps the books. */
    @Transactional
    public Result add(Actor actor, New wanted) {
        if (!access.may(actor, PaymentRoles.ACCOUNTANT, wanted.unit().value(), wanted.synthetic())
                || (wanted.connection() != null && !reaches(actor, wanted.connection(), wanted.synthetic())))
            return Result.invalid("unit", "payments.connection.unit.fault");
        boolean fresh = store.find(List.of(wanted)).isEmpty();
        Unheard unheard = fresh ? unheard(List.of(wanted)).get(wanted) : null;
        if (unheard != null) return refused(unheard);
        ReceivingAccount account = open(List.of(wanted)).getFirst();
        if (!account.unit().equals(wanted.unit()) || account.purpose() != wanted.purpose())
            return Result.invalid("account", "payments.account.taken");
        if (fresh) log.record(actor, "payments.account-added", "/money/accounts/" + account.number(), wanted.account());
        return new Result.Done(null);
    }

    /** Those of some accounts that are known already, as they are. */
    public List<ReceivingAccount> existing(Collection<New> wanted) {
        return wanted.isEmpty() ? List.of() : store.find(wanted);
    }

    /**
     * Those of some accounts that their connections cannot tell of, and why. An account is meant by its bank and number:
     * where two have one number, the provider must name banks, and by names that are known.
     */
    public Map<New, Unheard> unheard(Collection<New> wanted) {
        var unheard = new HashMap<New, Unheard>();
        Map<String, List<New>> connected = wanted.stream()
                .filter(one -> one.connection() != null)
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.connection())));
        connected.forEach((id, all) -> {
            Connection connection = connections
                    .find(id)
                    .map(ConnectionStore.Kept::connection)
                    .filter(Connection::open)
                    .orElse(null);
            Map<UnitCode, Long> units = connection == null ? Map.of() : connections.units(id);
            Map<Integer, Set<String>> alike = store.alike(id, all);
            for (int i = 0; i < all.size(); i++) {
                New one = all.get(i);
                Set<String> bins = new HashSet<>(alike.getOrDefault(i, Set.of()));
                boolean distinct = bins.add(one.bin());
                if (connection == null || connection.synthetic() != one.synthetic() || !units.containsKey(one.unit()))
                    unheard.put(one, Unheard.NOT_SERVED);
                else if (alike.containsKey(i)
                        && !(distinct && connection.provider().namesBanks() && names.named(bins)))
                    unheard.put(one, Unheard.AMBIGUOUS);
            }
        });
        return unheard;
    }

    private boolean reaches(Actor actor, String connection, boolean synthetic) {
        return connections
                .find(connection)
                .map(ConnectionStore.Kept::connection)
                .filter(found -> found.synthetic() == synthetic
                        && access.may(
                                actor, PaymentRoles.ACCOUNTANT, found.unit().value(), found.synthetic()))
                .isPresent();
    }

    public Optional<ReceivingAccount> find(int number) {
        return store.find(number);
    }

    /** @param account the number at the bank */
    public Optional<ReceivingAccount> find(String bin, String account) {
        return store.ofBank(bin, account);
    }

    public List<ReceivingAccount> find(Collection<Integer> numbers) {
        return store.find(numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The accounts of the units where the actor keeps the money's books, after one already seen. */
    public List<ReceivingAccount> page(Actor actor, boolean charges, int after, int limit) {
        return page(actor, charges, "", Set.of(), after, limit);
    }

    /**
     * Lists the accounts of the actor's units that match a search.
     *
     * @param words of the holder's name or the number, however typed; empty: all
     * @param named accounts that fit for another reason, such as a market's name
     */
    public List<ReceivingAccount> page(
            Actor actor, boolean charges, String words, Set<Integer> named, int after, int limit) {
        return store.page(
                access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new),
                actor.synthetic(),
                charges,
                VietnameseText.fold(words.strip()),
                named,
                after,
                limit);
    }

    /** Finds when a bank or provider last reported on each account; accounts never reported on are left out. */
    public Map<Integer, Instant> heard(Collection<Integer> numbers) {
        return numbers.isEmpty() ? Map.of() : store.heard(numbers);
    }

    /** Says who tells us of an account's movements, or that nobody does. */
    @Transactional
    public Result connect(Actor actor, int number, @Nullable String connection) {
        var found = store.find(number);
        if (found.isEmpty()
                || !access.may(
                        actor,
                        PaymentRoles.ACCOUNTANT,
                        found.get().unit().value(),
                        found.get().synthetic())) return new Result.NotFound();
        ReceivingAccount account = found.get();
        if (connection != null && !reaches(actor, connection, account.synthetic())) return new Result.NotFound();
        var wanted = new New(
                account.bin(),
                account.account(),
                account.holder(),
                account.unit(),
                account.purpose(),
                connection,
                account.synthetic());
        Unheard unheard = unheard(List.of(wanted)).get(wanted);
        if (unheard != null) return refused(unheard);
        store.connect(number, connection);
        log.record(
                actor,
                "payments.account-connected",
                "/money/accounts/" + number,
                connection == null ? "–" : connection);
        return new Result.Done(null);
    }

    private static Result refused(Unheard why) {
        return Result.invalid("connection", "payments.account.unheard." + why);
    }
}
