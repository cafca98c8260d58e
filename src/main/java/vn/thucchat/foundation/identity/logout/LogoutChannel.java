package vn.thucchat.foundation.identity.logout;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.provider.IdTokens;

/**
 * Posts logout tokens to clients (OpenID Connect Back-Channel Logout 1.0, section 2.5), each try with a token of its own, for
 * one is good for two minutes. What the client cannot do is its own matter and not tried again; what it did not get is.
 */
@Component
class LogoutChannel implements DeliveryChannel {

    static final String NAME = "client-logout";

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final Clients clients;
    private final IdTokens tokens;
    private final boolean anywhere;
    private final RestClient http;
    private final RestClient ownNetworks;

    LogoutChannel(
            Clients clients,
            IdTokens tokens,
            OutboundHttp http,
            @Value("${thucchat.webhooks.private-addresses}") boolean anywhere) {
        this.clients = clients;
        this.tokens = tokens;
        this.anywhere = anywhere;
        this.http = http.client(anywhere ? InetAddressFilter.all() : OutboundHttp.INTERNET, DEADLINE);
        this.ownNetworks = http.client(OutboundHttp.INTERNET.negate(), DEADLINE);
    }

    static String payload(ClientSession ended) {
        return JSON.writeValueAsString(ended);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Attempt deliver(OutboxMessage message) {
        ClientSession ended = JSON.readValue(message.payload(), ClientSession.class);
        Client client = clients.active(ended.client()).orElse(null);
        String uri = client == null ? null : client.calls().logoutUri();
        // disabled meanwhile: nobody is signed in there any more
        if (client == null || uri == null) return new Attempt.Delivered();
        boolean invented = client.registration().synthetic();
        // a program on the machine of who tries the demonstration, if the installation sends there at all
        if (invented && !anywhere) return new Attempt.Delivered();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("logout_token", tokens.logout(client, ended.account(), ended.session()));
        try {
            return (invented ? ownNetworks : http)
                    .post()
                    .uri(URI.create(uri))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchangeForRequiredValue((_, response) -> attempt(response.getStatusCode()));
        } catch (ResourceAccessException unreachable) {
            return new Attempt.Failed("unreachable", null);
        }
    }

    private static Attempt attempt(HttpStatusCode status) {
        if (status.is2xxSuccessful()) return new Attempt.Delivered();
        String said = "HTTP " + status.value();
        boolean again = status.is5xxServerError() || status.value() == 429 || status.value() == 408;
        return again ? new Attempt.Failed(said, null) : new Attempt.Rejected(said);
    }
}
