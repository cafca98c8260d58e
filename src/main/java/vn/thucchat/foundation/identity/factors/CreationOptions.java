package vn.thucchat.foundation.identity.factors;

import java.util.List;
import java.util.Map;

/** What a browser needs to make a key: {@code PublicKeyCredentialCreationOptionsJSON} of WebAuthn Level 3. */
public record CreationOptions(
        Site rp,
        User user,
        String challenge,
        List<Parameters> pubKeyCredParams,
        long timeout,
        List<RequestOptions.Descriptor> excludeCredentials,
        Selection authenticatorSelection,
        String attestation,
        Map<String, Object> extensions) {

    private static final String REQUIRED = "required";

    /** The site, and its domain. */
    public record Site(String id, String name) {}

    /**
     * The owner.
     *
     * @param id in base64url
     */
    public record User(String id, String name, String displayName) {}

    /** An algorithm that is taken. */
    public record Parameters(String type, long alg) {}

    /** What the key must be able to do. */
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    static CreationOptions of(Site site, User user, String challenge, List<RequestOptions.Descriptor> had) {
        return new CreationOptions(
                site,
                user,
                challenge,
                PasskeyVerifier.ALGORITHMS.stream()
                        .map(algorithm -> new Parameters(RequestOptions.TYPE, algorithm))
                        .toList(),
                Challenges.LASTS.toMillis(),
                had,
                new Selection(REQUIRED, true, REQUIRED),
                "none",
                Map.of("credProps", true));
    }
}
