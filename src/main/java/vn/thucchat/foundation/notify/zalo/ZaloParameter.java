package vn.thucchat.foundation.notify.zalo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;

/**
 * A parameter of a template. Never a person's name: a number can have another owner by now.
 *
 * @param name as Zalo has it: {@code noi_dung}
 * @param source what is put there
 * @param longest signs that Zalo allows
 */
public record ZaloParameter(String name, Source source, int longest) {

    /** What can be put into a message. */
    public enum Source {
        /** The kind of notice in words. */
        SUBJECT,
        /** What happened: code and state. */
        TEXT,
        /** Where the person acts. */
        LINK
    }

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9_]{0,29}):([a-z]{4,7}):([1-9][0-9]{0,2})");

    /** Reads {@code noi_dung:text:100, duong_dan:link:200}; empty when it is not written so. */
    static Optional<List<ZaloParameter>> read(String typed) {
        var parameters = new ArrayList<ZaloParameter>();
        for (String one : typed.strip().split("\\s*[,\\n]\\s*", -1)) {
            Matcher matcher = FORM.matcher(one.strip().toLowerCase(Locale.ROOT));
            if (!matcher.matches()) return Optional.empty();
            try {
                parameters.add(new ZaloParameter(
                        matcher.group(1),
                        Source.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
                        Integer.parseInt(matcher.group(3))));
            } catch (IllegalArgumentException noSource) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(parameters));
    }

    /** As it is written in a form: {@code noi_dung:text:100}. */
    String written() {
        return name + ":" + source.name().toLowerCase(Locale.ROOT) + ":" + longest;
    }

    /** What is put there; empty when the message has nothing that fits. */
    Optional<String> value(OutgoingMessage.Wording words) {
        String value = switch (source) {
            case SUBJECT -> words.subject();
            case TEXT -> words.text();
            case LINK -> words.act().url();
        };
        String one = value.replaceAll("\\s+", " ").strip();
        return one.isEmpty() || one.codePointCount(0, one.length()) > longest ? Optional.empty() : Optional.of(one);
    }
}
