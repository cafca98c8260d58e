package vn.thucchat.foundation.identity.factors;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a key, of which nothing is believed yet.
 *
 * @param owner whom the key itself names, or null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
record KeyAnswer(
        AuthenticationData data,
        CollectedClientData client,
        AuthenticatorData<AuthenticationExtensionAuthenticatorOutput> shown,
        byte[] credentialId,
        @Nullable UUID owner) {

    byte[] challenge() {
        return client.getChallenge().getValue();
    }
}
