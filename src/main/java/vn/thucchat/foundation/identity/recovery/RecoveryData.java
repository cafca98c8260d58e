package vn.thucchat.foundation.identity.recovery;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Gathers the recoveries of an account that are not swept yet; a month after its end each goes by itself. */
@Component
record RecoveryData(RecoveryStore store) implements PersonalDataSource {

    @Override
    public String purpose() {
        return RecoveryPurposes.RECOVERY;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return store.all(account).stream()
                .map(one -> PersonalRecord.of(
                        "at",
                        one.madeAt(),
                        "kind",
                        one.clerk() == null ? String.join(" + ", one.proofs()) : t.of("recovery.counter.title")))
                .toList();
    }
}
