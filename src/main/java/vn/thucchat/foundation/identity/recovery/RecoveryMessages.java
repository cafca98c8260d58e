package vn.thucchat.foundation.identity.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.delivery.Outbox;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.AccountNotices;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.contacts.Contact;
import vn.thucchat.foundation.notify.contacts.ContactPreferences;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.notify.contacts.DirectSending;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/**
 * Carries codes to one address, and warnings to every address of an account besides its inbox: a thief who reads one of them
 * does not keep the others from the owner. Quiet hours and declined purposes do not hold them.
 */
@Component
class RecoveryMessages implements DeliveryChannel {

    private static final String NAME = "account-recovery";
    /** A new password is set: nothing can be stopped any more. */
    static final String DONE = "recovery-done";

    private static final Duration WORTH = Duration.ofDays(3);
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What is to be sent to one address.
     *
     * @param recovery which it is about, or null where it is about something else
     * @param sending of the code, or null for a warning
     * @param path of this site that it leads to, or null: where the recovery is stopped
     */
    private record Payload(
            @Nullable UUID recovery,
            UUID contact,
            String text,
            @Nullable UUID sending,
            @Nullable String path) {}

    private final Outbox outbox;
    private final AccountNotices inbox;
    private final Accounts accounts;
    private final Contacts contacts;
    private final ContactPreferences preferences;
    private final DirectSending sending;
    private final RecoveryTokens links;
    private final MessageSource messages;

    RecoveryMessages(
            Outbox outbox,
            AccountNotices inbox,
            Accounts accounts,
            Contacts contacts,
            ContactPreferences preferences,
            DirectSending sending,
            RecoveryTokens links,
            MessageSource messages) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.accounts = accounts;
        this.contacts = contacts;
        this.preferences = preferences;
        this.sending = sending;
        this.links = links;
        this.messages = messages;
    }

    /** Warns an owner everywhere, in the transaction of the act. */
    void warn(Actor owner, UUID recovery, String text) {
        warn(owner, recovery, text, null);
    }

    /** @param path where it leads, or null: where the recovery is stopped */
    void warn(Actor owner, @Nullable UUID recovery, String text, @Nullable String path) {
        String page = path == null ? RecoveryCompletion.OWN : path;
        inbox.tell(owner.account(), "identity." + text, "notice.identity." + text, List.of(), page);
        for (Contact contact : contacts.of(owner))
            if (contact.confirmed()) send(owner, contact, new Payload(recovery, contact.id(), text, null, path));
    }

    void code(Actor owner, Contact contact, UUID recovery, UUID sending) {
        send(owner, contact, new Payload(recovery, contact.id(), "recovery-code", sending, null));
    }

    private void send(Actor owner, Contact contact, Payload payload) {
        sending.channels(contact.kind(), owner.synthetic(), "identity." + payload.text()).stream()
                .findFirst()
                .ifPresent(channel -> outbox.send(
                        NAME, owner.account().toString(), channel.host(), JSON.writeValueAsString(payload), null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Attempt deliver(OutboxMessage message) {
        Payload payload = JSON.readValue(message.payload(), Payload.class);
        Actor owner = accounts.find(UUID.fromString(message.recipient()))
                .flatMap(account -> accounts.actor(account.username()))
                .orElse(null);
        if (owner == null) return new Attempt.Delivered();
        Contact contact = contacts.find(owner, payload.contact())
                .filter(Contact::confirmed)
                .orElse(null);
        if (contact == null) return new Attempt.Delivered();
        return sending.send(contact.kind(), owner.synthetic(), letter(owner, contact, message, payload));
    }

    private OutgoingMessage letter(Actor owner, Contact contact, OutboxMessage message, Payload payload) {
        Locale locale = preferences.of(owner).locale();
        Texts t = new Texts(messages, locale);
        UUID code = payload.sending();
        String typed = code == null ? "" : links.code(code);
        Instant until = message.createdAt().plus(code == null ? WORTH : SelfRecoveries.CODE_GOOD);
        String key = "recovery.message." + payload.text();
        return new OutgoingMessage(
                owner.account(),
                message.id(),
                new OutgoingMessage.Purpose("identity." + payload.text(), NoticeKind.Importance.IMPORTANT, until),
                contact.address(),
                t.language(),
                new OutgoingMessage.Wording(
                        t.of(key + ".subject", typed),
                        t.of(key, typed),
                        link(payload, t),
                        t.of("recovery.message.reason"),
                        new Link(links.address(Contacts.PATH), t.of("notify.settings"))),
                null);
    }

    private Link link(Payload payload, Texts t) {
        UUID recovery = payload.recovery();
        String path = payload.path();
        if (recovery == null || path != null)
            return new Link(links.address(path == null ? RecoveryCompletion.OWN : path), t.of("recovery.message.open"));
        return new Link(
                links.address(links.stopPath(recovery)),
                t.of(DONE.equals(payload.text()) ? "recovery.message.what" : "recovery.message.stop"));
    }
}
