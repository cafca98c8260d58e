package vn.thucchat.economy.market;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Cell;
import vn.thucchat.foundation.papers.Limits;
import vn.thucchat.foundation.papers.SheetReading;
import vn.thucchat.foundation.papers.Spreadsheets;
import vn.thucchat.foundation.payments.Bank;
import vn.thucchat.foundation.payments.Banks;
import vn.thucchat.foundation.payments.ReceivingAccount;

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

        /** @param why the file itself is not taken */
        record Unreadable(SheetReading.Refused why) implements Outcome {}

        /** Nothing was taken; these are all the reasons, from the top. */
        record Faulty(List<RowFault> faults) implements Outcome {}

        record OutOfReach() implements Outcome {}
    }

    /** What is wrong with one cell. */
    public record RowFault(int row, String column, int place, String key, List<String> arguments) {

        RowFault(int row, SheetColumn column, String key) {
            this(row, column, key, List.of());
        }

        RowFault(int row, SheetColumn column, String key, List<String> arguments) {
            this(row, column.key(), column.place(), key, arguments);
        }

        public RowFault(int row, String column, int place, String key) {
            this(row, column, place, key, List.of());
        }

        /** The same, where a file has the column. */
        RowFault at(int otherPlace) {
            return new RowFault(row, column, otherPlace, key, arguments);
        }

        /** As the spreadsheet program shows it: {@code C7}. */
        public String cell() {
            return Cell.address(row, place);
        }

        public String text(Texts t) {
            return t.of(key, arguments.toArray());
        }
    }

    private final Markets rights;
    private final MarketStore markets;
    private final StallStore stalls;
    private final TraderStore traders;
    private final ContractStore contracts;
    private final AcceptanceStore acceptances;
    private final Acceptances marks;
    private final AccountsOfMarket accounts;
    private final TraderSeal seal;
    private final Banks banks;
    private final MarketFacts facts;
    private final AccessLog log;
    private final InstantSource clock;
    private final List<Texts> languages;

    Imports(
            Markets rights,
            MarketStore markets,
            StallStore stalls,
            TraderStore traders,
            ContractStore contracts,
            AcceptanceStore acceptances,
            Acceptances marks,
            AccountsOfMarket accounts,
            TraderSeal seal,
            Banks banks,
            MarketFacts facts,
            AccessLog log,
            InstantSource clock,
            MessageSource messages) {
        this.rights = rights;
        this.markets = markets;
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
        this.languages = List.of(new Texts(messages, Locale.of("vi")), new Texts(messages, Locale.ENGLISH));
    }

    @Transactional
    public Outcome take(Actor actor, Market market, InputStream file) throws IOException {
        if (!rights.mayManage(actor, market)) return new Outcome.OutOfReach();
        return switch (Spreadsheets.read(file, LIMITS)) {
            case SheetReading.Refused why when why.rest() != null -> take(actor, market, why.rest(), why.cells());
            case SheetReading.Refused why -> new Outcome.Unreadable(why);
            case SheetReading.Sheet sheet -> take(actor, market, sheet, List.of());
        };
    }

    /** @param bad cells that cannot be read: with any, nothing is taken and all that is wrong is told */
    private Outcome take(Actor actor, Market market, SheetReading.Sheet file, List<SheetReading.BadCell> bad) {
        var layout = new SheetLayout(file.rows(), languages);
        // under other titles every cell would be wrong, or worse, would not
        if (!layout.faults().isEmpty()) return new Outcome.Faulty(List.copyOf(layout.faults()));
        markets.lock(market.id());
        LocalDate today = Ground.day(clock.instant());
        var sheet = new MarketSheet(layout, bins(today), seal, today);
        List<SheetRow> rows = sheet.read(file.rows());
        var plan = new MarketPlan(there(market, rows, today), seal, today, clock);
        plan.add(rows);
        var faults = new ArrayList<>(sheet.faults());
        faults.addAll(plan.faults);
        Map<String, Integer> numbers = Map.of();
        Map<String, String> labels = new HashMap<>();
        // an account is opened only for rows that are sound in all else
        if (faults.isEmpty() && bad.isEmpty() && !plan.ways.isEmpty())
            switch (accounts.open(
                    actor,
                    market,
                    ReceivingAccount.Purpose.OWNER,
                    plan.ways.stream().map(MarketPlan.Way::account).toList())) {
                case AccountsOfMarket.Opened.Numbers opened -> {
                    numbers = opened.byKey();
                    opened.banks().forEach((bin, bank) -> labels.put(bin, bank.name()));
                }
                case AccountsOfMarket.Opened.Refused(var wrong) -> faults.addAll(faults(plan, wrong));
            }
        if (rows.isEmpty() && faults.isEmpty() && bad.isEmpty())
            faults.add(new RowFault(2, SheetColumn.ZONE, "market.sheet.empty"));
        if (!faults.isEmpty() || !bad.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            faults.replaceAll(layout::placed);
            for (SheetReading.BadCell cell : bad) {
                faults.removeIf(fault -> fault.cell().equals(cell.address()));
                faults.add(layout.fault(cell));
            }
            faults.sort(Comparator.comparingInt(RowFault::row).thenComparingInt(RowFault::place));
            return new Outcome.Faulty(List.copyOf(faults));
        }
        return write(actor, market, plan, numbers, labels);
    }

    private Outcome write(
            Actor actor, Market market, MarketPlan plan, Map<String, Integer> numbers, Map<String, String> labels) {
        UUID id = market.id();
        if (!plan.newZones.isEmpty()) markets.insertZones(id, plan.newZones);
        if (!plan.newStalls.isEmpty()) stalls.insert(id, plan.newStalls);
        if (!plan.changedStalls.isEmpty()) stalls.update(id, plan.changedStalls);
        if (!plan.newTraders.isEmpty()) traders.insert(id, plan.newTraders);
        if (!plan.changedTraders.isEmpty()) traders.update(id, plan.changedTraders);
        if (!plan.newContracts.isEmpty()) contracts.insert(id, plan.newContracts);
        facts.joined(
                market, plan.newTraders.stream().map(TraderStore.Kept::trader).toList());

        List<Acceptance> before = acceptances.open(id);
        Set<List<Object>> known = new HashSet<>();
        before.forEach(a -> {
            if (a.account() != null) known.add(List.of(a.stall(), a.account()));
        });
        var fresh = new ArrayList<Acceptance>();
        for (MarketPlan.Way way : plan.ways) {
            AccountsOfMarket.Draft account = way.account();
            Integer number = Objects.requireNonNull(numbers.get(account.key()));
            if (!known.add(List.of(way.stall(), number))) continue;
            fresh.add(new Acceptance(
                    id,
                    Ids.next(clock),
                    way.stall(),
                    way.trader(),
                    Acceptance.Kind.VIETQR,
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
                markets.zones(market.id()),
                stalls.all(market.id()),
                known,
                seal.phones(known),
                contracts.inForce(market.id(), first));
    }

    private static List<RowFault> faults(MarketPlan plan, List<AccountsOfMarket.Wrong> wrong) {
        var faults = new ArrayList<RowFault>();
        for (MarketPlan.Way way : plan.ways)
            wrong.stream()
                    .filter(one -> one.draft().equals(way.account()))
                    .findFirst()
                    .ifPresent(one -> faults.add(new RowFault(
                            way.row().row(), SheetColumn.ACCOUNT, one.flaw().key())));
        return faults;
    }

    /** By number and by searched name; of several numbers of a name the one of NAPAS's range. */
    private Map<String, String> bins(LocalDate today) {
        var bins = new HashMap<String, String>();
        for (Bank bank : banks.on(today)) {
            bins.put(bank.bin(), bank.bin());
            bins.merge(Traders.sought(bank.name()), bank.bin(), (one, other) -> one.startsWith("9704") ? one : other);
        }
        return bins;
    }
}
