package vn.thucchat.foundation.identity.credentials;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;
import vn.thucchat.foundation.pages.Texts;

/**
 * What was issued to a person. It may be deleted at once in that all is withdrawn; the places in the lists stay taken until
 * whoever was shown a credential could not be deceived any more, and are deleted after the days that the rule says.
 */
@Component
record CredentialData(IssuedCredentials issued, CredentialOffers offers, IssuedCredentialStore store)
        implements PersonalDataSource, RetentionSweep {

    @Override
    public String purpose() {
        return CredentialPurposes.CREDENTIALS;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return issued.gather(account).stream()
                .map(one -> PersonalRecord.of(
                        "kind", t.of("credential." + one.type()), "at", one.issuedAt(), "until", one.endsAt()))
                .toList();
    }

    @Override
    public int delete(UUID account) {
        offers.deleteAll(account);
        return issued.withdrawAll(account);
    }

    @Override
    public int count(Instant before, int most) {
        return store.countEnded(before, most);
    }

    @Override
    public int delete(Instant before, int most) {
        return store.deleteEnded(before, most);
    }
}
