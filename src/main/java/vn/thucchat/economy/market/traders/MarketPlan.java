package vn.thucchat.economy.market.traders;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Zone;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Compares the rows of a spreadsheet with what a market has, and says what is to be added and changed. */
final class MarketPlan {

    /**
     * What a market has.
     *
     * @param contracts that hold today or later, or ended since the first day in the spreadsheet
     * @param phones of the traders, opened
     */
    record There(
            Market market,
            List<Zone> zones,
            List<Stall> stalls,
            List<TraderStore.Kept> traders,
            Map<UUID, String> phones,
            List<Contract> contracts) {}

    /** A way to pay that a row asks for. */
    record Way(SheetRow row, UUID stall, UUID trader, LocalDate fromOn, AccountsOfMarket.Draft account) {}

    final List<Zone> newZones = new ArrayList<>();
    final List<Stall> newStalls = new ArrayList<>();
    final List<Stall> changedStalls = new ArrayList<>();
    final List<TraderStore.Kept> newTraders = new ArrayList<>();
    final List<TraderStore.Kept> changedTraders = new ArrayList<>();
    final List<Contract> newContracts = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();

    private final SheetImport<SheetColumn> sheet;
    private final There there;
    private final TraderSeal seal;
    private final LocalDate today;
    private final InstantSource clock;
    private final Map<String, Zone> zones = new LinkedHashMap<>();
    private final Map<String, Stall> stalls = new HashMap<>();
    private final Map<String, TraderStore.Kept> traders = new HashMap<>();
    private final Map<UUID, List<Contract>> contracts = new HashMap<>();
    private final Map<String, SheetRow> seen = new HashMap<>();
    private final Map<UUID, String> phones = new HashMap<>();
    private final Set<UUID> touched = new HashSet<>();

    MarketPlan(SheetImport<SheetColumn> sheet, There there, TraderSeal seal, LocalDate today, InstantSource clock) {
        this.sheet = sheet;
        this.there = there;
        this.seal = seal;
        this.today = today;
        this.clock = clock;
        phones.putAll(there.phones());
        there.zones().forEach(zone -> zones.put(zone.name(), zone));
        there.stalls().forEach(stall -> stalls.put(stall.number(), stall));
        there.contracts()
                .forEach(contract -> contracts
                        .computeIfAbsent(contract.stall(), _ -> new ArrayList<>())
                        .add(contract));
        for (TraderStore.Kept kept : there.traders()) {
            if (kept.mark() != null) traders.put("person " + kept.mark(), kept);
            if (kept.trader().taxCode() != null)
                traders.put("tax " + kept.trader().taxCode(), kept);
            traders.putIfAbsent(
                    called(kept, there.phones().getOrDefault(kept.trader().id(), "")), kept);
        }
    }

    private static String called(TraderStore.Kept kept, String phone) {
        return kept.trader().kind() + " " + NameSearchKey.of(kept.trader().name()) + " " + phone;
    }

    void add(List<SheetRow> rows) {
        for (SheetRow row : rows) add(row);
    }

    private void add(SheetRow row) {
        SheetRow first = seen.putIfAbsent(row.number(), row);
        // a further row of a stall brings a further account of its trader
        if (first != null && (row.account() == null || !same(first, row))) {
            error(row, SheetColumn.NUMBER, "market.sheet.twice");
            return;
        }
        Stall stall = stall(row);
        if (stall == null || row.trader() == null) return;
        TraderStore.Kept trader = trader(row, row.trader());
        if (trader == null || (first == null && !contract(row, row.trader(), stall, trader.trader()))) return;
        if (row.account() != null)
            ways.add(new Way(row, stall.id(), trader.trader().id(), row.trader().joinedOn(), row.account()));
    }

    private void error(SheetRow row, SheetColumn column, String key) {
        sheet.error(row.row(), column, key, List.of());
    }

    private static boolean same(SheetRow one, SheetRow other) {
        return one.zone().equals(other.zone())
                && one.trader() != null
                && other.trader() != null
                && one.trader().identity().equals(other.trader().identity());
    }

