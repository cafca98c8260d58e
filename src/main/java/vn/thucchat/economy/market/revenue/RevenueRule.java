package vn.thucchat.economy.market.revenue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import vn.thucchat.foundation.calendar.SourceDocument.Checked;

/**
 * What the tax rules ask of a household business by its revenue of a year.
 *
 * @param thresholdVnd revenue of a year in đồng above which invoices come from the till; up to it, the revenue is notified
 * @param noticeMonth of the year after, until whose {@code noticeDay} it is notified
 * @param document its kind and number: {@code Nghị định 68/2026/NĐ-CP}
 * @param source where its content was taken from
 * @param checked how far that was compared with its text
 * @param shipped whether it came with a release
 */
public record RevenueRule(
        LocalDate validFrom,
        long thresholdVnd,
        int noticeMonth,
        int noticeDay,
        String document,
        String source,
        Checked checked,
        boolean shipped) {

    /** The last day on which the revenue of a year may be notified. */
    public LocalDate noticeBy(Year year) {
        return MonthDay.of(noticeMonth, noticeDay).atYear(year.getValue() + 1);
    }
}
