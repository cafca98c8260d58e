package vn.thucchat.economy.market.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.money.vietqr.QrCode;
import vn.thucchat.foundation.pages.FieldError;

/** Makes bank accounts be heard of, and sees to it that nobody takes up an account that is another's. */
@Component
public class AccountsOfMarket {

    private static final String FORM = "[0-9A-Za-z]{1," + QrCode.LONGEST_ACCOUNT + "}";

    /**
     * An account at a bank.
     *
     * @param bin six digits
     * @param holder as the bank writes the name
     */
    public record Draft(String bin, String account, String holder) {

        /** Bank and account. */
        public String key() {
            return bin + ":" + account;
        }
    }

    /** What is wrong with one of several: the fields are {@code bin}, {@code account} and {@code holder}. */
    public record Wrong(Draft draft, FieldError flaw) {}

    /** What became of opening accounts. */
    public sealed interface Opened {
        /** @param byKey the payments module's numbers by {@link Draft#key} */
        record Numbers(Map<String, Integer> byKey, Map<String, String> bankNames) implements Opened {}

        /** The transaction will be undone. */
        record Refused(List<AccountsOfMarket.Wrong> wrong) implements Opened {}
    }

    private final ReceivingAccounts accounts;
    private final Banks banks;
    private final Access access;
    private final InstantSource clock;

    AccountsOfMarket(ReceivingAccounts accounts, Banks banks, Access access, InstantSource clock) {
        this.accounts = accounts;
        this.banks = banks;
        this.access = access;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    public Opened open(Actor actor, Market market, ReceivingAccount.Purpose purpose, Collection<Draft> drafts) {
        var wrong = new ArrayList<Wrong>();
        Map<String, String> known = banks(drafts);
        for (Draft draft : drafts) check(draft, known).ifPresent(flaw -> wrong.add(new Wrong(draft, flaw)));
        if (!wrong.isEmpty()) return refused(wrong);
        List<ReceivingAccounts.New> wanted = drafts.stream()
                .map(draft -> new ReceivingAccounts.New(
                        draft.bin(),
                        draft.account(),
                        draft.holder(),
                        market.unit(),
                        purpose,
                        market.connection(),
                        market.synthetic()))
                .distinct()
                .toList();
        Set<String> before =
                accounts.existing(wanted).stream().map(AccountsOfMarket::key).collect(Collectors.toSet());
        var numbers = new HashMap<String, Integer>();
        Map<String, ReceivingAccount> opened = accounts.open(wanted).stream()
                .collect(Collectors.toMap(AccountsOfMarket::key, Function.identity(), (one, _) -> one));
        Map<String, ReceivingAccounts.Unheard> unheard = unheard(wanted, before);
        for (Draft draft : drafts) {
            ReceivingAccount account = opened.get(draft.key());
            if (account == null) throw new IllegalStateException("not opened: an account of " + draft.bin());
            ReceivingAccounts.Unheard why = unheard.get(draft.key());
            if (why != null) wrong.add(new Wrong(draft, new FieldError("account", "market.account." + why)));
            else if (fits(actor, market, purpose, account)) numbers.put(draft.key(), account.number());
            else wrong.add(new Wrong(draft, new FieldError("account", "market.account.of-others")));
        }
        return wrong.isEmpty() ? new Opened.Numbers(numbers, known) : refused(wrong);
    }

    /** Of those opened just now, together with each other, what the market's connection cannot tell of. */
    private Map<String, ReceivingAccounts.Unheard> unheard(List<ReceivingAccounts.New> wanted, Set<String> before) {
        var unheard = new HashMap<String, ReceivingAccounts.Unheard>();
        accounts.unheard(wanted.stream()
                        .filter(one -> !before.contains(one.bin() + ":" + one.account()))
                        .toList())
                .forEach((one, why) -> unheard.put(one.bin() + ":" + one.account(), why));
        return unheard;
    }

    private static String key(ReceivingAccount account) {
        return account.bin() + ":" + account.account();
    }

    private boolean fits(Actor actor, Market market, ReceivingAccount.Purpose purpose, ReceivingAccount account) {
        return account.purpose() == purpose
                && account.synthetic() == market.synthetic()
                && (account.unit().equals(market.unit())
                        || access.may(
                                actor,
                                MarketRoles.MARKET_MANAGER,
                                account.unit().value(),
                                account.synthetic()));
    }

    private Map<String, String> banks(Collection<Draft> drafts) {
        LocalDate today = BusinessTime.day(clock.instant());
        var known = new HashMap<String, String>();
        drafts.stream()
                .map(Draft::bin)
                .distinct()
                .forEach(bin -> banks.find(bin, today).ifPresent(bank -> known.put(bin, bank.name())));
        return known;
    }

    private static Optional<FieldError> check(Draft draft, Map<String, String> known) {
        if (!known.containsKey(draft.bin())) return Optional.of(new FieldError("bin", "market.bin.fault"));
        if (!draft.account().matches(FORM)) return Optional.of(new FieldError("account", "market.account.fault"));
        if (draft.holder().isBlank() || draft.holder().length() > 120)
            return Optional.of(new FieldError("holder", "market.holder.fault"));
        return Optional.empty();
    }

    private static Opened refused(List<Wrong> wrong) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Opened.Refused(wrong);
    }
}
