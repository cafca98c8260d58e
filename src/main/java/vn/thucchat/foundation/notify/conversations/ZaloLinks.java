package vn.thucchat.foundation.notify.conversations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.pages.Result;

/** Links chats to accounts: the chat gets a link, and the person opens it signed in. Nobody sees another's. */
@Service
public class ZaloLinks {

    public static final String PATH = "/id/zalo";
    static final String LINKED = "notify.zalo-linked";
    private static final String PURPOSE = "notify.zalo.link";
    private static final Duration GOOD = Duration.ofMinutes(15);

    private record Offer(String chat, UUID id) {}

    private final ZaloLinkStore store;
    private final ConversationStore turns;
    private final Inbox inbox;
    private final Seal seal;
    private final AccessLog log;
    private final InstantSource clock;

    ZaloLinks(
            ZaloLinkStore store, ConversationStore turns, Inbox inbox, Seal seal, AccessLog log, InstantSource clock) {
        this.store = store;
        this.turns = turns;
        this.inbox = inbox;
        this.seal = seal;
        this.log = log;
        this.clock = clock;
    }

    /** Whoever has a chat linked to an account learns of it: its owner is told outside of the platform, too. */
    @Bean
    static NoticeKind zaloLinked() {
        return new NoticeKind(
                        LINKED,
                        NoticeKind.Importance.IMPORTANT,
                        Duration.ofDays(3),
                        false,
                        NoticeKind.Audience.EVERYBODY)
                .says("conversation.link.told")
                .says("conversation.unlink.told");
    }

    /** A person's own chats. */
    public List<ZaloLink> of(Actor actor) {
        return store.of(actor.account());
    }

    /** The path of a page that links a chat, once and within 15 minutes. */
    String offer(String chat) {
        // the link before is good for nothing any more, and none piles up
        store.forgetOffers(chat);
        UUID id = Ids.next(clock);
        store.offer(chat, id, clock.instant().plus(GOOD));
        byte[] sealed = seal.close((chat + " " + id).getBytes(StandardCharsets.UTF_8), PURPOSE);
        return PATH + "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Whether a link can still be used. */
    public boolean open(String token) {
        return read(token)
                .filter(offer -> store.open(offer.chat(), offer.id(), clock.instant()))
                .isPresent();
    }

    /** Links the chat that the token was sent to. */
    @Transactional
    public Result link(Actor actor, String token) {
        Optional<Offer> offer = read(token);
        if (offer.isEmpty()) return new Result.NotFound();
        if (actor.synthetic()) return new Result.Refused("conversation.link.demonstration");
        Instant now = clock.instant();
        if (!store.use(offer.get().chat(), offer.get().id(), now)) return new Result.Stale();
        store.link(offer.get().chat(), actor.account(), now);
        log.record(actor, LINKED, PATH, "");
        inbox.send(actor.account(), LINKED, "conversation.link.told", List.of(), PATH, null);
        return new Result.Done(null);
    }

    /** @param chat of one of the person's own */
    @Transactional
    public Result unlink(Actor actor, String chat) {
        if (!store.unlink(chat, actor.account())) return new Result.Stale();
        store.forgetOffers(chat);
        turns.deleteEnded(chat);
        log.record(actor, "notify.zalo-unlinked", PATH, "");
        return new Result.Done(null);
    }

    /** Ends a link as the chat asks, where there is one; the account is told, which may be another person's. */
    @Transactional
    void unlinkByChat(String chat) {
        UUID account = store.account(chat).orElse(null);
        if (account == null || !store.unlink(chat, account)) return;
        store.forgetOffers(chat);
        turns.deleteEnded(chat);
        log.record(account, "", "notify.zalo-unlinked", PATH, "");
        inbox.send(account, LINKED, "conversation.unlink.told", List.of(), PATH, null);
    }

    private Optional<Offer> read(String token) {
        try {
            String text = new String(seal.open(Base64.getUrlDecoder().decode(token), PURPOSE), StandardCharsets.UTF_8);
            String[] words = text.split(" ", 2);
            return Optional.of(new Offer(words[0], UUID.fromString(words[1])));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return Optional.empty();
        }
    }
}
