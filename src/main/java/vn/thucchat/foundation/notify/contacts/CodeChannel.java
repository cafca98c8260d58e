package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/** Carries codes to the addresses that they confirm. What the outbox holds says which code, and not the code itself. */
@Component
class CodeChannel implements DeliveryChannel {

    static final String NAME = "contact-code";
    private static final JsonMapper JSON = new JsonMapper();

    private record Payload(UUID contact, UUID confirmation) {}

    private final ContactStore contacts;
    private final Confirmations confirmations;
    private final PreferenceStore preferences;
    private final Accounts accounts;
    private final MessageSource messages;
    private final String site;

    CodeChannel(
            ContactStore contacts,
            Confirmations confirmations,
            PreferenceStore preferences,
            Accounts accounts,
            MessageSource messages,
            @Value("${thucchat.base-url}") String site) {
        this.contacts = contacts;
        this.confirmations = confirmations;
        this.preferences = preferences;
        this.accounts = accounts;
        this.messages = messages;
        this.site = site;
    }

    static String payload(UUID contact, UUID confirmation) {
        return JSON.writeValueAsString(new Payload(contact, confirmation));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Attempt deliver(OutboxMessage message) {
        UUID account = UUID.fromString(message.recipient());
        Payload payload = JSON.readValue(message.payload(), Payload.class);
        Contact contact = contacts.find(account, payload.contact()).orElse(null);
        Account person = accounts.find(account).orElse(null);
        // a later code, or none any more, is what the person waits for
        if (contact == null
                || contact.lost() != null
                || person == null
                || person.disabled()
                || !confirmations.current(account, contact.id(), payload.confirmation()))
            return new Attempt.Delivered();
        OutgoingChannel channel =
                confirmations.channel(contact, person.synthetic()).orElse(null);
        if (channel == null) return new Attempt.Delivered();
        return switch (channel.send(
                letter(contact, payload.confirmation(), message.createdAt().plus(Confirmations.GOOD)))) {
            case SendResult.Accepted _ -> new Attempt.Delivered();
            case SendResult.Postponed(var reason, var after) -> new Attempt.Failed(reason, after);
            case SendResult.Unknown(var reason) -> new Attempt.Failed(reason, null);
            case SendResult.Absent(var reason) -> new Attempt.Rejected(reason);
            case SendResult.Refused(var reason, var broken) -> {
                if (!broken) yield new Attempt.Rejected(reason);
                contacts.lose(account, contact.id(), Contact.Lost.BROKEN, message.createdAt());
                yield new Attempt.Delivered();
            }
        };
    }

    private OutgoingMessage letter(Contact contact, UUID confirmation, Instant until) {
        Texts t = new Texts(messages, preferences.of(contact.account()).locale());
        String page = site + Contacts.PATH;
        String code = confirmations.code(confirmation);
        return new OutgoingMessage(
                contact.account(),
                confirmation,
                new OutgoingMessage.Purpose(NAME, NoticeKind.Importance.IMPORTANT, until),
                contact.address(),
                t.language(),
                new OutgoingMessage.Wording(
                        t.of("notify.code.subject", code),
                        t.of("notify.code.text", code, t.number(Confirmations.GOOD.toMinutes())),
                        new Link(page + "/" + contact.id(), t.of("notify.code.enter")),
                        t.of("notify.code.reason"),
                        new Link(page, t.of("notify.settings"))),
                null);
    }
}
