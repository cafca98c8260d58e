package vn.thucchat.foundation.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.NodePrograms;

/** The verifier @sd-jwt/sd-jwt-vc, as npm has it, takes our credentials, and refuses them once they are withdrawn. */
@NullMarked
class UnmodifiedVerifierTests extends CredentialTest {

    @BeforeAll
    static void install() throws Exception {
        NodePrograms.install();
    }

    @Test
    void a_verifier_takes_a_credential_until_it_is_withdrawn() throws Exception {
        String credential = fetched();
        assertThat(verified(credential)).startsWith("DONE COMPANY");
        representations.end(holder, person, right.id()).expectDone();
        clock.moveTo(clock.instant().plusSeconds(3));
        assertThat(verified(credential)).startsWith("REVOKED");
    }

    private String verified(String credential) throws Exception {
        var node = NodePrograms.start(
                "node",
                "credentials.mjs",
                Wallet.ISSUER,
                Integer.toString(port),
                Long.toString(clock.instant().getEpochSecond()),
                credential,
                wallet.key.toJSONString());
        String said;
        try (var lines = node.inputReader()) {
            said = lines.readAllAsString().strip();
        }
        assertThat(node.waitFor()).as(said).isZero();
        return said;
    }
}
