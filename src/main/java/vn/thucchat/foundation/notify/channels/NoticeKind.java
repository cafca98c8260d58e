package vn.thucchat.foundation.notify.channels;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Declares a kind of message of the inbox that is told outside of the platform, too. The room that sends such messages has
 * a bean of this type; its message {@code notice.kind.<code>} names the purpose to the person. Kinds without one stay in
 * the inbox.
 *
 * @param code the kind of the inbox's message: {@code work.chased}
 * @param worth how long after the act it is still worth sending
 * @param declinable whether a person may decide not to be told of it outside of the platform
 * @param audience whom the room sends it to; nobody else is asked whether they want it
 * @param texts that its messages have, whose words administrators can change
 */
public record NoticeKind(
        String code, Importance importance, Duration worth, boolean declinable, Audience audience, List<Text> texts) {

    /** How much a notice may disturb. */
    public enum Importance {
        ORDINARY,
        IMPORTANT,
        /** Danger to life: quiet hours do not hold it (CAP 1.2, severity Extreme). */
        EXTREME
    }

    /**
     * A text of its messages.
     *
     * @param key in the message files: {@code work.digest}
     * @param samples usual values of its {@code {0}}, {@code {1}}…, for previews
     */
    public record Text(String key, List<String> samples) {}

    /** Who gets a kind of notice. */
    public enum Audience {
        EVERYBODY,
        /** People who hold a role in a unit. */
        STAFF
    }

    /** @throws IllegalArgumentException of a warning of danger that could be declined */
    public NoticeKind {
        if (importance == Importance.EXTREME && declinable)
            throw new IllegalArgumentException(code + " is about danger to life and cannot be declined");
    }

    /** A kind whose words nobody can change. */
    public NoticeKind(String code, Importance importance, Duration worth, boolean declinable, Audience audience) {
        this(code, importance, worth, declinable, audience, List.of());
    }

    /** The same kind with one more text that its messages have. */
    public NoticeKind says(String key, String... samples) {
        return new NoticeKind(
                code,
                importance,
                worth,
                declinable,
                audience,
                Stream.concat(texts.stream(), Stream.of(new Text(key, List.of(samples))))
                        .toList());
    }

    /** The message key of its name. */
    public String key() {
        return "notice.kind." + code;
    }
}
