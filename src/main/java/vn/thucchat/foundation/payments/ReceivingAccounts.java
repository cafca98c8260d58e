package vn.thucchat.foundation.payments;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.units.UnitCode;

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
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    ReceivingAccounts(
            ReceivingAccountStore store,
            ConnectionStore connections,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.connections = connections;
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

    /** What became of adding an account for charges. */
    public sealed interface Adding {
        /** It is there, or was before. */
        record Added(ReceivingAccount account) implements Adding {}

        /** Not a unit or a connection of the actor's. */
        record OutOfReach() implements Adding {}

        /** It is known already as somebody else's. */
        record Taken() implements Adding {}
    }

    /** Adds an account for charges of a unit where the actor keeps the books. */
    @Transactional
    public Adding add(Actor actor, New wanted) {
        if (!access.may(actor, Role.ACCOUNTANT, wanted.unit().value(), wanted.synthetic())
                || (wanted.connection() != null && !reaches(actor, wanted.connection(), wanted.synthetic())))
            return new Adding.OutOfReach();
        boolean fresh = store.find(List.of(wanted)).isEmpty();
        ReceivingAccount account = open(List.of(wanted)).getFirst();
        if (!account.unit().equals(wanted.unit()) || account.purpose() != wanted.purpose()) return new Adding.Taken();
        if (fresh) log.record(actor, "payments.account-added", "/money/accounts/" + account.number(), wanted.account());
        return new Adding.Added(account);
    }

    private boolean reaches(Actor actor, String connection, boolean synthetic) {
        return connections
                .find(connection)
                .map(ConnectionStore.Kept::connection)
                .filter(found -> found.synthetic() == synthetic
                        && access.may(actor, Role.ACCOUNTANT, found.unit().value(), found.synthetic()))
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
        return store.page(access.units(actor, Role.ACCOUNTANT).toArray(String[]::new), charges, after, limit);
    }

    /**
     * Says who tells us of an account's movements, or that nobody does.
     *
     * @return false when the account or the connection is out of the actor's reach
     */
    @Transactional
    public boolean connect(Actor actor, int number, @Nullable String connection) {
        var account = store.find(number);
        if (account.isEmpty()
                || !access.may(actor, Role.ACCOUNTANT, account.get().unit().value(), account.get().synthetic())) return false;
        if (connection != null && !reaches(actor, connection, account.get().synthetic())) return false;
        store.connect(number, connection);
        log.record(
                actor,
                "payments.account-connected",
                "/money/accounts/" + number,
                connection == null ? "–" : connection);
        return true;
    }
}
