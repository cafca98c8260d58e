package vn.thucchat.foundation.notify.notices.web;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.notices.Notice;
import vn.thucchat.foundation.notify.notices.NoticeLedger;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;

/** Says in the inbox what became of a message outside of the platform: “Đã gửi qua e-mail”. */
@Component
record NoticeLines(NoticeLedger ledger) implements Inbox.Notes {

    @Override
    public Map<UUID, Link> of(Actor actor, Collection<UUID> messages, Texts t) {
        return ledger.own(actor, messages).stream()
                .collect(Collectors.toMap(
                        Notice::id,
                        notice -> new Link(
                                "/notices/" + notice.id(),
                                t.of("notice.line." + notice.state(), t.of("notify.medium." + notice.medium())))));
    }
}
