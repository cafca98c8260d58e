package vn.thucchat.foundation.identity.consent;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Consents and withdrawals. They stay, as proof. */
@Component
record ConsentData(ConsentStore store) implements PersonalDataSource {

    private static final UUID LAST = new UUID(-1, -1);
    private static final int MOST = 5_000;

    @Override
    public String purpose() {
        return "identity.consent-record";
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return store.history(List.of(account), LAST, MOST).stream()
                .map(act -> PersonalRecord.of(
                        "purpose",
                        t.orElse("purpose." + act.purpose(), act.purpose()),
                        "said",
                        t.of(act.given() ? "consents.said.given" : "consents.said.withdrawn"),
                        "at",
                        act.at(),
                        "proof",
                        act.proof()))
                .toList();
    }
}
