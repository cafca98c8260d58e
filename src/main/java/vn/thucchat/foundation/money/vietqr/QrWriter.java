package vn.thucchat.foundation.money.vietqr;

import org.jspecify.annotations.Nullable;

/** Writes VietQR codes: the text that the picture carries (NAPAS, QR switching specification 1.5; EMV QRCPS-MPM 1.1). */
public final class QrWriter {

    static final String NAPAS = "A000000727";
    static final String VND = "704";
    /** The longest memo, bill number and the like. */
    public static final int LONGEST_NOTE = 25;

    public static final int LONGEST_ACCOUNT = 19;

    private QrWriter() {}

    /** @throws IllegalArgumentException for what no bank would read: ask {@link QrRules} first */
    public static String text(QrCode.VietQr code) {
        var faults = QrRules.faults(code);
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
}
