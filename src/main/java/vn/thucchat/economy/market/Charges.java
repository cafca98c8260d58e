package vn.thucchat.economy.market;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.payments.Payable;
import vn.thucchat.foundation.payments.Payables;
import vn.thucchat.foundation.payments.Payment;
import vn.thucchat.foundation.payments.PaymentsReceived;
import vn.thucchat.foundation.payments.QrCode;
import vn.thucchat.foundation.payments.QrWriter;
import vn.thucchat.foundation.payments.ReceivingAccount;
import vn.thucchat.foundation.payments.ReceivingAccounts;

/**
 * What stalls owe their market each month: asked for in bulk, each with a code of its own to pay by, and known to be
 * paid by the bank's word.
 */
@Service
public class Charges {

    /** By which the payments module tells what a payable is for. */
    public static final String ORIGIN = "market.charge";

    static final long MOST_VND = 1_000_000_000;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final ChargeStore store;
    private final ContractStore contracts;
    private final StallStore stalls;
    private final MarketStore markets;
    private final Markets rights;
    private final Payables payables;
    private final ReceivingAccounts accounts;
    private final MarketFacts facts;
    private final AccessLog log;
    private final Texts words;
    private final InstantSource clock;

    Charges(
            ChargeStore store,
            ContractStore contracts,
            StallStore stalls,
            MarketStore markets,
            Markets rights,
            Payables payables,
            ReceivingAccounts accounts,
            MarketFacts facts,
            AccessLog log,
            MessageSource messages,
            InstantSource clock) {
        this.store = store;
        this.contracts = contracts;
        this.stalls = stalls;
        this.markets = markets;
        this.rights = rights;
        this.payables = payables;
        this.accounts = accounts;
        this.facts = facts;
        this.log = log;
        this.words = new Texts(messages, Locale.of("vi"));
        this.clock = clock;
    }

    /** What became of asking for a month's charges. */
    public sealed interface Asked {

        /** @param asked how many stalls were asked now, {@code before} earlier and left as they were */
        record Done(int asked, int before) implements Asked {}

        record Wrong(Change.Flaw flaw) implements Asked {}
    }

    public Optional<Charge> find(UUID id) {
        return store.find(id);
    }

    /** The latest month first. */
    public List<Charge> of(Stall stall) {
        return store.ofStall(stall.market(), stall.id());
    }

    /** What the person still has to pay at any stall, the first due first. */
    public List<Charge> owedBy(Actor trader) {
        return trader.signedIn() ? store.owedBy(trader.account()) : List.of();
    }

    /** What the person paid, the latest month first. */
    public List<Charge> paidBy(Actor trader) {
        return trader.signedIn() ? store.paidBy(trader.account()) : List.of();
    }

    /** Of a month and kind, in the order of stall numbers, after one already seen. */
    public List<Charge> of(Market market, YearMonth month, Charge.Kind kind, String after, int limit) {
        return store.ofMonth(market.id(), month.atDay(1), kind, after, limit);
    }

    public List<Charge.Standing> standing(Market market, YearMonth month) {
        return store.standing(market.id(), month.atDay(1));
    }

    /** Stalls with charges that are overdue today, in the order of their numbers, after one already seen. */
    public List<Charge.Arrears> arrears(Market market, String after, int limit) {
        return store.arrears(market.id(), today(), after, limit);
    }

    /** Empty for a charge of somebody else. */
    public Optional<Charge> own(Actor trader, UUID id) {
        return trader.signedIn() ? store.own(trader.account(), id) : Optional.empty();
    }

    /** By charge what is still missing of it, in đồng: less than its amount when it was paid short, 0 when nothing. */
    public Map<UUID, Long> owedVnd(Collection<Charge> of) {
        var owed = new HashMap<UUID, Long>();
        of.forEach(charge -> owed.put(charge.id(), charge.open() ? charge.amountVnd() : 0));
        payables.of(ORIGIN, owed.keySet())
                .forEach(payable -> owed.merge(payable.originId(), payable.owedVnd(), Math::min));
        return owed;
    }

