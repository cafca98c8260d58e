package vn.thucchat.foundation.money.vietqr;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** What the text of a payment QR code says: the picture carries that text. */
public sealed interface QrCode {

    /** Banks take less than this at once (NAPAS 247). */
    long TRANSFER_LIMIT_VND = 500_000_000;

    /** The longest memo, bill number and the like. */
    int LONGEST_NOTE = 25;

    int LONGEST_ACCOUNT = 19;

    /** Reads a text as {@link QrReader} does, whichever bank it names. */
    static QrCode read(String text) {
        return QrReader.read(text, _ -> true);
    }

    /** As banks pass a memo on: Vietnamese letters without their marks, no sign but space, no space twice or at an end. */
    static String memo(String text) {
        return VietnameseText.unmarked(text).replaceAll("[^A-Za-z0-9]+", " ").strip();
    }

    /**
     * A transfer or payment by VietQR (NAPAS, EMVCo merchant-presented).
     *
     * @param dynamic for one use (point of initiation 12), not for many (11)
     * @param bin six digits of the bank that holds the account; eight characters where a CITAD code stands instead
     * @param account account, card or merchant number, at most 19 characters
     * @param amountVnd đồng; null: whoever pays types it
     * @param purpose the memo, at most 25 characters
     */
    record VietQr(
            boolean dynamic,
            String bin,
            String account,
            @Nullable Service service,
            @Nullable Long amountVnd,
            @Nullable String purpose,
            @Nullable String billNumber,
            @Nullable String merchantName,
            @Nullable String city,
            List<QrFault> warnings)
            implements QrCode {

        /** Without what only a reader adds. */
        public static VietQr transfer(
                String bin,
                String account,
                Service service,
                @Nullable Long amountVnd,
                @Nullable String purpose,
                @Nullable String billNumber) {
            return new VietQr(
                    amountVnd != null, bin, account, service, amountVnd, purpose, billNumber, null, null, List.of());
        }

        /** A transfer to an account: of as much as the payer types where no amount is given. */
        public static VietQr transfer(String bin, String account, @Nullable Long amountVnd, @Nullable String purpose) {
            return transfer(bin, account, Service.QRIBFTTA, amountVnd, purpose, null);
        }

        /** The same with a name for the payer to see, at most 25 characters; null: none. */
        public VietQr named(@Nullable String merchant) {
            return new VietQr(dynamic, bin, account, service, amountVnd, purpose, billNumber, merchant, city, warnings);
        }

        /** What a code of ours may not say: stricter than what is read from others. */
        public List<QrFault> faults() {
            return QrWriter.faults(this);
        }

        /**
         * The text of the code.
         *
         * @throws IllegalArgumentException for what no bank would read: ask {@link #faults} first
         */
        public String text() {
            return QrWriter.text(this);
        }
    }

    /**
     * A sound code of somebody else: cards, VNPAY-QR, another country.
     *
     * @param guid of its merchant account, where it has one
     * @param amount as the code writes it, in {@code currency} (ISO 4217, three digits)
     */
    record OtherScheme(
            boolean dynamic,
            @Nullable String guid,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String merchantName,
            List<QrFault> warnings)
            implements QrCode {

        OtherScheme(
                boolean dynamic,
                @Nullable String guid,
                @Nullable String amount,
                @Nullable String currency,
                @Nullable String merchantName) {
            this(dynamic, guid, amount, currency, merchantName, List.of());
        }
    }

    /**
     * @param vietQr it names NAPAS as its scheme, but is broken elsewhere
     * @param payee who would be paid, where that can be read all the same
     */
    record Invalid(
            boolean vietQr, List<QrFault> faults, @Nullable Payee payee) implements QrCode {

        Invalid(boolean vietQr, List<QrFault> faults) {
            this(vietQr, faults, null);
        }
    }

    /** Who is paid: an account of a bank. */
    record Payee(String bin, String account) {}

    /** Who is paid by VietQR, whatever else the code has wrong; null where that cannot be read. */
    default @Nullable Payee payee() {
        return switch (this) {
            case VietQr code -> new Payee(code.bin(), code.account());
            case Invalid invalid -> invalid.payee();
            case OtherScheme _ -> null;
        };
    }

    /** NAPAS's service codes. */
    enum Service {
        /** Transfer to an account. */
        QRIBFTTA,
        /** Transfer to a card. */
        QRIBFTTC,
        /** Payment to a merchant whose number the acquirer gave (VIETQRPay); that number is no account. */
        QRPUSH
    }
}
