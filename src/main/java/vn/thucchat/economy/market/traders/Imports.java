package vn.thucchat.economy.market.traders;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** A whole market by one spreadsheet: checked whole, and taken whole or not at all. */
@Service
public class Imports {

    private static final Limits LIMITS = new Limits(5_001, 30, 5_000_000, 50_000_000);

    /** What became of a file. */
    public sealed interface Outcome {

        /** Taken; all noughts when everything was there already. */
        record Taken(
                int zones,
                int newStalls,
                int changedStalls,
                int newTraders,
                int changedTraders,
                int contracts,
                int accounts)
                implements Outcome {}

        /** Nothing was taken; these are all the reasons, from the top. */
        record Faulty(List<CellError> errors) implements Outcome {}

        record OutOfReach() implements Outcome {}
    }

    private final SheetFiles files;
    private final Markets rights;
    private final Stalls stalls;
    private final TraderStore traders;
    private final ContractStore contracts;
    private final PaymentMethodStore acceptances;
    private final PaymentMethods marks;
    private final AccountsOfMarket accounts;
    private final TraderSeal seal;
    private final Banks banks;
    private final TraderFacts facts;
    private final AccessLog log;
    private final InstantSource clock;

    Imports(
            SheetFiles files,
            Markets rights,
            Stalls stalls,
            TraderStore traders,
            ContractStore contracts,
            PaymentMethodStore acceptances,
            PaymentMethods marks,
            AccountsOfMarket accounts,
            TraderSeal seal,
            Banks banks,
            TraderFacts facts,
            AccessLog log,
            InstantSource clock) {
        this.files = files;
        this.rights = rights;
        this.stalls = stalls;
        this.traders = traders;
        this.contracts = contracts;
        this.acceptances = acceptances;
        this.marks = marks;
        this.accounts = accounts;
        this.seal = seal;
        this.banks = banks;
        this.facts = facts;
        this.log = log;
        this.clock = clock;
    }

    /** Takes a file whole, or says all that is wrong with it. */
    @Transactional
    public Outcome take(Actor actor, Market market, InputStream file) throws IOException {
        if (!rights.mayManage(actor, market)) return new Outcome.OutOfReach();
        SheetImport<SheetColumn> sheet = files.read(file, LIMITS, SheetColumn.class);
        rights.lock(market);
        LocalDate today = BusinessTime.day(clock.instant());
        List<SheetRow> rows = new MarketSheet(sheet, bins(today), seal, today).read();
        var plan = new MarketPlan(sheet, there(market, rows, today), seal, today, clock);
        plan.add(rows);
        Map<String, Integer> numbers = Map.of();
        Map<String, String> labels = new HashMap<>();
        // an account is opened only for rows that are sound in all else
        if (sheet.errors().isEmpty() && !plan.ways.isEmpty())
            switch (accounts.open(
                    actor,
                    market,
                    ReceivingAccount.Purpose.OWNER,
                    plan.ways.stream().map(MarketPlan.Way::account).toList())) {
                case AccountsOfMarket.Opened.Numbers opened -> {
                    numbers = opened.byKey();
                    labels.putAll(opened.bankNames());
                }
                case AccountsOfMarket.Opened.Refused(var wrong) -> refuse(sheet, plan, wrong);
            }
        List<CellError> errors = sheet.errors();
        if (errors.isEmpty()) return write(actor, market, plan, numbers, labels);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Outcome.Faulty(errors);
    }

    private Outcome write(
            Actor actor, Market market, MarketPlan plan, Map<String, Integer> numbers, Map<String, String> labels) {
        UUID id = market.id();
        rights.addZones(market, plan.newZones);
        stalls.write(market, plan.newStalls, plan.changedStalls);
        if (!plan.newTraders.isEmpty()) traders.insert(id, plan.newTraders);
        if (!plan.changedTraders.isEmpty()) traders.update(id, plan.changedTraders);
        if (!plan.newContracts.isEmpty()) contracts.insert(id, plan.newContracts);
        facts.joined(
                market, plan.newTraders.stream().map(TraderStore.Kept::trader).toList());

        List<PaymentMethod> before = acceptances.open(id);
        Set<List<Object>> known = new HashSet<>();
        before.forEach(a -> {
            if (a.account() != null) known.add(List.of(a.stall(), a.account()));
        });
        var fresh = new ArrayList<PaymentMethod>();
        for (MarketPlan.Way way : plan.ways) {
            AccountsOfMarket.Draft account = way.account();
            Integer number = Objects.requireNonNull(numbers.get(account.key()));
            if (!known.add(List.of(way.stall(), number))) continue;
            fresh.add(new PaymentMethod(
                    id,
                    Ids.next(clock),
                    way.stall(),
                    way.trader(),
                    PaymentMethod.Kind.VIETQR,
                    account.bin(),
                    number,
                    Objects.requireNonNull(labels.get(account.bin())),
                    marks.mark(way.stall(), account.bin(), account.account()),
                    way.fromOn(),
                    null));
        }
        if (!fresh.isEmpty()) acceptances.insert(id, fresh);
        facts.equipped(market, fresh, before);
        var taken = new Outcome.Taken(
                plan.newZones.size(),
                plan.newStalls.size(),
                plan.changedStalls.size(),
                plan.newTraders.size(),
                plan.changedTraders.size(),
                plan.newContracts.size(),
                fresh.size());
        log.record(
                actor,
                "market.imported",
                Markets.path(market),
                "+%d stalls, +%d traders, +%d accounts"
                        .formatted(taken.newStalls(), taken.newTraders(), taken.accounts()));
        return taken;
    }

    private MarketPlan.There there(Market market, List<SheetRow> rows, LocalDate today) {
        LocalDate first = today;
        for (SheetRow row : rows) {
            SheetRow.Person trader = row.trader();
            if (trader != null && trader.joinedOn().isBefore(first)) first = trader.joinedOn();
        }
        List<TraderStore.Kept> known = traders.all(market.id());
        return new MarketPlan.There(
                market,
                rights.zones(market),
                stalls.all(market),
                known,
                seal.phones(known),
                contracts.inForce(market.id(), first));
    }

    private static void refuse(SheetImport<SheetColumn> sheet, MarketPlan plan, List<AccountsOfMarket.Wrong> wrong) {
        for (MarketPlan.Way way : plan.ways)
            wrong.stream()
                    .filter(one -> one.draft().equals(way.account()))
                    .findFirst()
                    .ifPresent(one -> sheet.error(
                            way.row().row(), SheetColumn.ACCOUNT, one.flaw().key(), List.of()));
    }

    /** By number and by searched name; of several numbers of a name the one of NAPAS's range. */
    private Map<String, String> bins(LocalDate today) {
        var bins = new HashMap<String, String>();
        for (var bank : banks.on(today)) {
            bins.put(bank.bin(), bank.bin());
            bins.merge(NameSearchKey.of(bank.name()), bank.bin(), (one, other) -> one.startsWith("9704") ? one : other);
        }
        return bins;
    }
}