    /** The text of the QR code that pays a charge: amount and code are in it. */
    public String payload(Charge charge) {
        return payload(charge, charge.amountVnd());
    }

    /** @param amountVnd đồng, such as what is still missing */
    public String payload(Charge charge, long amountVnd) {
        ReceivingAccount account = accounts.find(charge.account()).orElseThrow();
        return QrWriter.text(QrCode.VietQr.transfer(
                account.bin(), account.account(), QrCode.Service.QRIBFTTA, amountVnd, charge.code(), null));
    }

    /** Asks every rented stall for the rent that its contract says. */
    @Transactional
    public Asked rent(Actor actor, Market market, YearMonth month, LocalDate dueOn) {
        var amounts = new HashMap<UUID, Long>();
        tenants(market, month).forEach((stall, contract) -> {
            if (contract.rentVnd() > 0) amounts.put(stall, contract.rentVnd());
        });
        return ask(actor, market, month, Charge.Kind.RENT, dueOn, amounts);
    }

    /** Asks every rented stall for the same amount. */
    @Transactional
    public Asked each(Actor actor, Market market, YearMonth month, Charge.Kind kind, LocalDate dueOn, long amountVnd) {
        var amounts = new HashMap<UUID, Long>();
        tenants(market, month).keySet().forEach(stall -> amounts.put(stall, amountVnd));
        return ask(actor, market, month, kind, dueOn, amounts);
    }

    /**
     * Asks stalls for what each owes. Who was asked for the same month and kind before is left alone, so that sending
     * twice asks once.
     *
     * @param amountsVnd đồng by stall; stalls that nobody rents are not asked
     */
    @Transactional
    public Asked ask(
            Actor actor,
            Market market,
            YearMonth month,
            Charge.Kind kind,
            LocalDate dueOn,
            Map<UUID, Long> amountsVnd) {
        Integer account = market.chargesAccount();
        if (!rights.mayManage(actor, market)) return new Asked.Wrong(new Change.Flaw("", "market.none"));
        if (account == null) return new Asked.Wrong(new Change.Flaw("", "market.charges.no-account"));
        if (dueOn.isBefore(month.atDay(1)) || dueOn.isAfter(month.atDay(1).plusYears(1)))
            return new Asked.Wrong(new Change.Flaw("due", "market.charges.due.fault"));
        if (amountsVnd.values().stream().anyMatch(amount -> amount < 1 || amount > MOST_VND))
            return new Asked.Wrong(new Change.Flaw("amount", "market.charges.amount.fault"));
        markets.lock(market.id());
        Set<UUID> before = new HashSet<>(store.asked(market.id(), month.atDay(1), kind));
        Map<UUID, Contract> tenants = tenants(market, month);
        Map<UUID, String> numbers =
                this.stalls.all(market.id()).stream().collect(Collectors.toMap(Stall::id, Stall::number));
        var wanted = new ArrayList<Payables.Asked>();
        var stalls = new ArrayList<Contract>();
        tenants.forEach((stall, contract) -> {
            Long amount = amountsVnd.get(stall);
            if (amount == null || before.contains(stall)) return;
            stalls.add(contract);
            wanted.add(new Payables.Asked(
                    account,
                    amount,
                    dueOn.plusDays(1).atStartOfDay(Ground.VIETNAM).toInstant().minusMillis(1),
                    ORIGIN,
                    Ids.next(clock),
                    what(kind, month, numbers.get(stall), market),
                    market.synthetic()));
        });
        if (!wanted.isEmpty()) write(market, month, kind, dueOn, stalls, payables.ask(wanted));
        log.record(
                actor,
                "market.charges-asked",
                Markets.path(market) + "/charges?month=" + month,
                kind + " " + wanted.size());
        return new Asked.Done(wanted.size(), before.size());
    }

