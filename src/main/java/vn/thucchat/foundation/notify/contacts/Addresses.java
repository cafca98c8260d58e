package vn.thucchat.foundation.notify.contacts;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thucchat.foundation.notify.channels.AddressKind;

/** Reads addresses as people type them into the one form in which they are kept and compared. */
final class Addresses {

    /** RFC 5321's dot-string at a domain with at least one dot: quoted local parts are used by nobody. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+)");

    private static final int LONGEST = 254;

    private Addresses() {}

    /** Reads an address; empty when it cannot be one. */
    static Optional<String> read(AddressKind kind, String typed) {
        if (typed.length() > LONGEST) return Optional.empty();
        return switch (kind) {
            case EMAIL -> email(typed.strip().toLowerCase(Locale.ROOT));
            case PHONE -> phone(typed);
            // nobody types one
            case BROWSER -> Optional.empty();
        };
    }

    private static Optional<String> email(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1) return Optional.empty();
        try {
            Matcher found = EMAIL.matcher(typed.substring(0, at) + "@" + IDN.toASCII(typed.substring(at + 1)));
            return found.matches() ? Optional.of(found.group()) : Optional.empty();
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    /** A Vietnamese mobile number; spaces, dots and 0 for +84 do not matter. */
    private static Optional<String> phone(String typed) {
        String number = typed.replaceAll("[\\s.()-]", "").replaceFirst("^(\\+84|0084|84(?=[0-9]{9}$))", "0");
        return number.matches("0[35789][0-9]{8}") ? Optional.of("+84" + number.substring(1)) : Optional.empty();
    }
}
