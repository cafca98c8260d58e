package vn.thucchat.foundation.identity.leavers;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Gathers the last day that was entered of an official; it goes when it has passed. */
@Component
record LeaverData(DepartureStore store) implements PersonalDataSource {

    @Override
    public String purpose() {
        return LeaverPurposes.DEPARTURE;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return store.of(List.of(account)).stream()
                .map(one -> PersonalRecord.of("until", one.lastDay(), "paper", one.paper()))
                .toList();
    }
}
