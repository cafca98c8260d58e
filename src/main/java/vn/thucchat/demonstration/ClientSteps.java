package vn.thucchat.demonstration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;

/** Registers four clients with which a developer can try the provider on their own machine; the README names their secrets. */
@Component
@Order(160)
record ClientSteps(Clients clients) implements DemonstrationStep {

    static final String SECRET = "demo-secret-thai-nguyen";
    /** The public key of {@code demo-fapi}; the README shows the private one. */
    private static final String KEYS = """
            {"keys": [{"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "demo-fapi-2026",
              "x": "SmF_E9b_s5f4AluR6O1lJ_hd5dBSubD00JcP2NY6tS0",
              "y": "cLl6KIhlyuRR_JoksxVREUfhfiRp0ckKYFQpuYBe-Z0"}]}
            """;

    private static final List<String> CALLBACK = List.of("http://127.0.0.1/callback");

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("clients", () -> {
            clients.demonstrate(draft("demo-client", "Cổng dịch vụ minh họa", true, Client.Security.PLAIN), SECRET);
            clients.demonstrate(draft("demo-spa", "Ứng dụng minh họa", false, Client.Security.PLAIN), null);
            clients.demonstrate(
                    draft("demo-fapi", "Kho dữ liệu minh họa", true, new Client.Security(true, true, KEYS, null)),
                    null);
            clients.demonstrate(device(), null);
        });
    }

    @Override
    public void on() {
        clients.switchDemonstration(true);
    }

    @Override
    public void off() {
        clients.switchDemonstration(false);
    }

    private static Clients.Draft draft(String clientId, String name, boolean confidential, Client.Security security) {
        var grants = new TreeSet<>(Set.of("AUTHORIZATION_CODE", "REFRESH_TOKEN"));
        if (confidential) grants.add("CLIENT_CREDENTIALS");
        var terms = new Client.Terms(CALLBACK, CALLBACK, Set.copyOf(ClientScope.NAMES), grants, true);
        return new Clients.Draft(clientId, name, confidential, security, terms, Client.Calls.NONE);
    }

    /** A machine without a browser (RFC 8628): it goes no further than such a machine may. */
    private static Clients.Draft device() {
        var scopes = new TreeSet<>(ClientScope.NAMES);
        scopes.remove(ClientScope.API_WRITE.parameter());
        scopes.remove(ClientScope.OFFLINE_ACCESS.parameter());
        var terms = new Client.Terms(List.of(), List.of(), scopes, Set.of("DEVICE_CODE", "REFRESH_TOKEN"), true);
        return new Clients.Draft(
                "demo-device", "Máy tra cứu minh họa", false, Client.Security.PLAIN, terms, Client.Calls.NONE);
    }
}
