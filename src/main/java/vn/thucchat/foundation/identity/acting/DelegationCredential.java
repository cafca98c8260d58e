package vn.thucchat.foundation.identity.acting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.credentials.CredentialDataset;
import vn.thucchat.foundation.identity.credentials.CredentialType;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.people.Representations.HeldBy;

/**
 * Lets a person carry that they act for somebody. It says whom by name, and by code where it is a household or company; never
 * by the number of a person, nor who the bearer is beyond the name.
 */
@Component
record DelegationCredential(PersonRegistry people, Representations representations) implements CredentialType {

    @Override
    public String code() {
        return "delegation";
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                Claim.always("kind"),
                Claim.always("valid_until"),
                Claim.selective("representative_name"),
                Claim.selective("represented_name"),
                Claim.selective("represented_code"));
    }

    @Override
    public List<CredentialDataset> holdings(Actor holder) {
        return people.proven(holder).stream()
                .flatMap(person -> representations.heldBy(person).stream().map(one -> holding(person, one)))
                .toList();
    }

    private static CredentialDataset holding(Person person, Representation one) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("kind", one.kind().name());
        claims.put("valid_until", one.untilOn().toString());
        claims.put("representative_name", person.name());
        claims.put("represented_name", one.name());
        // a code whose middle is left out may be a person's number: its ends say more than nothing, and prove nothing
        if (!one.code().isEmpty() && !one.code().contains("•")) claims.put("represented_code", one.code());
        return new CredentialDataset(one.id(), one.name(), one.untilOn(), person.synthetic(), claims);
    }

    @Override
    public Set<Held> standing(Collection<Held> issued) {
        List<HeldBy> asked = issued.stream()
                .map(one -> new HeldBy(one.account(), one.holding()))
                .toList();
        return representations.standing(asked).stream()
                .map(one -> new Held(one.account(), one.id()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
