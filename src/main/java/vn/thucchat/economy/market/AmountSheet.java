package vn.thucchat.economy.market;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.thucchat.foundation.papers.Cell;
import vn.thucchat.foundation.papers.Limits;
import vn.thucchat.foundation.papers.SheetReading;
import vn.thucchat.foundation.papers.Spreadsheets;
import vn.thucchat.foundation.papers.VietnameseNumbers;

/** What each stall owes, by a spreadsheet of two columns: stall number and đồng. */
public final class AmountSheet {

    private static final Limits LIMITS = new Limits(5_001, 30, 5_000_000, 50_000_000);

    /** What a file says. */
    public sealed interface Reading {

        /** @param amountsVnd đồng by stall */
        record Read(Map<UUID, Long> amountsVnd) implements Reading {}

        record Unreadable(SheetReading.Refused why) implements Reading {}

        /** @param cells the address of each, and the key of the message that says what is wrong */
        record Faulty(List<Change.Flaw> cells) implements Reading {}
    }

    private AmountSheet() {}

    public static Reading read(InputStream file, List<Stall> stalls) throws IOException {
        return switch (Spreadsheets.read(file, LIMITS)) {
            case SheetReading.Refused why -> new Reading.Unreadable(why);
            case SheetReading.Sheet sheet -> read(sheet, stalls);
        };
    }

    private static Reading read(SheetReading.Sheet sheet, List<Stall> stalls) {
        var byNumber = new HashMap<String, UUID>();
        stalls.forEach(stall -> byNumber.put(stall.number(), stall.id()));
        var amounts = new HashMap<UUID, Long>();
        var flaws = new ArrayList<Change.Flaw>();
        for (SheetReading.Row row : sheet.rows()) {
            if (row.number() == 1) continue;
            UUID stall = row.cell(0)
                    .flatMap(AmountSheet::text)
                    .flatMap(StallNumber::read)
                    .map(byNumber::get)
                    .orElse(null);
            if (stall == null) flaws.add(new Change.Flaw(Cell.address(row.number(), 0), "market.stall.none"));
            Long amount = row.cell(1).flatMap(AmountSheet::vnd).orElse(null);
            if (amount == null)
                flaws.add(new Change.Flaw(Cell.address(row.number(), 1), "market.charges.amount.fault"));
            if (stall != null && amount != null && amounts.putIfAbsent(stall, amount) != null)
                flaws.add(new Change.Flaw(Cell.address(row.number(), 0), "market.charges.twice"));
        }
        if (amounts.isEmpty() && flaws.isEmpty()) flaws.add(new Change.Flaw("A2", "market.sheet.empty"));
        return flaws.isEmpty() ? new Reading.Read(amounts) : new Reading.Faulty(flaws);
    }

    private static Optional<String> text(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> Optional.of(text.text());
            case Cell.Numeral numeral -> Optional.of(numeral.value().toPlainString());
            case Cell.Day _, Cell.Moment _, Cell.Truth _ -> Optional.empty();
        };
    }

    private static Optional<Long> vnd(Cell cell) {
        Optional<BigDecimal> value = switch (cell) {
            case Cell.Text text -> VietnameseNumbers.parse(text.text());
            case Cell.Numeral numeral -> Optional.of(numeral.value());
            case Cell.Day _, Cell.Moment _, Cell.Truth _ -> Optional.empty();
        };
        return value.filter(amount -> amount.signum() > 0
                        && amount.compareTo(BigDecimal.valueOf(Charges.MOST_VND)) <= 0
                        && amount.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValue);
    }
}
