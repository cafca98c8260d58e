package vn.thucchat.foundation.notify.notices;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.notify.contacts.NoticeRecipients;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/** Words a notice in its recipient's language, with the link by which its kind is declined. */
@Component
public class NoticeWording {

    /** Where a mail program declines for its user (RFC 8058). */
    public static final String ONE_CLICK = "/api/v1/one-click/notices/";

    private static final int MOST_LINES = 10;
    private static final String PURPOSE = "notify.decline";

    /** Who declines what, as a link says. */
    public record Declining(UUID account, List<NoticeKind> kinds) {}

    private final MessageSource messages;
    private final NoticeKinds kinds;
    private final Inbox.Words texts;
    private final Seal seal;
    private final String site;

    NoticeWording(
            MessageSource messages,
            NoticeKinds kinds,
            Inbox.Words texts,
            Seal seal,
            @Value("${thucchat.base-url}") String site) {
        this.texts = texts;
        this.messages = messages;
        this.kinds = kinds;
        this.seal = seal;
        this.site = site;
    }

    OutgoingMessage message(
            NoticeRecipients.Recipient recipient, NoticeRecipients.Route route, InboxMessage message, NoticeKind kind) {
        Texts t = new Texts(messages, recipient.preferences().locale());
        String purpose = t.of(kind.key());
        return new OutgoingMessage(
                recipient.account(),
                message.id(),
                new OutgoingMessage.Purpose(
                        kind.code(), kind.importance(), message.createdAt().plus(kind.worth())),
                route.contact().address(),
                t.language(),
                new OutgoingMessage.Wording(
                        t.of("notice.subject", purpose),
                        texts.of(List.of(message), t).getOrDefault(message.id(), message.text(t)),
                        new Link(site + message.link(), t.of("notice.open")),
                        t.of("notice.reason", purpose),
                        new Link(site + Contacts.PATH, t.of("notify.settings"))),
                kind.declinable() ? site + ONE_CLICK + token(recipient.account(), List.of(kind)) : null);
    }

    /**
     * Composes one message from several notices. E-mail and web push list the texts of the first ones; SMS and Zalo, where
     * length is limited or paid for, state only the number of notices.
     */
    OutgoingMessage digest(
            NoticeRecipients.Recipient recipient,
            NoticeRecipients.Route route,
            UUID id,
            List<InboxMessage> messages,
            Instant until) {
        Texts t = new Texts(this.messages, recipient.preferences().locale());
        String subject = t.of("notice.digest.subject", t.number(messages.size()));
        String text = route.medium() == Medium.SMS || route.medium() == Medium.ZALO ? subject : lines(messages, t);
        List<NoticeKind> declinable = messages.stream()
                .map(InboxMessage::kind)
                .distinct()
                .flatMap(code -> kinds.find(code).stream())
                .filter(NoticeKind::declinable)
                .toList();
        return new OutgoingMessage(
                recipient.account(),
                id,
                new OutgoingMessage.Purpose(NoticeDigest.KIND, NoticeKind.Importance.ORDINARY, until),
                route.contact().address(),
                t.language(),
                new OutgoingMessage.Wording(
                        subject,
                        text,
                        new Link(site + "/inbox", t.of("notice.open")),
                        t.of("notice.reason", t.of("notice.kind." + NoticeDigest.KIND)),
                        new Link(site + Contacts.PATH, t.of("notify.settings"))),
                declinable.isEmpty() ? null : site + ONE_CLICK + token(recipient.account(), declinable));
    }

    private String lines(List<InboxMessage> messages, Texts t) {
        Map<UUID, String> worded = texts.of(messages, t);
        List<String> lines = messages.stream()
                .limit(MOST_LINES)
                .map(message -> worded.getOrDefault(message.id(), message.text(t)))
                .toList();
        int more = messages.size() - lines.size();
        return String.join("\n", lines) + (more == 0 ? "" : "\n" + t.of("notice.digest.more", t.number(more)));
    }

    /** What only this platform can make: a sealed text, in signs that an address may have. */
    String token(UUID account, List<NoticeKind> declined) {
        String codes = declined.stream().map(NoticeKind::code).collect(Collectors.joining(" "));
        byte[] plain = (account + " " + codes).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.close(plain, PURPOSE));
    }

    /** Reads the token of a link; empty when it is none of ours, or none of its kinds may be declined any more. */
    public Optional<Declining> declining(String token) {
        try {
            byte[] opened = seal.open(Base64.getUrlDecoder().decode(token), PURPOSE);
            List<String> words = List.of(new String(opened, StandardCharsets.UTF_8).split(" ", -1));
            List<NoticeKind> declined = words.stream()
                    .skip(1)
                    .flatMap(code -> kinds.find(code).stream())
                    .filter(NoticeKind::declinable)
                    .toList();
            return declined.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Declining(UUID.fromString(words.getFirst()), declined));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return Optional.empty();
        }
    }
}
