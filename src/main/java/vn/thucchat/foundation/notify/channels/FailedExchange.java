package vn.thucchat.foundation.notify.channels;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import vn.thucchat.foundation.http.OutboundException;

/** Says what an exchange by HTTP that failed means for a message. */
public final class FailedExchange {

    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;
    private static final Duration LET_ALONE = Duration.ofMinutes(1);

    private FailedExchange() {}

    /** Without an answer: a provider that was reached may have taken the message before the connection ended. */
    public static SendResult result(ResourceAccessException e) {
        if (!(e.getCause() instanceof OutboundException failure)) throw e;
        String reason = failure.reason().name();
        return switch (failure.reason()) {
            case UNREACHABLE, UNTRUSTED_CERTIFICATE, FORBIDDEN_ADDRESS -> new SendResult.Postponed(reason, null);
            case TIMEOUT, INVALID_RESPONSE -> new SendResult.Unknown(reason);
        };
    }

    /** Whether a status says that the provider takes nothing now. */
    public static boolean later(int status) {
        return status == TOO_MANY || status >= SERVER_FAULT;
    }

    /** For such a status: with how long the provider asks to be left alone. */
    public static SendResult result(ClientHttpResponse response) throws IOException {
        return new SendResult.Postponed("HTTP " + response.getStatusCode().value(), after(response.getHeaders()));
    }

    private static @Nullable Duration after(HttpHeaders headers) {
        String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return value != null && value.strip().matches("[0-9]{1,5}")
                ? Duration.ofSeconds(Math.max(1, Long.parseLong(value.strip())))
                : LET_ALONE;
    }
}
