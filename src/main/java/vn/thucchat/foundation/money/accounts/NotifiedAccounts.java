package vn.thucchat.foundation.money.accounts;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.foundation.money.vietqr.BankNames;

/**
 * Finds the account that a message means, by the bank and the number that it names, among those that its connection
 * tells of.
 */
@Component
class NotifiedAccounts {

    /** How soon another process hears that an account was opened or connected. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    /** Which account is meant. */
    sealed interface Meant {
        record One(ReceivingAccount account) implements Meant {}

        /** The connection tells of none with this number at this bank. */
        record None() implements Meant {}

        /** One of several, and nobody can say which. */
        record Several(List<ReceivingAccount> accounts) implements Meant {}
    }

    private record Named(String connection, String number) {}

    private final ReceivingAccountStore accounts;
    private final BankNames names;
    private final LoadingCache<Named, List<ReceivingAccount>> known;

    NotifiedAccounts(ReceivingAccountStore accounts, BankNames names) {
        this.accounts = accounts;
        this.names = names;
        this.known = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(KNOWN_FOR)
                .build(named -> accounts.find(named.connection(), named.number()));
    }

    /**
     * The account meant. Where a virtual account and the account that it stands for are both known, the virtual one is
     * meant if one unit uses both; what another unit registered later never changes where an account's money goes.
     */
    Meant meant(String connection, BankTransaction notice) {
        Set<String> bins = names.bins(notice.bank());
        var found = new ArrayList<ReceivingAccount>();
        for (String number : notice.accounts()) {
            List<ReceivingAccount> alike = alike(connection, number).stream()
                    .filter(account -> bins.isEmpty() || bins.contains(account.bin()))
                    .toList();
            if (alike.size() > 1) return new Meant.Several(alike);
            found.addAll(alike);
        }
        if (found.isEmpty()) return new Meant.None();
        ReceivingAccount first = found.getFirst();
        if (found.stream().allMatch(account -> account.unit().equals(first.unit()))) return new Meant.One(first);
        return new Meant.One(found.stream()
                .min(Comparator.comparingInt(ReceivingAccount::number))
                .orElseThrow());
    }

    /** Those that a message may mean when its bank is left aside: for a person to choose from. */
    List<ReceivingAccount> possible(String connection, List<String> numbers) {
        return numbers.stream()
                .flatMap(number -> accounts.find(connection, number).stream())
                .distinct()
                .toList();
    }

    private List<ReceivingAccount> alike(String connection, String number) {
        var named = new Named(connection, number);
        List<ReceivingAccount> found = Objects.requireNonNull(known.get(named));
        if (!found.isEmpty()) return found;
        // opened a moment ago, perhaps
        found = accounts.find(connection, number);
        if (!found.isEmpty()) known.put(named, found);
        return found;
    }
}
