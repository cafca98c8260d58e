package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;
import vn.thucchat.foundation.pages.Texts;

/** What an account stated of itself or of whom it acted for: taken out, deleted when asked, and when it is old. */
@Component
record StatedData(FieldValueStore values, ValueSeal seal) implements PersonalDataSource, RetentionSweep {

    @Override
    public String purpose() {
        return RegisterPurposes.STATED;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return values.statedBy(account).stream()
                .map(seal::open)
                .map(value -> RecordData.row(value, t))
                .toList();
    }

    @Override
    public int delete(UUID account) {
        return values.deleteStatedBy(account);
    }

    @Override
    public int count(Instant before, int most) {
        return values.countOld(before, most);
    }

    @Override
    public int delete(Instant before, int most) {
        return values.deleteOld(before, most);
    }
}
