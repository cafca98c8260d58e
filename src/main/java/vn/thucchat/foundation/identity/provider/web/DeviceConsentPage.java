package vn.thucchat.foundation.identity.provider.web;

import java.time.Instant;
import java.util.List;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.provider.DeviceSignIns;

/** Asks a person to allow what a program on another device asks for. */
public record DeviceConsentPage(DeviceSignIns.Waiting waiting) {

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

    /** The scopes that a person may leave out. */
    public List<String> scopes() {
        return ClientScope.NAMES.stream()
                .filter(waiting.asked().scopes()::contains)
                .filter(scope -> !scope.equals(ClientScope.OPENID.parameter()))
                .toList();
    }
}
