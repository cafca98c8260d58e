package vn.thucchat.foundation.identity.provider.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.provider.DeviceConsents;
import vn.thucchat.foundation.pages.Form;

/**
 * Asks a person to allow what a program on another device asks for.
 *
 * @param network where the person is, as people write it
 * @param form what is wrong with an answer before
 */
public record DeviceConsentPage(DeviceConsents.Waiting waiting, String network, Form<?> form) {

    /** What goes further than telling who somebody is: a person ticks it. */
    private static final Set<ClientScope> TICKED_BY_HAND =
            EnumSet.of(ClientScope.API_READ, ClientScope.API_WRITE, ClientScope.OFFLINE_ACCESS);

    public String client() {
        return waiting.client().name();
    }

    public boolean synthetic() {
        return waiting.client().registration().synthetic();
    }

    /** As the device shows it. */
    public String code() {
        return waiting.asked().userCode();
    }

    public Instant at() {
        return waiting.asked().at();
    }

    /** Where the device asked from; empty where nobody knows. */
    public String deviceNetwork() {
        return waiting.asked().network();
    }

    /** Whether the device is known not to be on the person's own network, as one in front of that person mostly is. */
    public boolean elsewhere() {
        return !deviceNetwork().isEmpty() && !network.equals(deviceNetwork());
    }

    public boolean openid() {
        return waiting.asked().scopes().contains(ClientScope.OPENID.parameter());
    }

    /** Those that are not ticked: at first what goes further, and all for a person who ticked nothing. */
    public List<String> unticked() {
        if (!form.faults().isEmpty()) return scopes();
        return TICKED_BY_HAND.stream().map(ClientScope::parameter).toList();
    }

    /** Whether the device stops when the person signs out here. */
    public boolean endsWithSession() {
        return !waiting.asked().scopes().contains(ClientScope.OFFLINE_ACCESS.parameter());
    }

    /** The scopes that a person may leave out. */
    public List<String> scopes() {
        return ClientScope.NAMES.stream()
                .filter(waiting.asked().scopes()::contains)
                .filter(scope -> !scope.equals(ClientScope.OPENID.parameter()))
                .toList();
    }
}
