package vn.thucchat.foundation.identity.credentials;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;

/** Lists what a person may take to a wallet, of all rooms. */
@Service
public class HeldFacts {

    private final CredentialTypes types;

    HeldFacts(CredentialTypes types) {
        this.types = types;
    }

    /** @param type its code */
    public record Fact(String type, Holding holding) {}

    public List<Fact> of(Actor actor) {
        return types.all().stream()
                .flatMap(type -> type.holdings(actor).stream().map(holding -> new Fact(type.code(), holding)))
                .toList();
    }
}
