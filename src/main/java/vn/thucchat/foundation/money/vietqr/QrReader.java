package vn.thucchat.foundation.money.vietqr;

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
 * of another scheme, or what is wrong and where. What phones read over (a memo too long, lengths in bytes, blanks
 * around) is a warning; who is paid is read even where something else is wrong.
 */
public final class QrReader {

    /** Longer than any code that a phone can read. */
    public static final int LONGEST = 4_300;

    private static final Pattern CHECK_SUM = Pattern.compile("6304([0-9A-Fa-f]{4})$");
    /** Also those that a copied text brings along: no-break and zero-width ones, a byte order mark. */
    private static final Pattern BLANKS =
            Pattern.compile("^[\\s\\p{Z}\\u200B\\u2060\\uFEFF]+|[\\s\\p{Z}\\u200B\\u2060\\uFEFF]+$");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]*)?");
    private static final String MERCHANT = "38";

    private QrReader() {}

    /** @param knownBank whether the bank list has a BIN */
    public static QrCode read(String text, Predicate<String> knownBank) {
        String bare = text.replaceAll("^[\\r\\n]+|[\\r\\n]+$", "");
        String trimmed = BLANKS.matcher(bare).replaceAll("");
        if (trimmed.length() > LONGEST || !trimmed.startsWith("000201"))
            return new QrCode.Invalid(false, List.of(new QrFault("00", QrFault.Reason.NOT_EMV)));
        var sum = CHECK_SUM.matcher(trimmed);
        if (!sum.find()) return new QrCode.Invalid(false, List.of(new QrFault("63", QrFault.Reason.NO_CHECK_SUM)));
        var faults = new ArrayList<QrFault>();
        var style = new ArrayList<QrFault>();
        String right = Emv.crc(trimmed.substring(0, trimmed.length() - 4));
        if (!right.equalsIgnoreCase(sum.group(1))) faults.add(new QrFault("63", QrFault.Reason.CHECK_SUM));
        else if (!right.equals(sum.group(1))) style.add(new QrFault("63", QrFault.Reason.SMALL_CHECK_SUM));
        if (trimmed.length() < bare.length()) style.add(new QrFault("", QrFault.Reason.BLANKS));
        QrCode read = read(trimmed, new ArrayList<>(faults), new ArrayList<>(style), knownBank, false);
        // some count the bytes of a Vietnamese letter instead of the letter
        if (ASCII.matcher(trimmed).matches() || whole(read)) return read;
        style.add(new QrFault("", QrFault.Reason.LENGTH_IN_BYTES));
        QrCode byBytes = read(Emv.bytes(trimmed), faults, style, knownBank, true);
        return whole(byBytes) || (read.payee() == null && byBytes.payee() != null) ? byBytes : read;
    }

    private static QrCode read(
            String text, List<QrFault> faults, List<QrFault> style, Predicate<String> knownBank, boolean bytes) {
        try {
            return read(items("", text), faults, style, knownBank, bytes);
        } catch (Emv.Broken e) {
            faults.add(e.fault());
            return new QrCode.Invalid(e.fault().at().startsWith(MERCHANT), faults);
        }
    }

    /** Whether it was read without an object that ends elsewhere than it says. */
    private static boolean whole(QrCode code) {
        return switch (code) {
            case QrCode.VietQr read -> read.warnings().stream().noneMatch(QrReader::structure);
            case QrCode.OtherScheme read -> read.warnings().stream().noneMatch(QrReader::structure);
            case QrCode.Invalid invalid -> invalid.faults().stream().noneMatch(QrReader::structure);
        };
    }

    private static boolean structure(QrFault fault) {
        return switch (fault.reason()) {
            case ID, LENGTH, OVERRUN, TRAILING, TWICE, MISSING -> true;
            default -> false;
        };
    }

    private static QrCode read(
            Map<String, String> root,
            List<QrFault> faults,
            List<QrFault> style,
            Predicate<String> knownBank,
            boolean bytes)
            throws Emv.Broken {
        QrForms.check(root, faults, style);
        if (!faults.isEmpty() && !root.containsKey(MERCHANT)) return new QrCode.Invalid(false, faults);
        Map<String, String> merchant = root.containsKey(MERCHANT) ? template(MERCHANT, root) : Map.of();
        if (!QrWriter.NAPAS.equalsIgnoreCase(merchant.get("00")))
            return faults.isEmpty() ? other(root, style, bytes) : new QrCode.Invalid(false, faults);
        Map<String, String> account = merchant.containsKey("01") ? items("38/01", merchant.get("01")) : Map.of();
        Map<String, String> notes = QrForms.readable("62", root, style);

        String initiation = root.getOrDefault("01", "");
        QrForms.require(style, "01", initiation, "11|12");
        String bin = account.getOrDefault("00", "").strip();
        QrForms.require(faults, "38/01/00", bin, QrWriter.BIN);
        String written = account.getOrDefault("01", "");
        String number = written.strip();
        if (!number.equals(written)) style.add(new QrFault("38/01/01", QrFault.Reason.BLANKS));
        QrForms.require(faults, "38/01/01", number, "[\\x20-\\x7E]{1,19}");
        QrCode.@Nullable Service service = service(merchant.get("02"), style);
        QrForms.allow(faults, "53", root.get("53"), QrWriter.VND);
        QrForms.allow(style, "58", root.get("58"), "VN");
        @Nullable Long amount = amount(root.get("54"), faults);
        QrCode.@Nullable Payee payee = bin.isEmpty() || number.isEmpty() ? null : new QrCode.Payee(bin, number);
        if (!faults.isEmpty() || payee == null) return new QrCode.Invalid(true, faults, payee);

        boolean dynamic = initiation.equals("12");
        if (!knownBank.test(bin)) style.add(new QrFault("38/01/00", QrFault.Reason.UNKNOWN_BANK));
        if (amount != null && !dynamic) style.add(new QrFault("54", QrFault.Reason.STATIC_WITH_AMOUNT));
        if (amount != null && amount >= QrCode.TRANSFER_LIMIT_VND)
            style.add(new QrFault("54", QrFault.Reason.OVER_LIMIT));
        return new QrCode.VietQr(
                dynamic,
                bin,
                number,
                service,
                amount,
                text(notes.get("08"), bytes),
                text(notes.get("01"), bytes),
                text(root.get("59"), bytes),
                text(root.get("60"), bytes),
                List.copyOf(style));
    }

    private static @Nullable String text(@Nullable String read, boolean bytes) {
        return read != null && bytes ? Emv.letters(read) : read;
    }

    private static QrCode other(Map<String, String> root, List<QrFault> style, boolean bytes) {
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
                "12".equals(root.get("01")),
                guid,
                root.get("54"),
                root.get("53"),
                text(root.get("59"), bytes),
                List.copyOf(style));
    }

    private static QrCode.@Nullable Service service(@Nullable String code, List<QrFault> style) {
        if (code == null) return null;
        for (var service : QrCode.Service.values()) if (service.name().equals(code)) return service;
        style.add(new QrFault("38/02", QrFault.Reason.FORM));
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
