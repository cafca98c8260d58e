package vn.thucchat.foundation.money.vietqr;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every payment QR code must have, and the forms of what it may have, whoever made it (EMV QRCPS-MPM 1.1, 4). */
final class QrForms {

    private static final Pattern MERCHANT = Pattern.compile("0[2-9]|[1-4][0-9]|5[01]");
    private static final Pattern TEMPLATE = Pattern.compile("[89][0-9]");
    private static final Pattern OF_A_SYSTEM = Pattern.compile("[5-9][0-9]");
    private static final String AMOUNT = "(?=.*[1-9])(?=.{1,13}$)[0-9]+(\\.[0-9]*)?";
    /** From 00.01 to 99.99. */
    private static final String PERCENT = "(?=.*[1-9])[0-9]{1,2}(\\.[0-9]{1,2})?";
    /** What a buyer's app is asked to add: address, mobile number, e-mail. */
    private static final String ASKED_FOR = "(?!.*(.).*\\1)[AME]{1,3}";

    private QrForms() {}

    /**
     * @param faults for what a code cannot be without
     * @param style for what is read over
     */
    static void check(Map<String, String> root, List<QrFault> faults, List<QrFault> style) {
        if (root.keySet().stream().noneMatch(id -> MERCHANT.matcher(id).matches()))
            faults.add(new QrFault("38", QrFault.Reason.MISSING));
        require(faults, "53", root.getOrDefault("53", ""), "[0-9]{3}");
        require(faults, "58", root.getOrDefault("58", ""), ".{2}");
        allow(style, "52", root.get("52"), "[0-9]{4}");
        tip(root, style);
        upTo(style, "59", root.get("59"), 25);
        upTo(style, "60", root.get("60"), 15);
        upTo(style, "61", root.get("61"), 10);
        notes(readable("62", root, style), style);
        if (root.containsKey("64")) language(readable("64", root, style), style);
        for (String id : root.keySet())
            // some wallets put bare digits here
            if (TEMPLATE.matcher(id).matches()) owned(id, readable(id, root, style), style);
    }

    /** The objects in a template; none, and a word of it, where it is absent or no template. */
    static Map<String, String> readable(String id, Map<String, String> root, List<QrFault> style) {
        if (!root.containsKey(id)) return Map.of();
        try {
            return QrReader.template(id, root);
        } catch (Emv.Broken e) {
            if (!style.contains(e.fault())) style.add(e.fault());
            return Map.of();
        }
    }

    private static void upTo(List<QrFault> style, String at, @Nullable String value, int longest) {
        if (value != null && value.codePointCount(0, value.length()) > longest)
            style.add(new QrFault(at, QrFault.Reason.TOO_LONG));
    }

    static void require(List<QrFault> faults, String at, String value, String form) {
        if (value.isEmpty()) faults.add(new QrFault(at, QrFault.Reason.MISSING));
        else allow(faults, at, value, form);
    }

    static void allow(List<QrFault> faults, String at, @Nullable String value, String form) {
        if (value != null
                && !Pattern.compile(form, Pattern.DOTALL).matcher(value).matches())
            faults.add(new QrFault(at, QrFault.Reason.FORM));
    }

    /** 01: whoever pays says how much; 02: so many đồng; 03: so many per cent. */
    private static void tip(Map<String, String> root, List<QrFault> faults) {
        String kind = root.getOrDefault("55", "01");
        allow(faults, "55", kind, "0[123]");
        if (kind.equals("02")) require(faults, "56", root.getOrDefault("56", ""), AMOUNT);
        if (kind.equals("03")) require(faults, "57", root.getOrDefault("57", ""), PERCENT);
    }

    private static void notes(Map<String, String> notes, List<QrFault> faults) {
        for (int id = 1; id <= 8; id++) upTo(faults, "62/0" + id, notes.get("0" + id), QrCode.LONGEST_NOTE);
        allow(faults, "62/09", notes.get("09"), ASKED_FOR);
        for (var note : notes.entrySet())
            if (OF_A_SYSTEM.matcher(note.getKey()).matches()) {
                String at = "62/" + note.getKey();
                try {
                    owned(at, QrReader.items(at, note.getValue()), faults);
                } catch (Emv.Broken e) {
                    faults.add(e.fault());
                }
            }
    }

    /** A name and a place in another language (ISO 639). */
    private static void language(Map<String, String> names, List<QrFault> faults) {
        require(faults, "64/00", names.getOrDefault("00", ""), "[A-Za-z]{2}");
        require(faults, "64/01", names.getOrDefault("01", ""), ".{1,99}");
        allow(faults, "64/02", names.get("02"), ".{1,15}");
    }

    /** Whoever fills a template with data of their own says who they are. */
    private static void owned(String at, Map<String, String> template, List<QrFault> faults) {
        require(faults, at + "/00", template.getOrDefault("00", ""), ".{1,32}");
    }
}
