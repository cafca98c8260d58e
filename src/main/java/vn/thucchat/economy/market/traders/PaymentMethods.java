package vn.thucchat.economy.market.traders;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.pages.Result;

/** Where the buyers of a stall can pay to without cash: several banks and wallets a stall. */
@Service
public class PaymentMethods {

    static final int MARK_SIGNS = 6;

    /** A stall shows no more signs than a buyer can look through. */
    private static final int MOST = 10;

    /**
     * @param label the wallet's name; of no account for a bank, whose name the bank list knows
     * @param account for VietQR
     */
    public record Draft(PaymentMethod.Kind kind, String label, AccountsOfMarket.@Nullable Draft account) {}

    private final PaymentMethodStore store;
    private final ContractStore contracts;
    private final AccountsOfMarket accounts;
    private final ReceivingAccounts receiving;
    private final Markets rights;
    private final Seal seal;
    private final TraderFacts facts;
    private final PaymentMethodEnding ending;
    private final AccessLog log;
    private final InstantSource clock;

    PaymentMethods(
            PaymentMethodStore store,
            ContractStore contracts,
            AccountsOfMarket accounts,
            ReceivingAccounts receiving,
            Markets rights,
            Seal seal,
            TraderFacts facts,
            PaymentMethodEnding ending,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.contracts = contracts;
        this.accounts = accounts;
        this.receiving = receiving;
        this.rights = rights;
        this.seal = seal;
        this.facts = facts;
        this.ending = ending;
        this.log = log;
        this.clock = clock;
    }

    /** Those in use first. */
    public List<PaymentMethod> of(Stall stall) {
        return store.ofStall(stall.market(), stall.id());
    }

    /** All of a market that are in use. */
    public List<PaymentMethod> open(Market market) {
        return store.open(market.id());
    }

    /** By account the stall that it paid for on a day. */
    public Map<Integer, UUID> on(Market market, LocalDate day) {
        return store.on(market.id(), day);
    }

    public Optional<PaymentMethod> find(UUID id) {
        return store.find(id);
    }

    /** Which stalls the money of accounts is for: now and, with its last day, earlier; the latest first for each. */
    public List<StallAccount> served(Collection<Integer> accounts) {
        return accounts.isEmpty() ? List.of() : store.served(accounts);
    }

    /** The stalls of the person signed in, with the accounts that they are paid on. */
    public List<StallAccount> served(Actor trader) {
        return store.served(trader.account());
    }

    /**
     * The stalls that the person signed in was ever paid at, each account with its days: also accounts that ended, stalls
     * that closed and markets that the person left. In each stall what is open comes first.
     */
    public List<StallAccount> everServed(Actor trader) {
        return trader.signedIn() ? store.everServed(trader.account()) : List.of();
    }

    /** Those whose signs carry a mark: one, seldom several by chance. */
    public List<PaymentMethod> marked(String mark) {
        return store.marked(mark);
    }

    /** The accounts behind some acceptances, by the payments module's numbers. */
    public Map<Integer, ReceivingAccount> accounts(List<PaymentMethod> of) {
        List<Integer> numbers = of.stream()
                .map(PaymentMethod::account)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        return receiving.find(numbers).stream()
                .collect(Collectors.toMap(ReceivingAccount::number, Function.identity()));
    }

    /** For whoever rents the stall today. */
    @Transactional
    public Result add(Actor actor, Market market, Stall stall, Draft draft) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        rights.lock(market);
        LocalDate today = BusinessTime.day(clock.instant());
        if (stall.closedOn() != null) return Result.invalid("", "market.stall.is-closed");
        Contract contract = contracts.ofStall(market.id(), stall.id()).stream()
                .filter(c -> c.on(today))
                .findFirst()
                .orElse(null);
        if (contract == null) return Result.invalid("", "market.acceptance.nobody");
        List<PaymentMethod> before =
                of(stall).stream().filter(a -> a.toOn() == null).toList();
        if (before.size() >= MOST) return Result.invalid("", "market.acceptance.many");
        boolean vietQr = draft.kind() == PaymentMethod.Kind.VIETQR;
        if (!vietQr && (draft.label().isBlank() || draft.label().length() > 60))
            return Result.invalid("label", "market.label.fault");
        String label = draft.label().strip();
        if (before.stream()
                .anyMatch(a -> !vietQr
                        && a.kind() == draft.kind()
                        && a.label().equals(draft.label().strip())))
            return Result.invalid("label", "market.acceptance.there");
        String bin = null;
        Integer number = null;
        String mark = null;
        if (vietQr) {
            var wanted = draft.account();
            if (wanted == null) return Result.invalid("bin", "market.bin.fault");
            switch (accounts.open(actor, market, ReceivingAccount.Purpose.OWNER, List.of(wanted))) {
                case AccountsOfMarket.Opened.Refused(var wrong) -> {
                    return new Result.Invalid(
                            wrong.stream().map(AccountsOfMarket.Wrong::flaw).toList());
                }
                case AccountsOfMarket.Opened.Numbers opened -> {
                    number = opened.byKey().get(wanted.key());
                    bin = wanted.bin();
                    label = Objects.requireNonNull(opened.bankNames().get(bin));
                    mark = mark(stall.id(), bin, wanted.account());
                }
            }
            Integer same = number;
            if (before.stream().anyMatch(a -> Objects.equals(a.account(), same)))
                return Result.invalid("account", "market.acceptance.there");
        }
        var fresh = new PaymentMethod(
                market.id(),
                Ids.next(clock),
                stall.id(),
                contract.trader(),
                draft.kind(),
                bin,
                number,
                label,
                mark,
                today,
                null);
        store.insert(market.id(), List.of(fresh));
        facts.equipped(market, List.of(fresh), before);
        log.record(actor, "market.acceptance-added", path(market, stall), stall.number() + " · " + label);
        return new Result.Done(fresh.id());
    }

    @Transactional
    public Result end(Actor actor, Market market, Stall stall, UUID acceptance) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        List<PaymentMethod> open =
                of(stall).stream().filter(a -> a.toOn() == null).toList();
        PaymentMethod ended =
                open.stream().filter(a -> a.id().equals(acceptance)).findFirst().orElse(null);
        if (ended == null) return new Result.NotFound();
        ending.end(
                actor,
                market,
                List.of(ended),
                open.stream().filter(a -> !a.id().equals(acceptance)).toList());
        log.record(actor, "market.acceptance-ended", path(market, stall), stall.number() + " · " + ended.label());
        return new Result.Done(acceptance);
    }

    /** What makes a sign ours: where it hangs and where the money goes. */
    public String mark(UUID stall, String bin, String account) {
        return seal.mark(stall + " " + bin + " " + account, "market.sign").substring(0, MARK_SIGNS);
    }

    private static String path(Market market, Stall stall) {
        return Markets.path(market) + "/stalls/" + stall.id();
    }
}
