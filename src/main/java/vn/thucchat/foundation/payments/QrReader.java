package vn.thucchat.foundation.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a payment QR code, whoever made it. Whatever is sent, it answers: with a VietQR code, a sound code
 * of another scheme, or what is wrong and where.
 */
public final class QrReader {

    /** Longer than any code that a phone can read. */
    public static final int LONGEST = 4_300;

    private static final Pattern CHECK_SUM = Pattern.compile("6304([0-9A-Fa-f]{4})$");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]*)?");
    private static final String MERCHANT = "38";

    private QrReader() {}

    /** @param knownBank whether the bank list has a BIN */
    public static QrCode read(String text, Predicate<String> knownBank) {
        String trimmed = text.replaceAll("^[\\r\\n]+|[\\r\\n]+$", "");
        if (trimmed.length() > LONGEST || !trimmed.startsWith("000201"))
            return new QrCode.Invalid(false, List.of(new QrFault("00", QrFault.Reason.NOT_EMV)));
        var sum = CHECK_SUM.matcher(trimmed);
        if (!sum.find()) return new QrCode.Invalid(false, List.of(new QrFault("63", QrFault.Reason.NO_CHECK_SUM)));
        var faults = new ArrayList<QrFault>();
        if (!Emv.crc(trimmed.substring(0, trimmed.length() - 4)).equalsIgnoreCase(sum.group(1)))
            faults.add(new QrFault("63", QrFault.Reason.CHECK_SUM));
        try {
            return read(items("", trimmed), faults, knownBank);
        } catch (Emv.Broken e) {
            faults.add(e.fault());
            return new QrCode.Invalid(e.fault().at().startsWith(MERCHANT), faults);
        }
    }

    private static QrCode read(Map<String, String> root, List<QrFault> faults, Predicate<String> knownBank)
            throws Emv.Broken {
        QrForms.check(root, faults);
        if (!faults.isEmpty() && !root.containsKey(MERCHANT)) return new QrCode.Invalid(false, faults);
        Map<String, String> merchant = root.containsKey(MERCHANT) ? template(MERCHANT, root) : Map.of();
        if (!QrWriter.NAPAS.equals(merchant.get("00")))
            return faults.isEmpty() ? other(root) : new QrCode.Invalid(false, faults);
        Map<String, String> account = merchant.containsKey("01") ? items("38/01", merchant.get("01")) : Map.of();
        Map<String, String> notes = root.containsKey("62") ? template("62", root) : Map.of();

        String initiation = root.getOrDefault("01", "");
        QrForms.require(faults, "01", initiation, "11|12");
        String bin = account.getOrDefault("00", "");
        QrForms.require(faults, "38/01/00", bin, QrRules.BIN);
        String number = account.getOrDefault("01", "");
        QrForms.require(faults, "38/01/01", number, "[\\x20-\\x7E]{1,19}");
        QrCode.@Nullable Service service = service(merchant.get("02"), faults);
        QrForms.allow(faults, "53", root.get("53"), QrWriter.VND);
        QrForms.allow(faults, "58", root.get("58"), "VN");
        @Nullable Long amount = amount(root.get("54"), faults);
        if (!faults.isEmpty()) return new QrCode.Invalid(true, faults);

        boolean dynamic = initiation.equals("12");
        var warnings = new ArrayList<QrFault>();
        if (!knownBank.test(bin)) warnings.add(new QrFault("38/01/00", QrFault.Reason.UNKNOWN_BANK));
        if (amount != null && !dynamic) warnings.add(new QrFault("54", QrFault.Reason.STATIC_WITH_AMOUNT));
        if (amount != null && amount >= QrRules.TRANSFER_LIMIT_VND)
            warnings.add(new QrFault("54", QrFault.Reason.OVER_LIMIT));
        return new QrCode.VietQr(
                dynamic,
                bin,
                number,
                service,
                amount,
                notes.get("08"),
                notes.get("01"),
                root.get("59"),
                root.get("60"),
                List.copyOf(warnings));
    }

    private static QrCode other(Map<String, String> root) {
        @Nullable String guid = null;
        for (int id = 26; id <= 51 && guid == null; id++) {
            String template = root.get(Integer.toString(id));
            if (template == null) continue;
            try {
                guid = items("", template).get("00");
            } catch (Emv.Broken e) {
                // its scheme may have a grammar of its own
            }
        }
        return new QrCode.OtherScheme(
                "12".equals(root.get("01")), guid, root.get("54"), root.get("53"), root.get("59"));
    }

    private static QrCode.@Nullable Service service(@Nullable String code, List<QrFault> faults) {
        if (code == null) return null;
        for (var service : QrCode.Service.values()) if (service.name().equals(code)) return service;
        faults.add(new QrFault("38/02", QrFault.Reason.FORM));
        return null;
    }

    /** In đồng, which has no decimals: a point and noughts may follow. */
    private static @Nullable Long amount(@Nullable String text, List<QrFault> faults) {
        if (text == null) return null;
        if (text.length() <= 13 && AMOUNT.matcher(text).matches()) {
            var value = new BigDecimal(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
            if (value.signum() > 0 && value.stripTrailingZeros().scale() <= 0) return value.longValueExact();
        }
        faults.add(new QrFault("54", QrFault.Reason.AMOUNT));
        return null;
    }

    static Map<String, String> template(String id, Map<String, String> root) throws Emv.Broken {
        return items(id, Objects.requireNonNull(root.get(id)));
    }

    static Map<String, String> items(String at, String text) throws Emv.Broken {
        var items = new HashMap<String, String>();
        for (var item : Emv.read(at, text)) items.put(item.id(), item.value());
        return items;
    }
}
