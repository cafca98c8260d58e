package vn.thucchat.foundation.money.vietqr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes VietQR codes: the text that the picture carries (NAPAS, QR switching specification 1.5; EMV QRCPS-MPM 1.1). */
final class QrWriter {

    static final String NAPAS = "A000000727";
    static final String VND = "704";
    /** Six digits of a bank, or the eight signs of its CITAD code. */
    static final String BIN = "[0-9]{6}|[0-9A-Za-z]{8}";

    private static final long MOST_VND = 9_999_999_999_999L;

    private QrWriter() {}

    static String text(QrCode.VietQr code) {
        var faults = faults(code);
        if (!faults.isEmpty()) throw new IllegalArgumentException(faults.toString());
        String account = Emv.item("00", code.bin()) + Emv.item("01", code.account());
        String merchant = Emv.item("00", NAPAS)
                + Emv.item("01", account)
                + (code.service() == null ? "" : Emv.item("02", code.service().name()));
        String notes = item("01", code.billNumber()) + item("08", code.purpose());
        String text = Emv.item("00", "01")
                + Emv.item("01", code.dynamic() ? "12" : "11")
                + Emv.item("38", merchant)
                + Emv.item("53", VND)
                + (code.amountVnd() == null
                        ? ""
                        : Emv.item("54", code.amountVnd().toString()))
                + Emv.item("58", "VN")
                + item("59", code.merchantName())
                + item("60", code.city())
                + item("62", notes.isEmpty() ? null : notes)
                + "6304";
        return text + Emv.crc(text);
    }

    private static String item(String id, @Nullable String value) {
        return value == null ? "" : Emv.item(id, value);
    }

    static List<QrFault> faults(QrCode.VietQr code) {
        var faults = new ArrayList<QrFault>();
        check(faults, "38/01/00", code.bin().matches(BIN));
        check(faults, "38/01/01", code.account().matches("[0-9A-Za-z]{1," + QrCode.LONGEST_ACCOUNT + "}"));
        if (code.amountVnd() != null && (code.amountVnd() <= 0 || code.amountVnd() > MOST_VND))
            faults.add(new QrFault("54", QrFault.Reason.AMOUNT));
        check(faults, "59", plain(code.merchantName(), 25));
        check(faults, "60", plain(code.city(), 15));
        check(faults, "62/01", plain(code.billNumber(), QrCode.LONGEST_NOTE));
        check(faults, "62/08", plain(code.purpose(), QrCode.LONGEST_NOTE));
        return faults;
    }

    private static void check(List<QrFault> faults, String at, boolean holds) {
        if (!holds) faults.add(new QrFault(at, QrFault.Reason.FORM));
    }

    private static boolean plain(@Nullable String text, int longest) {
        return text == null || text.matches("[\\x20-\\x7E]{1," + longest + "}");
    }
}
