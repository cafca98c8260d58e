package vn.thucchat.foundation.money.vietqr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** What a VietQR code of ours may say: stricter than what is read from others. */
public final class QrRules {

    /** Banks take less than this at once (NAPAS 247). */
    public static final long TRANSFER_LIMIT_VND = 500_000_000;

    /** Six digits of a bank, or the eight signs of its CITAD code. */
    static final String BIN = "[0-9]{6}|[0-9A-Za-z]{8}";

    private static final long MOST_VND = 9_999_999_999_999L;

    private QrRules() {}

    public static List<QrFault> faults(QrCode.VietQr code) {
        var faults = new ArrayList<QrFault>();
        check(faults, "38/01/00", code.bin().matches(BIN));
        check(faults, "38/01/01", code.account().matches("[0-9A-Za-z]{1," + QrWriter.LONGEST_ACCOUNT + "}"));
        if (code.amountVnd() != null && (code.amountVnd() <= 0 || code.amountVnd() > MOST_VND))
            faults.add(new QrFault("54", QrFault.Reason.AMOUNT));
        check(faults, "59", plain(code.merchantName(), 25));
        check(faults, "60", plain(code.city(), 15));
        check(faults, "62/01", plain(code.billNumber(), QrWriter.LONGEST_NOTE));
        check(faults, "62/08", plain(code.purpose(), QrWriter.LONGEST_NOTE));
        return faults;
    }

    /** As banks pass it on: Vietnamese letters without their marks, no sign but space, no space twice or at an end. */
    public static String memo(String text) {
        return unmarked(text).replaceAll("[^A-Za-z0-9]+", " ").strip();
    }

    /** Vietnamese letters without their marks; everything else as it is. */
    public static String unmarked(String text) {
        return VietnameseText.unmarked(text);
    }

    private static void check(List<QrFault> faults, String at, boolean holds) {
        if (!holds) faults.add(new QrFault(at, QrFault.Reason.FORM));
    }

    private static boolean plain(@Nullable String text, int longest) {
        return text == null || text.matches("[\\x20-\\x7E]{1," + longest + "}");
    }
}
