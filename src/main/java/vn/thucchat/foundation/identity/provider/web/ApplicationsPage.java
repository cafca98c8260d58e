package vn.thucchat.foundation.identity.provider.web;

import java.util.List;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.provider.ClientConsents.Consent;

/** The clients that a person allows something, the latest first. */
public record ApplicationsPage(List<Application> applications) {

    /** A client and what it is allowed. */
    public record Application(Client client, Consent consent) {

        public List<ClientScope> scopes() {
            return ClientScope.NAMES.stream()
                    .filter(consent.scopes()::contains)
                    .flatMap(name -> ClientScope.read(name).stream())
                    .toList();
        }
    }
}
