package vn.thucchat.foundation.notify.channels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Link;

/**
 * A message on its way out of the platform to one person.
 *
 * @param id the same at every try
 * @param address e-mail address or telephone number; personal data
 * @param decline where the person declines the kind of notice without signing in, an absolute address; null where nobody may
 */
public record OutgoingMessage(
        UUID account,
        UUID id,
        Purpose purpose,
        String address,
        String language,
        Wording wording,
        @Nullable String decline) {

    /**
     * What a message is for.
     *
     * @param kind of notice, by its code: {@code work.chased}; of a code that confirms an address {@code contact-code}
     * @param until when it is worth nothing any more
     */
    public record Purpose(String kind, NoticeKind.Importance importance, Instant until) {}

    /**
     * The words of a message, in the person's language.
     *
     * @param text says code and state, never what a dossier or a record of health contains
     * @param act where the person acts, an absolute address
     * @param reason why the person gets it
     * @param settings where the person changes what is sent, an absolute address
     */
    public record Wording(String subject, String text, Link act, String reason, Link settings) {

        /** The whole message without marks. */
        public String plain() {
            return """
                    %s

                    %s: %s

                    --
                    %s
                    %s: %s
                    """.formatted(text, act.text(), act.url(), reason, settings.text(), settings.url());
        }
    }
}
