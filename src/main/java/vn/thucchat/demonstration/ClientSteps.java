package vn.thucchat.demonstration;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;

/** Registers two clients that a developer can try the provider with, on the own machine; the README names their secret. */
@Component
@Order(160)
record ClientSteps(Clients clients) implements DemonstrationStep {

    static final String SECRET = "demo-secret-thai-nguyen";
    private static final List<String> CALLBACK = List.of("http://127.0.0.1/callback");
    private static final Set<String> PEOPLE = Set.of("AUTHORIZATION_CODE", "REFRESH_TOKEN");

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("clients", () -> {
            clients.demonstrate(
                    "demo-client",
                    "Cổng dịch vụ minh họa",
                    SECRET,
                    terms(Set.of("AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS")));
            clients.demonstrate("demo-spa", "Ứng dụng minh họa", null, terms(PEOPLE));
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

    private static Client.Terms terms(Set<String> grants) {
        return new Client.Terms(CALLBACK, CALLBACK, Set.copyOf(ClientScope.NAMES), grants, true);
    }
}
