package vn.thucchat.economy.market;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.papers.Cell;
import vn.thucchat.foundation.papers.CellValue;
import vn.thucchat.foundation.papers.Limits;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.SheetReading;
import vn.thucchat.foundation.papers.Spreadsheets;

/** What each stall owes, by a spreadsheet of two columns: stall number and đồng. */
public final class AmountSheet {

    private static final Limits LIMITS = new Limits(5_001, 30, 5_000_000, 50_000_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(Charges.MOST_VND);
    private static final String FAULT = "market.charges.amount.fault";

    /** What a file says. */
    public sealed interface Reading {

        /** @param amountsVnd đồng by stall */
        record Read(Map<UUID, Long> amountsVnd) implements Reading {}

        record Unreadable(SheetReading.Refused why) implements Reading {}

        /** @param cells the address of each, and the key of the message that says what is wrong */
        record Faulty(List<FieldError> cells) implements Reading {}
    }

    private AmountSheet() {}

    public static Reading read(InputStream file, List<Stall> stalls) throws IOException {
        return switch (Spreadsheets.read(file, LIMITS)) {
            case SheetReading.Refused why when why.rest() != null -> read(why.rest(), stalls, why.cells());
            case SheetReading.Refused why -> new Reading.Unreadable(why);
            case SheetReading.Sheet sheet -> read(sheet, stalls, List.of());
        };
    }

    private static Reading read(SheetReading.Sheet sheet, List<Stall> stalls, List<SheetReading.BadCell> bad) {
        var byNumber = new HashMap<String, UUID>();
        stalls.forEach(stall -> byNumber.put(stall.number(), stall.id()));
        var amounts = new HashMap<UUID, Long>();
        var flaws = new ArrayList<FieldError>();
        for (SheetReading.Row row : sheet.rows()) {
            if (row.number() == 1) continue;
            UUID stall = row.cell(0)
                    .flatMap(cell -> StallNumber.read(CellValue.text(cell)))
                    .map(byNumber::get)
                    .orElse(null);
            if (stall == null) flaws.add(new FieldError(Cell.address(row.number(), 0), "market.stall.none"));
            Long amount = vnd(row, flaws);
            if (stall != null && amount != null && amounts.putIfAbsent(stall, amount) != null)
                flaws.add(new FieldError(Cell.address(row.number(), 0), "market.charges.twice"));
        }
        // of a cell that cannot be read, the reason stands for whatever follows from it
        for (SheetReading.BadCell cell : bad) {
            flaws.removeIf(flaw -> flaw.field().equals(cell.address()));
            flaws.add(new FieldError(cell.address(), cell.reason().key(), List.of(cell.address())));
        }
        if (amounts.isEmpty() && flaws.isEmpty()) flaws.add(new FieldError("A2", "import.empty"));
        return flaws.isEmpty() ? new Reading.Read(amounts) : new Reading.Faulty(flaws);
    }

    private static @Nullable Long vnd(SheetReading.Row row, List<FieldError> flaws) {
        Parsed<BigDecimal> amount = row.cell(1)
                .map(CellValue::whole)
                .orElseGet(() -> Parsed.refused(FAULT))
                .filter(vnd -> vnd.signum() > 0 && vnd.compareTo(MOST) <= 0, FAULT);
        if (amount instanceof Parsed.Refused<?> refused) flaws.add(refused.at(Cell.address(row.number(), 1)));
        return amount.value().map(BigDecimal::longValue).orElse(null);
    }
}
