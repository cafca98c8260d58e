package vn.thucchat.foundation.registers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.thucchat.foundation.identity.people.PersonNumber;

/**
 * The code of a household or business: a tax code ({@code 4600000016}, of a branch {@code 4600000016-001}), the number of a
 * household business ({@code 17A8001234}) or of a residence file.
 *
 * @param text without blanks and dots, in capitals
 */
record SubjectCode(String text) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s.]");
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z][0-9A-Z-]{4,29}");
    private static final Pattern BRANCH = Pattern.compile("([0-9]{10})([0-9]{3})");

    /** Reads what was typed; empty where it is no such code. */
    static Optional<SubjectCode> read(String typed) {
        if (typed.length() > 60) return Optional.empty();
        String text = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        var branch = BRANCH.matcher(text);
        if (branch.matches()) text = branch.group(1) + "-" + branch.group(2);
        return SHAPE.matcher(text).matches() ? Optional.of(new SubjectCode(text)) : Optional.empty();
    }

    /** As pages show it: twelve digits may be the number of the owner, of which the middle is shown to nobody. */
    String shown() {
        return PersonNumber.read(text)
                .filter(PersonNumber::personal)
                .map(PersonNumber::masked)
                .orElse(text);
    }

    /** Masked too, so that it gets into no log. */
    @Override
    public String toString() {
        return shown();
    }
}
