package vn.thucchat.foundation.identity.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * A person's account.
 *
 * @param username in lower case
 * @param mustChange the password was given by somebody else: a new one is asked for before anything else
 * @param synthetic a demonstration account
 * @param secretNo goes up with each new password; sessions begun under an older one have ended
 * @param version goes up with each change, so that a stale form is noticed
 */
public record Account(
        UUID id,
        String username,
        String name,
        boolean mustChange,
        boolean disabled,
        boolean synthetic,
        int secretNo,
        int version) {

    /** What a list of accounts can be ordered by. */
    public enum Order {
        USERNAME,
        NAME
    }

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    /** The path of the account's page, by which the access log names it. */
    public String path() {
        return "/admin/accounts/" + id;
    }

    /** What was typed as a username in its one form, or nothing when no account can be called so. */
    public static Optional<String> username(String typed) {
        // longer than any username with spaces around it: not worth looking at
        if (typed.length() > 200) return Optional.empty();
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return USERNAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /** What was typed as a person's name in one form of Unicode, or nothing when it cannot be one. */
    static Optional<String> name(String typed) {
        if (typed.length() > 400) return Optional.empty();
        String name = VietnameseText.kept(typed).strip();
        boolean printable = name.codePoints().noneMatch(Account::invisible);
        return printable && !name.isEmpty() && name.codePointCount(0, name.length()) <= 120
                ? Optional.of(name)
                : Optional.empty();
    }

    /** Controls, and what turns the direction of text or joins unseen: a name could look like another with them. */
    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
