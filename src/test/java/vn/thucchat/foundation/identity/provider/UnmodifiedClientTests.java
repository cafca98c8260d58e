package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.BufferedReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.NodePrograms;

/** The certified client openid-client, as npm has it, signs people in here without a change (src/test/node). */
@NullMarked
class UnmodifiedClientTests extends ProviderTest {

    private static final String LOOPBACK = "http://127.0.0.1:53682/callback";

    @BeforeAll
    static void install() throws Exception {
        NodePrograms.install();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_certified_client_signs_people_in(boolean confidential) throws Exception {
        Set<String> grants = confidential
                ? Set.of("AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS")
                : ClientProgram.PEOPLE;
        var callback = List.of("http://127.0.0.1/callback");
        var terms = new Client.Terms(callback, callback, Set.copyOf(ClientScope.NAMES), grants, true);
        var client = ClientProgram.registered(clients, port, "npm", confidential, terms);
        run("openid-client.mjs", client.id, client.secret == null ? "" : client.secret);
    }

    @Test
    void a_certified_client_signs_people_in_under_fapi() throws Exception {
        var callback = List.of("http://127.0.0.1/callback");
        var key = KeyedProgram.fresh();
        var security = new Client.Security(true, true, new JWKSet(key.toPublicJWK()).toString(), null);
        var terms = new Client.Terms(
                callback,
                callback,
                Set.copyOf(ClientScope.NAMES),
                Set.of("AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"),
                true);
        run("fapi.mjs", ClientProgram.registered(clients, port, "npm-fapi", security, terms).id, key.toJSONString());
    }

    private void run(String program, String id, String secret) throws Exception {
        var visitor = signedIn();
        var node = NodePrograms.start(
                "node", program, "http://localhost:8080", Integer.toString(port), id, secret, LOOPBACK);
        var said = new ArrayList<String>();
        try (BufferedReader lines = node.inputReader();
                var answers = node.outputWriter()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (!line.startsWith("OPEN ")) continue;
                answers.write(opened(visitor, line.substring("OPEN ".length())) + "\n");
                answers.flush();
            }
        }
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).as("what the client said %s", said).last().asString().startsWith("DONE ");
        assertThat(node.exitValue()).isZero();
    }

    /** What a person does with an address of ours, and where the browser is sent then. */
    private static String opened(HttpVisitor visitor, String address) throws Exception {
        URI uri = URI.create(address);
        String path = uri.getRawPath() + "?" + uri.getRawQuery();
        return path.startsWith("/oauth2/authorize")
                ? ClientProgram.agree(visitor, path)
                : ClientProgram.location(visitor.open(path));
    }
}
