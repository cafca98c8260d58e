package vn.thucchat.steering.indicators.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * What an office asks for when it has a report built: whose figures of which period, and what stands around them on an
 * administrative paper (Decree 30/2020/NĐ-CP, appendix I). Texts that may be left out are empty.
 *
 * @param number number and sign, with room left where a person writes: {@code /BC-BCĐ}
 * @param recipients who gets it, a line each
 * @param authority on whose behalf it is signed, or empty
 * @param signer the signer's name, or empty where it is left open
 * @param demonstration whether demonstration figures may stand in for real ones that are missing
 * @param explanations whether answered explanations are printed; they are otherwise not public
 */
public record ReportOrder(
        UnitCode unit,
        Period period,
        String superior,
        String agency,
        String number,
        String place,
        LocalDate date,
        String addressee,
        List<String> recipients,
        String authority,
        String position,
        String signer,
        String opening,
        String closing,
        boolean demonstration,
        boolean explanations) {

    private static final int RECIPIENTS = 30;

    public ReportOrder {
        recipients = List.copyOf(recipients);
    }

    /** Everything that is wrong with it, at once. */
    public List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        length("superior", superior, 0, 200, faults);
        length("agency", agency, 1, 200, faults);
        length("number", number, 1, 60, faults);
        length("place", place, 1, 100, faults);
        length("addressee", addressee, 0, 300, faults);
        length("authority", authority, 0, 200, faults);
        length("position", position, 1, 200, faults);
        length("signer", signer, 0, 100, faults);
        length("opening", opening, 0, 4000, faults);
        length("closing", closing, 0, 4000, faults);
        if (recipients.size() > RECIPIENTS)
            faults.add(new FieldError("recipients", "report.recipients.many", List.of(Integer.toString(RECIPIENTS))));
        if (recipients.stream().anyMatch(line -> line.length() > 200))
            faults.add(new FieldError("recipients", "text.too-long", List.of("200")));
        return faults;
    }

    private static void length(String field, String text, int least, int most, List<FieldError> faults) {
        if (text.length() > most) faults.add(new FieldError(field, "text.too-long", List.of(Integer.toString(most))));
        else if (text.length() < least) faults.add(new FieldError(field, "report.missing"));
    }
}
