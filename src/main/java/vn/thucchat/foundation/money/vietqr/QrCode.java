package vn.thucchat.foundation.money.vietqr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the text of a payment QR code says. */
public sealed interface QrCode {

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
        /** Payment to a merchant whose number the acquirer gave. */
        QRPUSH
    }
}
