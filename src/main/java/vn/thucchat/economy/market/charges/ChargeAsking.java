package vn.thucchat.economy.market.charges;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.traders.Contract;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** How stalls are asked for what they owe: in bulk, each with a code of its own to pay by; and how one is called off. */
@Component
class ChargeAsking {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    private final ChargeStore store;
    private final Contracts contracts;
    private final Stalls stalls;
    private final Markets markets;
    private final Payables payables;
    private final ChargeFacts facts;
    private final AccessLog log;
    private final Texts words;
    private final InstantSource clock;

    ChargeAsking(
            ChargeStore store,
            Contracts contracts,
            Stalls stalls,
            Markets markets,
            Payables payables,
            ChargeFacts facts,
            AccessLog log,
            MessageSource messages,
            InstantSource clock) {
        this.store = store;
        this.contracts = contracts;
        this.stalls = stalls;
        this.markets = markets;
        this.payables = payables;
        this.facts = facts;
        this.log = log;
        this.words = new Texts(messages, Locale.of("vi"));
        this.clock = clock;
    }

    /** By stall the rent that its contract says, where it says one. */
    Map<UUID, Long> rents(Market market, YearMonth month) {
        var amounts = new HashMap<UUID, Long>();
        tenants(market, month).forEach((stall, contract) -> {
            if (contract.rentVnd() > 0) amounts.put(stall, contract.rentVnd());
        });
        return amounts;
    }

    /** By rented stall the same amount. */
    Map<UUID, Long> same(Market market, YearMonth month, long amountVnd) {
        var amounts = new HashMap<UUID, Long>();
        tenants(market, month).keySet().forEach(stall -> amounts.put(stall, amountVnd));
        return amounts;
    }

    /** As {@link Charges#ask}, in the caller's transaction. */
    Charges.Asked ask(
            Actor actor,
            Market market,
            YearMonth month,
            Charge.Kind kind,
            LocalDate dueOn,
            Map<UUID, Long> amountsVnd) {
        Integer account = market.chargesAccount();
        if (!markets.mayManage(actor, market)) return new Charges.Asked.Wrong(new FieldError("", "market.none"));
        if (account == null) return new Charges.Asked.Wrong(new FieldError("", "market.charges.no-account"));
        if (dueOn.isBefore(month.atDay(1)) || dueOn.isAfter(month.atDay(1).plusYears(1)))
            return new Charges.Asked.Wrong(new FieldError("due", "market.charges.due.fault"));
        if (amountsVnd.values().stream().anyMatch(amount -> amount < 1 || amount > Charges.MOST_VND))
            return new Charges.Asked.Wrong(new FieldError("amount", "market.charges.amount.fault"));
        markets.lock(market);
        Set<UUID> before = new HashSet<>(store.asked(market.id(), month.atDay(1), kind));
        Map<UUID, Contract> tenants = tenants(market, month);
        Map<UUID, String> numbers =
                this.stalls.all(market).stream().collect(Collectors.toMap(Stall::id, Stall::number));
        var wanted = new ArrayList<Payables.Asked>();
        var stalls = new ArrayList<Contract>();
        tenants.forEach((stall, contract) -> {
            Long amount = amountsVnd.get(stall);
            if (amount == null || before.contains(stall)) return;
            stalls.add(contract);
            wanted.add(new Payables.Asked(
                    account,
                    amount,
                    dueOn.plusDays(1)
                            .atStartOfDay(BusinessTime.VIETNAM)
                            .toInstant()
                            .minusMillis(1),
                    Charges.ORIGIN,
                    Ids.next(clock),
                    what(kind, month, numbers.get(stall), market),
                    market.synthetic()));
        });
        if (!wanted.isEmpty()) keep(market, month, kind, dueOn, stalls, payables.ask(wanted));
        log.record(
                actor,
                "market.charges-asked",
                Markets.path(market) + "/charges?month=" + month,
                kind + " " + wanted.size());
        return new Charges.Asked.Done(wanted.size(), before.size());
    }

    private void keep(
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
    Result cancel(Actor actor, Market market, Charge charge) {
        if (!markets.mayManage(actor, market) || !charge.market().equals(market.id())) return new Result.NotFound();
        // before the charge: cash may be taken for it at this moment
        List<Payable> owed = payables.lock(payables.of(Charges.ORIGIN, List.of(charge.id())));
        if (!store.cancel(market.id(), charge.id(), today())) return new Result.Stale();
        payables.cancel(owed);
        facts.notDue(market, charge);
        log.record(
                actor,
                "market.charge-cancelled",
                Markets.path(market) + "/stalls/" + charge.stall(),
                charge.kind() + " " + MONTH.format(charge.month()) + " " + charge.number());
        return new Result.Done(charge.id());
    }

    /** Who rents each stall in a month: the contract that holds last in it. */
    private Map<UUID, Contract> tenants(Market market, YearMonth month) {
        var tenants = new HashMap<UUID, Contract>();
        // in the order of their beginning
        for (Contract contract : contracts.inForce(market, month.atDay(1)))
            if (!contract.fromOn().isAfter(month.atEndOfMonth())) tenants.put(contract.stall(), contract);
        return tenants;
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
