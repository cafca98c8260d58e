package vn.thucchat.economy.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.papers.Cell;
import vn.thucchat.foundation.papers.SheetReading;
import vn.thucchat.foundation.papers.VietnameseNumbers;

/** Understands the rows of a market's spreadsheet, each by itself; gathers all that is wrong with them. */
final class MarketSheet {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
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
        BigDecimal area = amount(cells, SheetColumn.AREA).orElse(null);
        if (cells.containsKey(SheetColumn.AREA) && (area == null || !Stalls.area(area)))
            fault(row, SheetColumn.AREA, "market.area.fault");
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
        LocalDate joined = cells.containsKey(SheetColumn.JOINED) ? day(cells.get(SheetColumn.JOINED)) : today;
        if (joined == null) fault(row, SheetColumn.JOINED, "market.sheet.day");
        else if (joined.isAfter(today)) fault(row, SheetColumn.JOINED, "market.future.fault");
        var flaws = new ArrayList<Change.Flaw>();
        String name = text(cells, SheetColumn.NAME);
        var draft = new Traders.Draft(
                Trader.Kind.PERSON,
                name,
                digits(cells, SheetColumn.TAX, 10),
                digits(cells, SheetColumn.PERSONAL, 12),
                digits(cells, SheetColumn.PHONE, 10),
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
        if (!cells.containsKey(SheetColumn.RENT)) return 0;
        BigDecimal rent = amount(cells, SheetColumn.RENT).orElse(BigDecimal.ONE.negate());
        if (rent.signum() >= 0
                && rent.compareTo(BigDecimal.valueOf(Contracts.MOST_VND)) <= 0
                && rent.stripTrailingZeros().scale() <= 0) return rent.longValue();
        fault(row, SheetColumn.RENT, "market.rent.fault");
        return 0;
    }

    private AccountsOfMarket.@Nullable Draft account(SheetReading.Row row, Map<SheetColumn, Cell> cells) {
        if (!cells.containsKey(SheetColumn.BANK) && !cells.containsKey(SheetColumn.ACCOUNT)) return null;
        String bin = bins.get(Traders.sought(text(cells, SheetColumn.BANK)));
        if (bin == null) fault(row, SheetColumn.BANK, "market.sheet.bank.none");
        if (cells.get(SheetColumn.ACCOUNT) instanceof Cell.Numeral numeral
                && numeral.value().precision() > 15) {
            fault(row, SheetColumn.ACCOUNT, "market.sheet.too-long");
            return null;
        }
        String account = text(cells, SheetColumn.ACCOUNT).replaceAll("[\\s.-]", "");
        if (!account.matches("[0-9A-Za-z]{1,19}")) fault(row, SheetColumn.ACCOUNT, "market.account.fault");
        String holder = text(cells, SheetColumn.HOLDER);
        if (holder.isEmpty() || holder.length() > 120) fault(row, SheetColumn.HOLDER, "market.holder.fault");
        return bin == null ? null : new AccountsOfMarket.Draft(bin, account, holder);
    }

    private void fault(SheetReading.Row row, SheetColumn column, String key) {
        faults.add(new Imports.RowFault(row.number(), column, key));
    }

    /** Digits that a spreadsheet took for a number have lost their zero at the front. */
    private static String digits(Map<SheetColumn, Cell> cells, SheetColumn column, int length) {
        String text = text(cells, column);
        return cells.get(column) instanceof Cell.Numeral && text.length() == length - 1 ? "0" + text : text;
    }

    private static Optional<BigDecimal> amount(Map<SheetColumn, Cell> cells, SheetColumn column) {
        return switch (cells.get(column)) {
            case Cell.Numeral numeral -> Optional.of(numeral.value());
            case Cell.Text text -> VietnameseNumbers.parse(text.text());
            case null, default -> Optional.empty();
        };
    }

    private static @Nullable LocalDate day(@Nullable Cell cell) {
        return switch (cell) {
            case Cell.Day day -> day.day();
            case Cell.Text text -> day(text.text());
            case null, default -> null;
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text, DAY) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(Map<SheetColumn, Cell> cells, SheetColumn column) {
        return switch (cells.get(column)) {
            case Cell.Text text -> text.text();
            case Cell.Numeral numeral -> numeral.value().stripTrailingZeros().toPlainString();
            case Cell.Day day -> day.day().toString();
            case Cell.Moment moment -> moment.moment().toString();
            case Cell.Truth truth -> Boolean.toString(truth.value());
            case null -> "";
        };
    }
}
