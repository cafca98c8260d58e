package vn.thucchat.foundation.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** The messages in a person's inbox. No law keeps them. */
@Component
record InboxData(InboxStore store, ObjectProvider<Inbox.Words> words) implements PersonalDataSource {

    private static final int MOST = 5_000;

    @Override
    public String purpose() {
        return "delivery.inbox";
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        List<InboxMessage> messages = store.list(account, InboxStore.LAST, MOST);
        var texts = new HashMap<UUID, String>();
        words.ifAvailable(it -> texts.putAll(it.of(messages, t)));
        return messages.stream()
                .map(message -> PersonalRecord.of(
                        "at", message.createdAt(), "text", texts.getOrDefault(message.id(), message.text(t))))
                .toList();
    }

    @Override
    public int delete(UUID account) {
        return store.deleteAll(account);
    }
}
