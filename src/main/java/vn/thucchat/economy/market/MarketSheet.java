package vn.thucchat.economy.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.papers.Cell;
import vn.thucchat.foundation.papers.CellValue;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.SheetReading;
import vn.thucchat.foundation.papers.VietnameseDays;

/** Understands the rows of a market's spreadsheet, each by itself; gathers all that is wrong with them. */
final class MarketSheet {

    private static final BigDecimal MOST_RENT = BigDecimal.valueOf(Contracts.MOST_VND);
    private static final Map<String, Trader.Kind> KINDS = Map.of(
            "ca nhan", Trader.Kind.PERSON,
            "person", Trader.Kind.PERSON,
            "ho kinh doanh", Trader.Kind.HOUSEHOLD,
            "household business", Trader.Kind.HOUSEHOLD,
            "household", Trader.Kind.HOUSEHOLD,
            "doanh nghiep", Trader.Kind.COMPANY,
            "company", Trader.Kind.COMPANY);

    private final SheetLayout layout;
    private final Map<String, String> bins;
    private final TraderSeal seal;
    private final LocalDate today;
    private final List<Imports.RowFault> faults = new ArrayList<>();

    /** @param bins of the banks by their searched names and by themselves */
    MarketSheet(SheetLayout layout, Map<String, String> bins, TraderSeal seal, LocalDate today) {
        this.layout = layout;
        this.bins = bins;
        this.seal = seal;
        this.today = today;
    }

    List<Imports.RowFault> faults() {
        return faults;
    }

    /** Without the first, which has the titles. */
    List<SheetRow> read(List<SheetReading.Row> rows) {
        var read = new ArrayList<SheetRow>();
        for (SheetReading.Row row : rows) if (row.number() > 1) read(row).ifPresent(read::add);
        return read;
    }

    private Optional<SheetRow> read(SheetReading.Row row) {
        int before = faults.size();
        Map<SheetColumn, Cell> cells = layout.cells(row);
        String zone = text(cells, SheetColumn.ZONE);
        if (zone.isEmpty() || zone.length() > 60) fault(row, SheetColumn.ZONE, "market.zone.fault");
        String number = StallNumber.read(text(cells, SheetColumn.NUMBER)).orElse("");
        if (number.isEmpty()) fault(row, SheetColumn.NUMBER, "market.number.fault");
        Cell areaTyped = cells.get(SheetColumn.AREA);
        BigDecimal area = areaTyped == null
                ? null
                : take(row, SheetColumn.AREA, CellValue.decimal(areaTyped).filter(Stalls::area, "market.area.fault"));
        String goods = text(cells, SheetColumn.GOODS);
        if (goods.length() > 120) fault(row, SheetColumn.GOODS, "market.goods.fault");
        SheetRow.Person trader = person(row, cells);
        long rent = rent(row, cells);
        AccountsOfMarket.Draft account = account(row, cells);
        if (trader == null && account != null) fault(row, SheetColumn.NAME, "market.sheet.account-of-nobody");
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new SheetRow(row.number(), zone, number, area, goods, trader, rent, account));
    }

    private SheetRow.@Nullable Person person(SheetReading.Row row, Map<SheetColumn, Cell> cells) {
        boolean any = false;
        for (SheetColumn column :
                List.of(SheetColumn.NAME, SheetColumn.TAX, SheetColumn.PERSONAL, SheetColumn.PHONE, SheetColumn.RENT))
            any |= cells.containsKey(column);
        if (!any) return null;
        String kindTyped = text(cells, SheetColumn.KIND);
        Trader.Kind kind = kindTyped.isEmpty() ? Trader.Kind.HOUSEHOLD : KINDS.get(Traders.sought(kindTyped));
        if (kind == null) fault(row, SheetColumn.KIND, "market.trader.kind.fault");
        Cell day = cells.get(SheetColumn.JOINED);
        LocalDate joined = day == null
                ? today
                : take(
                        row,
                        SheetColumn.JOINED,
                        VietnameseDays.of(day).filter(on -> !on.isAfter(today), "market.future.fault"));
        var flaws = new ArrayList<Change.Flaw>();
        String name = text(cells, SheetColumn.NAME);
        var draft = new Traders.Draft(
                Trader.Kind.PERSON,
                name,
                code(row, cells, SheetColumn.TAX),
                code(row, cells, SheetColumn.PERSONAL),
                code(row, cells, SheetColumn.PHONE),
                today,
                "");
        var read = TraderReading.of(draft, flaws);
        for (Change.Flaw flaw : flaws)
            fault(
                    row,
                    switch (flaw.field()) {
                        case "tax" -> SheetColumn.TAX;
                        case "personal" -> SheetColumn.PERSONAL;
                        case "phone" -> SheetColumn.PHONE;
                        default -> SheetColumn.NAME;
                    },
                    flaw.key());
        return kind == null || joined == null
                ? null
                : new SheetRow.Person(kind, name, read, seal.mark(read.personalNumber()), joined);
    }

    private long rent(SheetReading.Row row, Map<SheetColumn, Cell> cells) {
        Cell typed = cells.get(SheetColumn.RENT);
        if (typed == null) return 0;
        BigDecimal rent = take(
                row,
                SheetColumn.RENT,
                CellValue.whole(typed)
                        .filter(vnd -> vnd.signum() >= 0 && vnd.compareTo(MOST_RENT) <= 0, "market.rent.fault"));
        return rent == null ? 0 : rent.longValue();
    }

    private AccountsOfMarket.@Nullable Draft account(SheetReading.Row row, Map<SheetColumn, Cell> cells) {
        if (!cells.containsKey(SheetColumn.BANK) && !cells.containsKey(SheetColumn.ACCOUNT)) return null;
        String bin = bins.get(Traders.sought(text(cells, SheetColumn.BANK)));
        if (bin == null) fault(row, SheetColumn.BANK, "market.sheet.bank.none");
        int before = faults.size();
        String account = code(row, cells, SheetColumn.ACCOUNT).replaceAll("[\\s.-]", "");
        if (faults.size() == before && !account.matches("[0-9A-Za-z]{1,19}"))
            fault(row, SheetColumn.ACCOUNT, "market.account.fault");
        String holder = text(cells, SheetColumn.HOLDER);
        if (holder.isEmpty() || holder.length() > 120) fault(row, SheetColumn.HOLDER, "market.holder.fault");
        return bin == null ? null : new AccountsOfMarket.Draft(bin, account, holder);
    }

    private void fault(SheetReading.Row row, SheetColumn column, String key) {
        faults.add(new Imports.RowFault(row.number(), column, key));
    }

    /** What a cell means, or null and the fault at the cell. */
    private <T> @Nullable T take(SheetReading.Row row, SheetColumn column, Parsed<T> read) {
        if (read instanceof Parsed.Refused<T>(String key, List<String> arguments))
            faults.add(new Imports.RowFault(row.number(), column, key, arguments));
        return read.orNull();
    }

    /** Digits that are a name; empty where there are none, or where they cannot be taken as they stand. */
    private String code(SheetReading.Row row, Map<SheetColumn, Cell> cells, SheetColumn column) {
        Cell typed = cells.get(column);
        String code = typed == null ? null : take(row, column, CellValue.code(typed));
        return code == null ? "" : code;
    }

    private static String text(Map<SheetColumn, Cell> cells, SheetColumn column) {
        return switch (cells.get(column)) {
            case Cell.Text text -> text.text();
            case null -> "";
            case Cell other -> CellValue.text(other);
        };
    }
}
