package vn.thucchat.foundation.notify.templates;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.pages.Texts;

/** Words messages by the version that held when they were made, in the inbox as outside of the platform. */
@Component
record TemplateWords(NoticeTemplateStore store, NoticeKinds kinds) implements Inbox.Words {

    @Override
    public Map<UUID, String> of(Collection<InboxMessage> messages, Texts t) {
        List<InboxMessage> own = messages.stream()
                .filter(this::ofItsKind)
                // approved words are made for many: "1 things"
                .filter(message ->
                        !t.speaksOfOne(message.textKey(), message.arguments().toArray()))
                .toList();
        if (own.isEmpty()) return Map.of();
        List<String> keys = own.stream().map(InboxMessage::textKey).distinct().toList();
        List<NoticeTemplateVersion> approved = store.approved(keys, t.language());
        var texts = new HashMap<UUID, String>();
        for (InboxMessage message : own)
            approved.stream()
                    .filter(version ->
                            version.textKey().equals(message.textKey()) && version.holds(message.createdAt()))
                    // words made for an older release may want values that its messages do not bear any more
                    .filter(version -> Placeholders.fits(version.text(), message.arguments()))
                    .findFirst()
                    .ifPresent(
                            version -> texts.put(message.id(), Placeholders.fill(version.text(), message.arguments())));
        return texts;
    }

    /** What was approved for a kind of notice does not word another kind that has the same text. */
    private boolean ofItsKind(InboxMessage message) {
        return kinds.find(message.kind())
                .filter(kind ->
                        kind.texts().stream().anyMatch(text -> text.key().equals(message.textKey())))
                .isPresent();
    }
}
