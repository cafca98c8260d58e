package vn.thucchat.foundation.notify.announcements.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import vn.thucchat.foundation.notify.announcements.AnnouncementRules;

/** Limits as an administrator enters them. */
record AnnouncementRuleForm(
        @NotNull(message = "form.day") LocalDate validFrom,

        @NotNull(message = "announcement.rules.fault")
        @Min(value = 0, message = "announcement.rules.fault")
        @Max(value = 100, message = "announcement.rules.fault")
        Integer dailyLimit,

        @NotNull(message = "announcement.rules.fault")
        @Min(value = 0, message = "announcement.rules.fault")
        @Max(value = 100, message = "announcement.rules.fault")
        Integer marginPercent,

        @Size(min = 3, max = 200, message = "announcement.rules.document.fault")
        String document) {

    AnnouncementRules.Rule rule() {
        return new AnnouncementRules.Rule(validFrom, dailyLimit, marginPercent, document);
    }
}
