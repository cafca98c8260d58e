package vn.thucchat.economy.market.charges;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.StallNumber;
import vn.thucchat.foundation.sheets.CellValue;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetImport;

/** Reads what each stall owes from a spreadsheet: stall number and đồng. */
public final class AmountSheet {

    public static final Limits LIMITS = new Limits(5_001, 30, 5_000_000, 50_000_000);

    private static final BigDecimal MOST = BigDecimal.valueOf(Charges.MOST_VND);
    private static final String FAULT = "market.charges.amount.fault";

    private AmountSheet() {}

    /** Đồng by stall; what is wrong with the rows is among the errors of the sheet. */
    public static Map<UUID, Long> read(SheetImport<AmountColumn> sheet, List<Stall> stalls) {
        var byNumber = new HashMap<String, UUID>();
        stalls.forEach(stall -> byNumber.put(stall.number(), stall.id()));
        var amounts = new HashMap<UUID, Long>();
        for (SheetImport<AmountColumn>.Row row : sheet.rows()) {
            UUID stall = StallNumber.read(row.text(AmountColumn.STALL))
                    .map(byNumber::get)
                    .orElse(null);
            if (stall == null) row.error(AmountColumn.STALL, "market.stall.none");
            Long amount = vnd(row);
            if (stall != null && amount != null && amounts.putIfAbsent(stall, amount) != null)
                row.error(AmountColumn.STALL, "market.charges.twice");
        }
        return amounts;
    }

    private static @Nullable Long vnd(SheetImport<AmountColumn>.Row row) {
        if (!row.has(AmountColumn.AMOUNT)) row.error(AmountColumn.AMOUNT, FAULT);
        BigDecimal amount = row.read(
                AmountColumn.AMOUNT,
                cell -> CellValue.whole(cell).filter(vnd -> vnd.signum() > 0 && vnd.compareTo(MOST) <= 0, FAULT));
        return amount == null ? null : amount.longValue();
    }
}
