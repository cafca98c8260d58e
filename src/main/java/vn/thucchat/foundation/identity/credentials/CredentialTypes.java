package vn.thucchat.foundation.identity.credentials;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.provider.CredentialKeys;

/** Knows the types that rooms contribute. */
@Component
class CredentialTypes {

    private final List<CredentialType> all;
    private final Issuer issuer;

    CredentialTypes(List<CredentialType> types, Issuer issuer) {
        this.all = types.stream()
                .sorted(Comparator.comparing(CredentialType::code))
                .toList();
        this.issuer = issuer;
        for (CredentialType type : all)
            if (!type.code().matches("[a-z-]{1,40}") || type.lasts().compareTo(CredentialKeys.LONGEST) > 0)
                throw new IllegalStateException(type.code());
    }

    List<CredentialType> all() {
        return all;
    }

    Optional<CredentialType> find(String code) {
        return all.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** A fact of a person, if they hold it now. */
    Optional<CredentialDataset> holding(CredentialType type, Actor holder, UUID id) {
        return type.holdings(holder).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The name of a type in the whole world, which is where its description is. */
    String vct(CredentialType type) {
        return issuer.name() + "/credentials/types/" + type.code();
    }
}
