package vn.thucchat.economy.market.revenue.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import vn.thucchat.economy.market.revenue.RevenueRule;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.vietnamese.Vnd;

/** What an administrator states of the tax rules. */
record RevenueRuleForm(
        @NotNull(message = "revenue.rules.from.fault") LocalDate from,

        @Vnd
        @NotNull(message = "revenue.rules.threshold.fault")
        @Min(value = 1, message = "revenue.rules.threshold.fault")
        @Max(value = 1_000_000_000_000L, message = "revenue.rules.threshold.fault")
        Long threshold,

        @NotNull(message = "revenue.rules.notice.fault")
        @Min(value = 1, message = "revenue.rules.notice.fault")
        @Max(value = 12, message = "revenue.rules.notice.fault")
        Integer noticeMonth,

        @NotNull(message = "revenue.rules.notice.fault")
        @Min(value = 1, message = "revenue.rules.notice.fault")
        @Max(value = 31, message = "revenue.rules.notice.fault")
        Integer noticeDay,

        @Size(min = 1, max = 120, message = "calendar.document.fault")
        String document,

        @Size(min = 1, max = 300, message = "calendar.source.fault")
        String source) {

    RevenueRule rule() {
        return new RevenueRule(
                from, threshold, noticeMonth, noticeDay, document, source, SourceDocument.Checked.READ, false);
    }
}
