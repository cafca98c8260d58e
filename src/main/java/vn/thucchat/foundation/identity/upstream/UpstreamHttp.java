package vn.thucchat.foundation.identity.upstream;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vn.thucchat.foundation.http.OutboundHttp;

/** Sends requests to providers: to public addresses only; to this machine alone where the provider is invented. */
@Component
class UpstreamHttp {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final RestClient internet;
    private final RestClient ownMachine;

    UpstreamHttp(OutboundHttp http) {
        internet = http.client(OutboundHttp.INTERNET, DEADLINE);
        ownMachine = http.client(InetAddressFilter.of("127.0.0.0/8", "::1/128"), DEADLINE);
    }

    /** Reads a document. */
    Resource get(UpstreamProvider provider, URI address) throws IOException {
        try {
            return client(provider)
                    .get()
                    .uri(address)
                    .accept(MediaType.APPLICATION_JSON)
                    .exchangeForRequiredValue((request, answer) -> {
                        if (!answer.getStatusCode().is2xxSuccessful())
                            throw new IOException("answered " + answer.getStatusCode());
                        return new Resource(body(answer), "application/json");
                    });
        } catch (RestClientException failed) {
            throw new IOException("no answer", failed);
        }
    }

    /** Sends a request of the protocol. */
    HTTPResponse send(UpstreamProvider provider, HTTPRequest request) throws IOException {
        try {
            var call = client(provider)
                    .method(HttpMethod.valueOf(request.getMethod().name()))
                    .uri(request.getURI());
            request.getHeaderMap().forEach((name, values) -> call.header(name, values.toArray(String[]::new)));
            if (request.getBody() != null) call.body(request.getBody().getBytes(StandardCharsets.UTF_8));
            return call.exchangeForRequiredValue((sent, answer) -> response(answer));
        } catch (RestClientException failed) {
            throw new IOException("no answer", failed);
        }
    }

    private static HTTPResponse response(ClientHttpResponse answer) throws IOException {
        var response = new HTTPResponse(answer.getStatusCode().value());
        try {
            String type = answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
            if (type != null) response.setContentType(type);
            else response.setEntityContentType(ContentType.TEXT_PLAIN);
        } catch (ParseException unreadable) {
            throw new IOException("content type", unreadable);
        }
        response.setBody(body(answer));
        return response;
    }

    private static String body(ClientHttpResponse answer) throws IOException {
        return new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private RestClient client(UpstreamProvider provider) {
        return provider.synthetic() ? ownMachine : internet;
    }
}
