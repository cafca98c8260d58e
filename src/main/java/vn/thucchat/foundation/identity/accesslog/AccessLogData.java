package vn.thucchat.foundation.identity.accesslog;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Who read a person's data, the newest thousands of lines. They are never deleted. */
@Component
record AccessLogData(DataReads reads) implements PersonalDataSource {

    private static final int MOST = 5_000;

    @Override
    public String purpose() {
        return "identity.log";
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return reads.latest(account, MOST).stream()
                .map(line -> PersonalRecord.of(
                        "at",
                        line.at(),
                        "by",
                        line.username(),
                        "record",
                        t.orElse("looks.record." + line.action(), line.action())))
                .toList();
    }
}
