package vn.thucchat.foundation.money.formats;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bank's reference for a movement, for example {@code FT26223.0001}. Banks use one anew, some each day: a reference
 * tells movements apart only together with the booking day, the amount and the direction.
 */
public final class BankReference {

    /** Without a digit other than 0 nothing is counted: {@code NONREF}, {@code NOTPROVIDED}, {@code N/A}, {@code 000}. */
    private static final Pattern COUNTED = Pattern.compile("[1-9]");

    /** Names of payment systems and of kinds of transfers that end in digits, which banks put where a reference belongs. */
    private static final Set<String> SYSTEMS =
            Set.of("247", "24/7", "NAPAS247", "NAPAS 247", "IBFT247", "IBFT 24/7", "FT247", "CK247", "ISO20022");

    /** A repeat within one statement file, as its reader marks it: {@code FT1#2}. */
    private static final Pattern REPEAT = Pattern.compile("#[0-9]+$");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    /** Only spreadsheet programs write a number so: {@code 1.23457E+15}. */
    private static final Pattern EXPONENT = Pattern.compile("[0-9](?:[.,][0-9]+)?[Ee]\\+[0-9]{2,3}");

    private BankReference() {}

    /**
     * Reads a reference as it is kept and compared, in capitals: a bank's channels differ in the case of the letters.
     *
     * @return null for a placeholder, which stands for no movement in particular
     */
    public static @Nullable String of(@Nullable String stated) {
        if (stated == null) return null;
        String reference = normal(stated.strip());
        return COUNTED.matcher(reference).find() && !SYSTEMS.contains(reference) ? reference : null;
    }

    /** A stated reference in capitals. */
    static String normal(String stated) {
        return stated.toUpperCase(Locale.ROOT);
    }

    /** Tells whether a spreadsheet program has cut the last digits of a reference off. */
    static boolean cut(String stated) {
        return EXPONENT.matcher(stated).matches();
    }

    /**
     * What a spreadsheet program keeps of a reference that it takes for a number: {@code 123} of {@code 000123},
     * {@code 5245.9} of {@code 5245.90}. Two references of one number may be one, or two: a bank may give both.
     *
     * @return null where it is no number
     */
    public static @Nullable String asNumber(String reference) {
        return NUMBER.matcher(reference).matches()
                ? new BigDecimal(reference).stripTrailingZeros().toPlainString()
                : null;
    }

    /** Takes off the mark of a repeat. */
    public static @Nullable String base(@Nullable String reference) {
        return reference == null ? null : REPEAT.matcher(reference).replaceFirst("");
    }
}
