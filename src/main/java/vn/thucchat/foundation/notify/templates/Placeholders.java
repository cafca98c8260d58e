package vn.thucchat.foundation.notify.templates;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thucchat.foundation.pages.Result;

/** Variables of a text: {@code {0}}, {@code {1}}. No other braces are allowed in it, and no choice of words. */
final class Placeholders {

    private static final Pattern VARIABLE = Pattern.compile("\\{([0-9])}");

    private Placeholders() {}

    /**
     * Checks that a text has the variables of the message file's and no others.
     *
     * @return what is wrong; empty when nothing is
     */
    static Optional<Result> fault(String text, String original) {
        String rest = VARIABLE.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0)
            return Optional.of(Result.invalid("text", "template.fault.braces"));
        Set<String> needed = of(original);
        Set<String> has = of(text);
        if (has.equals(needed)) return Optional.empty();
        return Optional.of(
                Result.invalid("text", needed.isEmpty() ? "template.fault.no-variables" : "template.fault.variables"));
    }

    private static Set<String> of(String text) {
        var found = new TreeSet<String>();
        for (Matcher one = VARIABLE.matcher(text); one.find(); ) found.add(one.group(1));
        return found;
    }

    /** Whether there is a value for each variable. */
    static boolean fits(String text, List<String> values) {
        return of(text).stream().allMatch(place -> Integer.parseInt(place) < values.size());
    }

    /** The text with values in the place of its variables; one that has no value stays as it is. */
    static String fill(String text, List<String> values) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            int place = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(place < values.size() ? values.get(place) : found.group());
        });
    }
}
