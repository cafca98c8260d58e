package vn.thucchat.foundation.identity.factors;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Checks answers of authenticators by WebAuthn Level 3 (7.1 and 7.2). webauthn4j checks what is common to all sites: type,
 * origin, domain, user present and verified, algorithm, signature, counter, backup flags. That a key is discoverable is
 * asked for besides; whether a challenge is ours and whose a key is, callers know. The make of an authenticator is asked of
 * nobody (attestation "none").
 */
@Component
class PasskeyVerifier {

    /** COSE algorithms in the order of preference: ES256, EdDSA (Ed25519), RS256. */
    static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

    private static final List<PublicKeyCredentialParameters> TAKEN = ALGORITHMS.stream()
            .map(COSEAlgorithmIdentifier::create)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();
    private static final int LONGEST_CREDENTIAL_ID = 1023;
    private static final int SHORTEST_CREDENTIAL_ID = 16;
    private static final int MOST_TRANSPORTS = 8;

    private final RelyingParty site;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);

    PasskeyVerifier(RelyingParty site) {
        this.site = site;
    }

    /** A new credential, as its verified creation response describes it. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record CreationResponse(
            byte[] credentialId,
            byte[] attested,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            List<String> transports) {}

    /** The state of a key after a verified assertion. */
    record AssertionResponse(long signCount, boolean backedUp) {}

    /** @param answer {@code PublicKeyCredential.toJSON()} */
    NewKey readNew(String answer) throws RefusedPasskeyAnswer {
        RegistrationData data = parsed(answer, webAuthn::parseRegistrationResponseJSON);
        var client = data.getCollectedClientData();
        var object = data.getAttestationObject();
        if (client == null || object == null) throw unreadable();
        return new NewKey(data, client, object);
    }

    /** @param answer {@code PublicKeyCredential.toJSON()} */
    @SuppressWarnings("NullAway") // what the library says of its arrays is taken for their bytes
    KeyAnswer read(String answer) throws RefusedPasskeyAnswer {
        AuthenticationData data = parsed(answer, webAuthn::parseAuthenticationResponseJSON);
        var client = data.getCollectedClientData();
        var shown = data.getAuthenticatorData();
        if (client == null || shown == null || data.getCredentialId() == null) throw unreadable();
        return new KeyAnswer(data, client, shown, data.getCredentialId(), UserHandle.account(data.getUserHandle()));
    }

    /** Checks a new key whose challenge is ours. */
    CreationResponse verifyCreation(NewKey key) throws RefusedPasskeyAnswer {
        checked(() -> webAuthn.verify(key.data(), new RegistrationParameters(server(key.client()), TAKEN, true, true)));
        var shown = key.object().getAuthenticatorData();
        var credential = shown.getAttestedCredentialData();
        if (credential == null) throw unreadable();
        int length = credential.getCredentialId().length;
        if (length < SHORTEST_CREDENTIAL_ID || length > LONGEST_CREDENTIAL_ID)
            throw new RefusedPasskeyAnswer(PasskeyRefusal.INVALID, "length of credential id");
        if (!discoverable(key.data()))
            throw new RefusedPasskeyAnswer(PasskeyRefusal.NOT_DISCOVERABLE, "not discoverable");
        return new CreationResponse(
                credential.getCredentialId(),
                attested.convert(credential),
                shown.getSignCount(),
                shown.isFlagBE(),
                shown.isFlagBS(),
                transports(key.data()));
    }

    /** Checks an answer, whose challenge is ours, by a key that we know. */
    AssertionResponse verifyAssertion(KeyAnswer answer, PasskeyStore.Kept key) throws RefusedPasskeyAnswer {
        var record = new CredentialRecordImpl(
                null,
                true,
                key.backupEligible(),
                key.backedUp(),
                key.signCount(),
                attested.convert(key.attested()),
                null,
                null,
                null,
                transports(key));
        checked(() -> webAuthn.verify(
                answer.data(), new AuthenticationParameters(server(answer.client()), record, null, true, true)));
        return new AssertionResponse(
                answer.shown().getSignCount(), answer.shown().isFlagBS());
    }

    /**
     * Whether the browser says that it finds the key by itself. Some say nothing (Safari): of these the keys of the
     * device itself or of a phone always are found, those of a security key need not be.
     */
    private static boolean discoverable(RegistrationData data) {
        var extensions = data.getClientExtensions();
        var properties = extensions == null ? null : extensions.getCredProps();
        if (properties != null && properties.getRk() != null) return properties.getRk();
        Set<AuthenticatorTransport> transports = data.getTransports();
        return transports != null
                && (transports.contains(AuthenticatorTransport.INTERNAL)
                        || transports.contains(AuthenticatorTransport.HYBRID));
    }

    private static List<String> transports(RegistrationData data) {
        Set<AuthenticatorTransport> transports = data.getTransports();
        return transports == null
                ? List.of()
                : transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(value -> value.matches("[a-z-]{1,20}"))
                        .sorted()
                        .limit(MOST_TRANSPORTS)
                        .toList();
    }

    private static Set<AuthenticatorTransport> transports(PasskeyStore.Kept key) {
        return Set.copyOf(
                key.transports().stream().map(AuthenticatorTransport::create).toList());
    }

    private ServerProperty server(CollectedClientData client) {
        return ServerProperty.builder()
                .originPredicate(site::owns)
                .rpId(site.id())
                .challenge(client.getChallenge())
                .build();
    }

    private static RefusedPasskeyAnswer unreadable() {
        return new RefusedPasskeyAnswer(PasskeyRefusal.INVALID, "unreadable");
    }

    /** Whatever a reader says of what a stranger sent (Jackson's exceptions, a null that it follows): it is no answer. */
    private static <T> T parsed(String answer, Function<String, T> parse) throws RefusedPasskeyAnswer {
        try {
            return parse.apply(answer);
        } catch (RuntimeException wrong) {
            throw unreadable();
        }
    }

    private static void checked(Runnable check) throws RefusedPasskeyAnswer {
        try {
            check.run();
        } catch (UserNotVerifiedException unverified) {
            throw new RefusedPasskeyAnswer(PasskeyRefusal.NOT_VERIFIED, "UserNotVerifiedException");
        } catch (RuntimeException wrong) {
            throw new RefusedPasskeyAnswer(
                    PasskeyRefusal.INVALID, wrong.getClass().getSimpleName());
        }
    }
}
