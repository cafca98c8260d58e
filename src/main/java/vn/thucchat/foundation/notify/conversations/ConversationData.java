package vn.thucchat.foundation.notify.conversations;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.LegalBasis;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Chats that a person linked, and when something was written in them. No law keeps them. */
@Component
record ConversationData(ZaloLinkStore links, ConversationStore turns) implements PersonalDataSource {

    @Bean
    static DataPurpose conversationPurpose() {
        return DataPurpose.of(Conversations.PURPOSE, LegalBasis.STATE_FUNCTION);
    }

    @Override
    public String purpose() {
        return Conversations.PURPOSE;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return links.of(account).stream()
                .flatMap(link -> Stream.concat(
                        Stream.of(PersonalRecord.of("kind", "Zalo", "at", t.time(link.linkedAt()))),
                        turns.of(link.chat()).stream()
                                .map(turn -> PersonalRecord.of(
                                        "kind",
                                        t.orElse("conversation." + turn.answer(), "Zalo"),
                                        "at",
                                        t.time(turn.wroteAt())))))
                .toList();
    }

    @Override
    public int delete(UUID account) {
        List<ZaloLink> linked = links.of(account);
        for (ZaloLink link : linked) {
            links.unlink(link.chat(), account);
            links.forgetOffers(link.chat());
            turns.deleteAll(link.chat());
        }
        return linked.size();
    }
}
