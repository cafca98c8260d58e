package vn.thucchat.foundation.identity.upstream;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;

/**
 * Who a provider says that somebody is.
 *
 * @param provider {@code vneid}
 * @param subject the provider's own name of the account, never shown
 * @param number all twelve digits, or empty for an organisation that names nobody
 * @param name of the person, or of the organisation
 * @param born null for an organisation
 * @param level 1 or 2
 * @param organisation tax code of an organisation's account: {@code 4600000016}; empty for a person
 * @param provenAt when its owner proved it to the provider, as that says; else when it told of it
 */
public record UpstreamIdentity(
        String provider,
        String issuer,
        String subject,
        String number,
        String name,
        @Nullable LocalDate born,
        int level,
        String organisation,
        Instant provenAt) {

    /** By what its owner proved who they are, in a session. */
    public Factor factor() {
        return level >= 2 ? Factor.UPSTREAM_TWO_FACTORS : Factor.UPSTREAM;
    }

    Person.Proof proof() {
        return level >= 2 ? Person.Proof.VNEID_2 : Person.Proof.VNEID_1;
    }

    public boolean ofOrganisation() {
        return !organisation.isEmpty();
    }

    /** The tax code as it is kept and shown: one that may be a person's number without its middle. */
    public String keptOrganisation() {
        return PersonNumber.read(organisation)
                .filter(PersonNumber::personal)
                .map(PersonNumber::masked)
                .orElse(organisation);
    }

    /** {@code 019••••••123}; empty where there is none. */
    public String masked() {
        return PersonNumber.read(number).map(PersonNumber::masked).orElse("");
    }

    /** Without number, name and subject: nothing of a person gets into a log by it. */
    @Override
    public String toString() {
        return provider + ", level " + level;
    }
}
