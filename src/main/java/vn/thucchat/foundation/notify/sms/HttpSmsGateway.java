package vn.thucchat.foundation.notify.sms;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.notify.channels.FailedExchange;
import vn.thucchat.foundation.notify.channels.SendResult;

/**
 * Hands text messages over by HTTP, in the form that eSMS publishes ({@code SendMultipleMessage_V4_post_json}). The id of a
 * message is its {@code RequestId}: what the gateway has already it refuses with code 124, and that is success. Its codes and
 * what they mean here are data ({@code data/notify/esms-codes.csv}).
 */
final class HttpSmsGateway implements SmsGateway {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CODES = "/data/notify/esms-codes.csv";

    /** What a code means for the message. */
    private enum Meaning {
        ACCEPTED,
        LATER,
        NEVER,
        BROKEN
    }

    private final SmsSettings.Gateway gateway;
    private final String brand;
    private final RestClient client;
    private final String receipts;
    private final Map<String, Meaning> codes;

    /**
     * @param deadline of an exchange
     * @param receipts where the gateway says what became of a message
     */
    HttpSmsGateway(SmsSettings.Gateway gateway, String brand, OutboundHttp http, Duration deadline, String receipts) {
        this.gateway = gateway;
        this.brand = brand;
        this.receipts = receipts;
        // the operator's own choice: it may stand in a network of the administration
        client = http.client(InetAddressFilter.all(), deadline);
        codes = codes();
    }

    private static Map<String, Meaning> codes() {
        var codes = new HashMap<String, Meaning>();
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(HttpSmsGateway.class.getResourceAsStream(CODES)),
                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) codes.put(row.getField("code"), Meaning.valueOf(row.getField("meaning")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(codes);
    }

    @Override
    public SendResult send(UUID id, String number, SmsText text) {
        var body = new HashMap<String, String>();
        body.put("ApiKey", gateway.user());
        body.put("SecretKey", gateway.password());
        body.put("Phone", number);
        body.put("Content", text.text());
        body.put("Brandname", brand);
        body.put("SmsType", "2");
        body.put("IsUnicode", text.unicode() ? "1" : "0");
        body.put("Sandbox", "0");
        body.put("RequestId", id.toString());
        body.put("CallbackUrl", receipts);
        try {
            return client.post()
                    .uri(gateway.url())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(JSON.writeValueAsBytes(body))
                    .exchangeForRequiredValue((_, response) -> answered(response));
        } catch (ResourceAccessException e) {
            return FailedExchange.result(e);
        }
    }

    private SendResult answered(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        if (FailedExchange.later(status)) return FailedExchange.result(response);
        String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return meaning(JSON.readTree(body));
        } catch (JacksonException unreadable) {
            return status == 200 ? new SendResult.Unknown("no JSON") : new SendResult.Postponed("HTTP " + status, null);
        }
    }

    /** A status of 200 says nothing: the code inside does. */
    private SendResult meaning(JsonNode answer) {
        String code = answer.path("CodeResult").asString("");
        String words = (code + " " + answer.path("ErrorMessage").asString("")).strip();
        return switch (codes.getOrDefault(code, Meaning.LATER)) {
            case ACCEPTED -> new SendResult.Accepted(answer.path("SMSID").asString(words));
            case LATER -> new SendResult.Postponed(words, null);
            case NEVER -> new SendResult.Refused(words, false);
            case BROKEN -> new SendResult.Refused(words, true);
        };
    }
}
