package vn.thucchat.steering.indicators.reports.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import vn.thucchat.foundation.pages.Multiline;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reports.ReportOrder;

/**
 * The order of a report as a person types it.
 *
 * @param id made when the form was shown, so that sending it twice counts once
 */
record ReportForm(
        @NotNull(message = "form.mismatch") UUID id,
        @NotNull(message = "form.choose") UnitCode unit,
        @NotNull(message = "form.choose") Period period,
        String superior,
        String agency,
        String number,
        String place,
        @NotNull(message = "form.day") LocalDate date,
        String addressee,
        @Multiline String recipients,
        String authority,
        String position,
        String signer,
        @Multiline String opening,
        @Multiline String closing,
        boolean demonstration,
        boolean explanations) {

    ReportOrder order() {
        return new ReportOrder(
                unit,
                period,
                superior,
                agency,
                number,
                place,
                date,
                addressee,
                recipients
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                authority,
                position,
                signer,
                opening,
                closing,
                demonstration,
                explanations);
    }
}