    private @Nullable Stall stall(SheetRow row) {
        Zone zone = zones.computeIfAbsent(row.zone(), name -> {
            var fresh = new Zone(there.market().id(), Ids.next(clock), name, 0, 0);
            newZones.add(fresh);
            return fresh;
        });
        Stall before = stalls.get(row.number());
        if (before == null) {
            LocalDate opened = row.trader() == null ? today : row.trader().joinedOn();
            var fresh = new Stall(
                    there.market().id(),
                    Ids.next(clock),
                    zone.id(),
                    zone.name(),
                    row.number(),
                    row.areaM2(),
                    row.goods(),
                    opened,
                    null);
            stalls.put(row.number(), fresh);
            newStalls.add(fresh);
            touched.add(fresh.id());
            return fresh;
        }
        if (before.closedOn() != null) {
            error(row, SheetColumn.NUMBER, "market.stall.is-closed");
            return null;
        }
        var after = new Stall(
                before.market(),
                before.id(),
                zone.id(),
                zone.name(),
                before.number(),
                row.areaM2() == null ? before.areaM2() : row.areaM2(),
                row.goods().isEmpty() ? before.goods() : row.goods(),
                before.openedOn(),
                null);
        boolean sameArea = Objects.equals(plain(before), plain(after));
        boolean same =
                sameArea && before.zone().equals(after.zone()) && before.goods().equals(after.goods());
        if (!same && touched.add(before.id())) changedStalls.add(after);
        return after;
    }

    private static @Nullable String plain(Stall stall) {
        var area = stall.areaM2();
        return area == null ? null : area.stripTrailingZeros().toPlainString();
    }

    private TraderStore.@Nullable Kept trader(SheetRow row, SheetRow.Person person) {
        TraderStore.Kept before = traders.get(person.identity());
        TraderStore.Kept ofTax = person.read().taxCode() == null
                ? null
                : traders.get("tax " + person.read().taxCode());
        if (before == null) before = ofTax;
        if (ofTax != null
                && before != null
                && !ofTax.trader().id().equals(before.trader().id())) {
            error(row, SheetColumn.TAX, "market.trader.taken");
            return null;
        }
        if (before != null
                && before.mark() != null
                && person.mark() != null
                && !before.mark().equals(person.mark())) {
            error(row, SheetColumn.TAX, "market.trader.taken");
            return null;
        }
        UUID id = before == null ? Ids.next(clock) : before.trader().id();
        var fresh = seal.close(
                new Trader(
                        there.market().id(),
                        id,
                        person.kind(),
                        person.name(),
                        person.read().taxCode() == null && before != null
                                ? before.trader().taxCode()
                                : person.read().taxCode(),
                        before == null ? null : before.trader().account(),
                        before == null ? person.joinedOn() : before.trader().joinedOn(),
                        null,
                        there.market().synthetic()),
                person.read());
        if (before == null) {
            newTraders.add(fresh);
            touched.add(id);
            remember(fresh, person);
            return fresh;
        }
        String phone = person.read().phone();
        boolean samePhone = phone == null || phone.equals(phones.get(id));
        boolean same = samePhone
                && fresh.trader().equals(before.trader())
                && (person.mark() == null || person.mark().equals(before.mark()));
        if (same) return before;
        if (!touched.add(id)) {
            error(row, SheetColumn.NAME, "market.sheet.differs");
            return null;
        }
        var changed = new TraderStore.Kept(
                fresh.trader(),
                person.mark() == null ? before.personalNumber() : fresh.personalNumber(),
                person.mark() == null ? before.mark() : fresh.mark(),
                phone == null ? before.phone() : fresh.phone());
        changedTraders.add(changed);
        remember(changed, person);
        return changed;
    }

    private void remember(TraderStore.Kept kept, SheetRow.Person person) {
        String phone = person.read().phone();
        if (phone != null) phones.put(kept.trader().id(), phone);
        traders.put(person.identity(), kept);
        if (kept.trader().taxCode() != null) traders.put("tax " + kept.trader().taxCode(), kept);
    }

    private boolean contract(SheetRow row, SheetRow.Person person, Stall stall, Trader trader) {
        LocalDate from = person.joinedOn();
        for (Contract other : contracts.getOrDefault(stall.id(), List.of())) {
            if (other.toOn() != null && other.toOn().isBefore(today)) {
                if (!other.toOn().isBefore(from)) from = other.toOn().plusDays(1);
                continue;
            }
            if (other.trader().equals(trader.id()) && other.on(today)) {
                if (other.rentVnd() == row.rentVnd()) return true;
                error(row, SheetColumn.RENT, "market.sheet.other-rent");
                return false;
            }
            error(row, SheetColumn.NAME, "market.sheet.rented");
            return false;
        }
        newContracts.add(new Contract(
                there.market().id(),
                Ids.next(clock),
                stall.id(),
                trader.id(),
                trader.name(),
                from,
                null,
                row.rentVnd()));
        return true;
    }
}
