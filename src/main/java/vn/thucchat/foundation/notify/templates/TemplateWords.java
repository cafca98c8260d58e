package vn.thucchat.foundation.notify.templates;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.pages.Texts;

/** Words messages by the version that held when they were made, in the inbox as outside of the platform. */
@Component
record TemplateWords(NoticeTemplateStore store) implements Inbox.Words {

    @Override
    public Map<UUID, String> of(Collection<InboxMessage> messages, Texts t) {
        if (messages.isEmpty()) return Map.of();
        List<String> keys =
                messages.stream().map(InboxMessage::textKey).distinct().toList();
        List<NoticeTemplate> approved = store.approved(keys, t.language());
        var texts = new HashMap<UUID, String>();
        for (InboxMessage message : messages)
            approved.stream()
                    .filter(version ->
                            version.textKey().equals(message.textKey()) && version.holds(message.createdAt()))
                    .findFirst()
                    .ifPresent(
                            version -> texts.put(message.id(), Placeholders.fill(version.text(), message.arguments())));
        return texts;
    }
}
