package vn.thucchat.economy.market.traders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.StallNumber;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.sheets.CellValue;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Reads the rows of a market's spreadsheet, each by itself. */
final class MarketSheet {

    private static final BigDecimal MOST_RENT = BigDecimal.valueOf(Contracts.MOST_VND);
    private final SheetImport<SheetColumn> sheet;
    private final Map<String, String> bins;
    private final TraderSeal seal;
    private final LocalDate today;

    /** @param bins of the banks by their searched names and by themselves */
    MarketSheet(SheetImport<SheetColumn> sheet, Map<String, String> bins, TraderSeal seal, LocalDate today) {
        this.sheet = sheet;
        this.bins = bins;
        this.seal = seal;
        this.today = today;
    }

    /** The rows that can be understood; what is wrong with the others is among the errors of the sheet. */
    List<SheetRow> read() {
        var read = new ArrayList<SheetRow>();
        for (SheetImport<SheetColumn>.Row row : sheet.rows()) read(row).ifPresent(read::add);
        return read;
    }

    private Optional<SheetRow> read(SheetImport<SheetColumn>.Row row) {
        String zone = row.text(SheetColumn.ZONE, 60, "market.zone.fault");
        String number = StallNumber.read(row.text(SheetColumn.NUMBER)).orElse("");
        if (number.isEmpty()) row.error(SheetColumn.NUMBER, "market.number.fault");
        BigDecimal area =
                row.read(SheetColumn.AREA, cell -> CellValue.decimal(cell).filter(Stalls::area, "market.area.fault"));
        String goods = row.text(SheetColumn.GOODS);
        if (goods.length() > 120) row.error(SheetColumn.GOODS, "market.goods.fault");
        SheetRow.Person trader = person(row);
        long rent = rent(row);
        AccountsOfMarket.Draft account = account(row);
        if (trader == null && account != null) row.error(SheetColumn.NAME, "market.sheet.account-of-nobody");
        return row.wrong()
                ? Optional.empty()
                : Optional.of(new SheetRow(row.number(), zone, number, area, goods, trader, rent, account));
    }

    private SheetRow.@Nullable Person person(SheetImport<SheetColumn>.Row row) {
        boolean any = false;
        for (SheetColumn column :
                List.of(SheetColumn.NAME, SheetColumn.TAX, SheetColumn.PERSONAL, SheetColumn.PHONE, SheetColumn.RENT))
            any |= row.has(column);
        if (!any) return null;
        Trader.Kind kind = row.has(SheetColumn.KIND)
                ? row.choice(
                        SheetColumn.KIND,
                        List.of(Trader.Kind.values()),
                        of -> "market.trader.kind." + of,
                        "market.trader.kind.fault")
                : Trader.Kind.HOUSEHOLD;
        LocalDate joined = row.has(SheetColumn.JOINED)
                ? row.read(
                        SheetColumn.JOINED,
                        cell -> CellValue.day(cell).filter(on -> !on.isAfter(today), "market.future.fault"))
                : today;
        var flaws = new ArrayList<FieldError>();
        String name = row.text(SheetColumn.NAME);
        var draft = new Traders.Draft(
                Trader.Kind.PERSON,
                name,
                row.code(SheetColumn.TAX),
                row.code(SheetColumn.PERSONAL),
                row.code(SheetColumn.PHONE),
                today,
                "");
        var read = TraderReading.of(draft, flaws);
        for (FieldError flaw : flaws)
            row.error(
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

    private static long rent(SheetImport<SheetColumn>.Row row) {
        BigDecimal rent = row.read(
                SheetColumn.RENT,
                cell -> CellValue.whole(cell)
                        .filter(vnd -> vnd.signum() >= 0 && vnd.compareTo(MOST_RENT) <= 0, "market.rent.fault"));
        return rent == null ? 0 : rent.longValue();
    }

    private AccountsOfMarket.@Nullable Draft account(SheetImport<SheetColumn>.Row row) {
        if (!row.has(SheetColumn.BANK) && !row.has(SheetColumn.ACCOUNT)) return null;
        String bin = bins.get(NameSearchKey.of(row.text(SheetColumn.BANK)));
        if (bin == null) row.error(SheetColumn.BANK, "market.sheet.bank.none");
        String account = row.code(SheetColumn.ACCOUNT).replaceAll("[\\s.-]", "");
        // where the cell itself cannot be taken, that is told first
        if (!account.matches("[0-9A-Za-z]{1,19}")) row.error(SheetColumn.ACCOUNT, "market.account.fault");
        String holder = row.text(SheetColumn.HOLDER, 120, "market.holder.fault");
        return bin == null ? null : new AccountsOfMarket.Draft(bin, account, holder);
    }
}
