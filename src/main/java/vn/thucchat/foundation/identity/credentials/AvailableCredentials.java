package vn.thucchat.foundation.identity.credentials;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;

/** Lists what a person may take to a wallet, of all rooms. */
@Service
public class AvailableCredentials {

    private final CredentialTypes types;

    AvailableCredentials(CredentialTypes types) {
        this.types = types;
    }

    /** @param type its code */
    public record Available(String type, CredentialDataset holding) {}

    public List<Available> of(Actor actor) {
        return types.all().stream()
                .flatMap(type -> type.holdings(actor).stream().map(holding -> new Available(type.code(), holding)))
                .toList();
    }
}
