package vn.thucchat.foundation.identity.factors;

import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.client.CollectedClientData;

/** The answer with a new key, of which nothing is believed yet. */
record NewKey(RegistrationData data, CollectedClientData client, AttestationObject object) {

    byte[] challenge() {
        return client.getChallenge().getValue();
    }
}
