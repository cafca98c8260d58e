package vn.thucchat.foundation.identity.closing;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.delivery.Outbox;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.contacts.Contact;
import vn.thucchat.foundation.notify.contacts.ContactPreferences;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.notify.contacts.DirectSending;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/**
 * Sends the account-closed message to each confirmed address. The addresses are deleted in the same transaction, so a
 * message carries its own, sealed.
 */
@Component
class ClosingMessages implements DeliveryChannel {

    private static final String NAME = "account-closed";
    private static final String KIND = "identity.account-closed";
    private static final String SEALED_FOR = "closing message";
    private static final Duration WORTH = Duration.ofDays(3);
    private static final JsonMapper JSON = new JsonMapper();

    /** What is sealed in the outbox. */
    private record Letter(AddressKind kind, String address, String username, String language, boolean synthetic) {}

    private final Outbox outbox;
    private final Contacts contacts;
    private final ContactPreferences preferences;
    private final DirectSending sending;
    private final Seal seal;
    private final MessageSource messages;
    private final String site;

    ClosingMessages(
            Outbox outbox,
            Contacts contacts,
            ContactPreferences preferences,
            DirectSending sending,
            Seal seal,
            MessageSource messages,
            @Value("${thucchat.base-url}") String site) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.preferences = preferences;
        this.sending = sending;
        this.seal = seal;
        this.messages = messages;
        this.site = site;
    }

    /** Hands over one message for each confirmed address, in the transaction of the act. */
    void send(Actor actor) {
        String language = preferences.of(actor).locale().getLanguage();
        for (Contact contact : contacts.of(actor)) {
            List<OutgoingChannel> channels = sending.channels(contact.kind(), actor.synthetic(), KIND);
            if (!contact.confirmed() || channels.isEmpty()) continue;
            var letter = new Letter(contact.kind(), contact.address(), actor.username(), language, actor.synthetic());
            byte[] sealed = seal.close(JSON.writeValueAsBytes(letter), SEALED_FOR);
            outbox.send(
                    NAME,
                    actor.account().toString(),
                    channels.getFirst().host(),
                    JSON.writeValueAsString(Base64.getEncoder().encodeToString(sealed)),
                    null);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Attempt deliver(OutboxMessage message) {
        byte[] sealed = Base64.getDecoder().decode(JSON.readValue(message.payload(), String.class));
        Letter letter = JSON.readValue(seal.open(sealed, SEALED_FOR), Letter.class);
        Texts t = new Texts(messages, Locale.of(letter.language()));
        var outgoing = new OutgoingMessage(
                UUID.fromString(message.recipient()),
                message.id(),
                new OutgoingMessage.Purpose(
                        KIND,
                        NoticeKind.Importance.IMPORTANT,
                        message.createdAt().plus(WORTH)),
                letter.address(),
                letter.language(),
                new OutgoingMessage.Wording(
                        t.of("closing.message.subject"),
                        t.of("closing.message", letter.username()),
                        new Link(site + AccountClosing.CLOSED, t.of("closing.message.ask")),
                        t.of("closing.message.reason"),
                        new Link(site + AccountClosing.CLOSED, t.of("closing.message.last"))),
                null);
        return sending.send(letter.kind(), letter.synthetic(), outgoing);
    }
}
