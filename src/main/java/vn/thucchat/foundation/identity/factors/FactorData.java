package vn.thucchat.foundation.identity.factors;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** The passkeys, codes and accounts at other providers by which a person signs in. No law keeps them. */
@Component
record FactorData(AccountFactors factors, FactorRemovals.LinkedSignIns links) implements PersonalDataSource {

    @Override
    public String purpose() {
        return FactorPurposes.FACTORS;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return Stream.concat(
                        factors.devices(account).stream()
                                .map(kind -> t.orElse("identity.removal." + kind, kind.name())),
                        links.of(account).stream().map(FactorRemovals.LinkedSignIn::provider))
                .map(kind -> PersonalRecord.of("kind", kind))
                .toList();
    }

    @Override
    public int delete(UUID account) {
        int kinds = factors.devices(account).size();
        factors.drop(account);
        return kinds + links.drop(account);
    }
}
