package vn.thucchat.foundation.identity.reviews;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Gathers the decisions of access reviews on an official's roles. */
@Component
record ReviewData(ReviewedRoleStore store) implements PersonalDataSource {

    @Override
    public String purpose() {
        return ReviewPurposes.REVIEW;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return store.decisions(account).stream()
                .map(one -> PersonalRecord.of(
                        "unit",
                        one.unit(),
                        "role",
                        one.role(),
                        "kind",
                        t.of("reviews.outcome." + one.outcome()),
                        "at",
                        one.decidedAt()))
                .toList();
    }
}
