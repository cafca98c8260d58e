package vn.thucchat.steering.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.ReportOrder;

/**
 * What was typed when ordering a report, as it was typed.
 *
 * @param id made when the form was shown, so that sending it twice counts once
 */
public record ReportForm(
        String id,
        String unit,
        String period,
        String superior,
        String agency,
        String number,
        String place,
        String date,
        String addressee,
        String recipients,
        String authority,
        String position,
        String signer,
        String opening,
        String closing,
        boolean demonstration,
        boolean explanations) {

    static ReportForm of(HttpServletRequest request) {
        return new ReportForm(
                line(request, "id"),
                line(request, "unit"),
                line(request, "period"),
                line(request, "superior"),
                line(request, "agency"),
                line(request, "number"),
                line(request, "place"),
                line(request, "date"),
                line(request, "addressee"),
                text(request, "recipients"),
                line(request, "authority"),
                line(request, "position"),
                line(request, "signer"),
                text(request, "opening"),
                text(request, "closing"),
                "true".equals(request.getParameter("demonstration")),
                "true".equals(request.getParameter("explanations")));
    }

    /** A new form, for the same order when {@code this} was sent before. */
    ReportForm withId(UUID newId) {
        return new ReportForm(
                newId.toString(),
                unit,
                period,
                superior,
                agency,
                number,
                place,
                date,
                addressee,
                recipients,
                authority,
                position,
                signer,
                opening,
                closing,
                demonstration,
                explanations);
    }

    /** The order, once unit, period and date were understood. */
    ReportOrder order(UnitCode of, Period in, LocalDate dated) {
        return new ReportOrder(
                of,
                in,
                superior,
                agency,
                number,
                place,
                dated,
                addressee,
                List.copyOf(recipients
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()),
                authority,
                position,
                signer,
                opening,
                closing,
                demonstration,
                explanations);
    }

    private static String line(HttpServletRequest request, String name) {
        return text(request, name).replaceAll("\\s+", " ");
    }

    /** Without what cannot be seen: it would only spoil the paper. */
    private static String text(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        return typed == null
                ? ""
                : typed.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }
}
