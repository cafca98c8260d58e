package vn.thucchat.foundation.identity.provider.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.provider.ClientConsents.AllowedDevice;
import vn.thucchat.foundation.identity.provider.ClientConsents.Consent;

/**
 * The clients that a person allows something, the latest first; or one of them.
 *
 * @param whole whether it is one client with all its devices
 * @param first address of the first part, or null where this is it
 * @param next address of the next part, or null
 */
public record ApplicationsPage(
        List<Application> applications,
        boolean whole,
        @Nullable String first,
        @Nullable String next) {

    static final String PATH = "/id/applications";

    /**
     * A client, what it is allowed, and on which devices and browsers it goes on.
     *
     * @param more whether there are more than those
     */
    public record Application(Client client, Consent consent, List<AllowedDevice> devices, boolean more) {

        public List<ClientScope> scopes() {
            return ClientScope.NAMES.stream()
                    .filter(consent.scopes()::contains)
                    .flatMap(name -> ClientScope.read(name).stream())
                    .toList();
        }

        /** The page of all its devices. */
        public String path() {
            return PATH + "/" + client.id();
        }
    }
}