    private void write(
            Market market,
            YearMonth month,
            Charge.Kind kind,
            LocalDate dueOn,
            List<Contract> stalls,
            List<Payable> asked) {
        var charges = new ArrayList<Charge>();
        for (int i = 0; i < asked.size(); i++) {
            Payable payable = asked.get(i);
            Contract contract = stalls.get(i);
            charges.add(new Charge(
                    market.id(),
                    payable.originId(),
                    contract.stall(),
                    "",
                    contract.trader(),
                    contract.traderName(),
                    month.atDay(1),
                    kind,
                    payable.amountVnd(),
                    dueOn,
                    payable.account(),
                    payable.code(),
                    null,
                    null,
                    null));
        }
        store.insert(charges);
        facts.due(market, charges, today());
    }

    /** As receipts and books say it, which are Vietnamese. */
    private String what(Charge.Kind kind, YearMonth month, @Nullable String number, Market market) {
        return words.of(
                "market.charge.what",
                words.of("market.charge." + kind),
                MONTH.format(month),
                Objects.requireNonNull(number),
                market.name());
    }

    /** Nobody waits for it any more; the fact that it was due is voided. */
    @Transactional
    public Change cancel(Actor actor, Market market, Charge charge) {
        if (!rights.mayManage(actor, market) || !charge.market().equals(market.id())) return new Change.OutOfReach();
        if (!store.cancel(market.id(), charge.id(), today())) return new Change.Stale();
        payables.cancel(payables.of(ORIGIN, List.of(charge.id())));
        facts.notDue(market, charge);
        log.record(
                actor,
                "market.charge-cancelled",
                Markets.path(market) + "/stalls/" + charge.stall(),
                charge.kind() + " " + MONTH.format(charge.month()) + " " + charge.number());
        return new Change.Done(charge.id());
    }

    /** In the transaction that stores the money: what the bank told and what it paid are known together. */
    @EventListener
    void received(PaymentsReceived event) {
        var paid = new ArrayList<ChargeStore.Paid>();
        for (Payment payment : event.payments()) {
            Payment.Paid what = payment.paid();
            if (what == null || !what.origin().equals(ORIGIN)) continue;
            if (payment.kind() == Payment.Kind.CASH_VOIDED) owedAgain(what.originId());
            else if (what.complete())
                paid.add(new ChargeStore.Paid(
                        what.originId(),
                        payment.day(),
                        payment.kind().cashless() ? "cashless" : "cash",
                        Ids.next(clock)));
        }
        if (paid.isEmpty()) return;
        List<Charge> done = store.find(store.pay(paid));
        Map<UUID, UUID> said = paid.stream()
                .collect(Collectors.toMap(ChargeStore.Paid::id, ChargeStore.Paid::fact, (first, second) -> first));
        var known = new HashMap<UUID, Market>();
        for (Charge charge : done)
            facts.paid(
                    known.computeIfAbsent(
                            charge.market(), id -> markets.find(id).orElseThrow()),
                    charge,
                    Objects.requireNonNull(said.get(charge.id())));
    }

    /** The receipt that paid it was void; one that was not paid in full is owed as before. */
    private void owedAgain(UUID id) {
        UUID said = store.paidFact(id).orElse(null);
        if (said == null) return;
        Charge charge = store.find(List.of(id)).getFirst();
        facts.notPaid(markets.find(charge.market()).orElseThrow(), charge, said);
        store.unpay(charge);
    }

    /** Who rents each stall in a month: the contract that holds last in it. */
    private Map<UUID, Contract> tenants(Market market, YearMonth month) {
        var tenants = new HashMap<UUID, Contract>();
        // in the order of their beginning
        for (Contract contract : contracts.inForce(market.id(), month.atDay(1)))
            if (!contract.fromOn().isAfter(month.atEndOfMonth())) tenants.put(contract.stall(), contract);
        return tenants;
    }

    private LocalDate today() {
        return Ground.day(clock.instant());
    }
}
