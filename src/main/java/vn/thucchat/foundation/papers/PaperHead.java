package vn.thucchat.foundation.papers;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of an administrative paper, as Decree 30/2020/NĐ-CP, appendix I, orders it; the
 * layout is {@code paper.jte}.
 *
 * @param superior the body above the one that issues, or null when there is none to name
 * @param agency the body that issues
 * @param number number and sign, with room left where a person writes: {@code "      /BC-BCĐ"}
 * @param place where it is issued
 * @param kind {@code BÁO CÁO}; in capitals
 * @param subject what it is about, after the kind
 * @param addressee to whom, or null
 * @param recipients who gets it (Nơi nhận)
 * @param mark a word on every page, such as that the data are for demonstration, or null
 * @param record where the paper can be opened and checked, shown as a QR code, or null
 */
public record PaperHead(
        @Nullable String superior,
        String agency,
        String number,
        String place,
        LocalDate date,
        String kind,
        String subject,
        @Nullable String addressee,
        Signature signature,
        List<String> recipients,
        @Nullable String mark,
        @Nullable URI record) {

    /**
     * @param authority on whose behalf: {@code TM. ỦY BAN NHÂN DÂN}, or null when the signer's own
     * @param position {@code CHỦ TỊCH}
     * @param name the signer, or null where it is left open
     */
    public record Signature(
            @Nullable String authority,
            String position,
            @Nullable String name) {}

    public PaperHead {
        recipients = List.copyOf(recipients);
    }

    /**
     * Lines of about the same length, for a centred heading: {@code BAN CHỈ ĐẠO} and {@code CHUYỂN ĐỔI SỐ} instead of a
     * last line of one word.
     *
     * @param most characters of a line
     */
    public static List<String> lines(String heading, int most) {
        String rest = heading.strip();
        var lines = new ArrayList<String>();
        for (int left = (rest.length() + most - 1) / most; left > 1; left--) {
            int ideal = rest.length() / left;
            int before = rest.lastIndexOf(' ', ideal);
            int after = rest.indexOf(' ', ideal);
            int cut = before < 0 || (after >= 0 && after - ideal < ideal - before) ? after : before;
            if (cut < 0) break;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1).strip();
        }
        lines.add(rest);
        return lines;
    }

    public String title() {
        return kind + " " + subject;
    }

    /** Days below 10 carry a zero (appendix I, part I, section II.4). */
    public String dayOfMonth() {
        return String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
    }

    /** Months 1 and 2 carry a zero, the others not (the same place). */
    public String month() {
        return (date.getMonthValue() < 3 ? "0" : "") + date.getMonthValue();
    }

    public String year() {
        return Integer.toString(date.getYear());
    }
}
