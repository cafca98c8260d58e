package vn.thucchat.foundation.notify.announcements;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Where a person said they live, and which announcements they got. The first is deleted; the second stays, as proof of cost. */
@Component
record AnnouncementData(ResidenceStore residences, AnnouncementRecipientStore recipients, AnnouncementStore store)
        implements PersonalDataSource {

    @Override
    public String purpose() {
        return AnnouncementKinds.RECORD;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        var records = new ArrayList<PersonalRecord>();
        residences
                .find(account)
                .ifPresent(
                        one -> records.add(PersonalRecord.of("unit", one.unit().value(), "at", one.statedAt())));
        for (UUID id : recipients.of(account))
            store.find(id)
                    .ifPresent(one -> records.add(PersonalRecord.of(
                            "kind",
                            t.of("notice.kind." + one.draft().purpose()),
                            "said",
                            one.draft().words().titleVi())));
        return records;
    }

    @Override
    public int delete(UUID account) {
        return residences.delete(account);
    }
}
