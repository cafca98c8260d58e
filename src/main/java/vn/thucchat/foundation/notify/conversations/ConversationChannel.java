package vn.thucchat.foundation.notify.conversations;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.delivery.DatabaseBulkhead;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.ConversationHandler;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.notify.zalo.ZaloReplies;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/**
 * Answers what people wrote. A process that dies between the answer and its record answers once more; what is handed over
 * again after the record is not answered.
 */
@Component
class ConversationChannel implements DeliveryChannel {

    static final String NAME = "conversation";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_CONNECTIONS = 2;
    private static final int PATIENCE = 4;

    private record Payload(UUID turn) {}

    private record Prepared(
            ConversationStore.Waiting turn,
            String user,
            String answer,
            ConversationHandler.Reply reply,
            List<String> menu) {}

    private final ConversationStore store;
    private final ConversationRouter answers;
    private final ZaloLinkStore links;
    private final Accounts accounts;
    private final Media media;
    private final ZaloReplies replies;
    private final Seal seal;
    private final Texts t;
    private final String site;
    private final DatabaseBulkhead database;
    private final InstantSource clock;

    ConversationChannel(
            ConversationStore store,
            ConversationRouter answers,
            ZaloLinkStore links,
            Accounts accounts,
            Media media,
            ZaloReplies replies,
            Seal seal,
            MessageSource messages,
            @Value("${thucchat.base-url}") String site,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.answers = answers;
        this.links = links;
        this.accounts = accounts;
        this.media = media;
        this.replies = replies;
        this.seal = seal;
        this.site = site;
        this.clock = clock;
        t = new Texts(messages, Locale.of("vi"));
        database = new DatabaseBulkhead(transactions, MOST_CONNECTIONS);
    }

    static String payload(UUID turn) {
        return JSON.writeValueAsString(new Payload(turn));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Attempt deliver(OutboxMessage message) {
        UUID id = JSON.readValue(message.payload(), Payload.class).turn();
        Object begun = database.together(() -> begin(message.recipient(), id));
        if (!(begun instanceof Prepared ready)) return (Attempt) begun;
        List<Link> opened = ready.reply().links().stream()
                .map(link -> new Link(site + link.url(), link.text()))
                .toList();
        SendResult result = replies.send(ready.user(), ready.reply().text(), opened, ready.menu());
        return database.together(() -> record(ready, result));
    }

    /** @return what is answered, or an {@link Attempt} where nothing is */
    private Object begin(String chat, UUID id) {
        ConversationStore.Waiting turn = store.waiting(chat, id).orElse(null);
        if (turn == null || turn.sealed() == null) return new Attempt.Delivered();
        Instant now = clock.instant();
        // nothing leaves while the demonstration is on, whatever was written before
        if (media.demonstration()) {
            store.end(turn, "give-up", "", now);
            return new Attempt.Delivered();
        }
        if (!now.isBefore(turn.wroteAt().plus(Conversations.ANSWERED_WITHIN))) {
            store.end(turn, "expire", "", now);
            return new Attempt.Delivered();
        }
        Conversations.Written written =
                JSON.readValue(seal.open(turn.sealed(), Conversations.PURPOSE), Conversations.Written.class);
        ConversationRouter.Chosen chosen = answers.choose(written.text());
        var question = new ConversationHandler.Question(chosen.words(), account(chat), chat);
        return new Prepared(
                turn, written.user(), chosen.answer().name(), chosen.answer().answer(question, t), answers.menu(t));
    }

    /** Whose the chat is; nobody's while the account is closed. */
    private @Nullable UUID account(String chat) {
        return links.account(chat)
                .flatMap(accounts::find)
                .filter(person -> !person.disabled())
                .map(Account::id)
                .orElse(null);
    }

    private Attempt record(Prepared ready, SendResult result) {
        Instant now = clock.instant();
        return switch (result) {
            case SendResult.Accepted(var reference) -> {
                store.tried(ready.turn(), "ACCEPTED", reference, now);
                store.end(ready.turn(), "answer", ready.answer(), now);
                yield new Attempt.Delivered();
            }
            case SendResult.Refused refused -> failed(ready, "REFUSED", refused.reason(), now);
            case SendResult.Absent(var reason) -> failed(ready, "REFUSED", reason, now);
            case SendResult.Postponed(var reason, var after) -> {
                store.tried(ready.turn(), "POSTPONED", reason, now);
                yield ready.turn().tries() + 1 < PATIENCE ? new Attempt.Failed(reason, after) : ended(ready, now);
            }
            case SendResult.Unknown(var reason) -> {
                store.tried(ready.turn(), "UNKNOWN", reason, now);
                // Zalo knows no id of an answer: a second one would be read twice
                yield ended(ready, now);
            }
        };
    }

    private Attempt failed(Prepared ready, String outcome, String reason, Instant now) {
        store.tried(ready.turn(), outcome, reason, now);
        return ended(ready, now);
    }

    private Attempt ended(Prepared ready, Instant now) {
        store.end(ready.turn(), "give-up", ready.answer(), now);
        return new Attempt.Delivered();
    }
}
