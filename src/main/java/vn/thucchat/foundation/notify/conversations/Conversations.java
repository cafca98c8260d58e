package vn.thucchat.foundation.notify.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.delivery.Outbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.zalo.ZaloMessage;
import vn.thucchat.foundation.notify.zalo.ZaloReplies;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.Units;

/** Takes what people write, each message once, and lets the outbox answer; administrators see that it was answered. */
@Service
public class Conversations implements ZaloMessage.Listener {

    public static final String PATH = "/admin/notices/conversations";
    /** After what a person wrote Zalo takes answers for so long. */
    static final Duration ANSWERED_WITHIN = Duration.ofDays(2);

    static final String PURPOSE = "notify.conversation";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration WHILE = Duration.ofMinutes(10);
    /** More than anybody writes by hand in that while: what comes then is not answered, and nothing of it is kept. */
    private static final int MOST = 30;

    private static final int LONGEST = 500;
    private static final int PAGE = 50;
    private static final UUID LAST = new UUID(-1, -1);

    /** What is kept sealed until it is answered. */
    record Written(String user, String text) {}

    private final ConversationStore store;
    private final Outbox outbox;
    private final ZaloReplies replies;
    private final Media media;
    private final Seal seal;
    private final Units units;
    private final InstantSource clock;

    Conversations(
            ConversationStore store,
            Outbox outbox,
            ZaloReplies replies,
            Media media,
            Seal seal,
            Units units,
            InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.replies = replies;
        this.media = media;
        this.seal = seal;
        this.units = units;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void received(ZaloMessage message) {
        Instant now = clock.instant();
        // nothing leaves the demonstration; what is replayed later than Zalo takes answers is nobody's question
        if (media.demonstration() || !now.isBefore(message.at().plus(ANSWERED_WITHIN))) return;
        String chat = seal.mark(message.user(), PURPOSE);
        if (store.count(chat, now.minus(WHILE)) >= MOST) return;
        UUID id = Ids.next(clock);
        String text = message.text().substring(0, Math.min(message.text().length(), LONGEST));
        String sealed = seal.close(JSON.writeValueAsString(new Written(message.user(), text)), PURPOSE);
        Instant wrote = message.at().isAfter(now) ? now : message.at();
        if (store.insert(chat, id, message.event(), sealed, wrote))
            outbox.send(ConversationChannel.NAME, chat, replies.host(), ConversationChannel.payload(id), null);
    }

    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    /** Lists what was answered by which answer, the latest first; never who wrote or what. */
    public Slice<ConversationTurn> list(Actor actor, Cursor before) {
        if (!mayRead(actor)) return new Slice<>(List.of(), null);
        return Slice.of(store.list(before.id(0, LAST), PAGE + 1), PAGE, last -> Cursor.of(last.id()));
    }
}
