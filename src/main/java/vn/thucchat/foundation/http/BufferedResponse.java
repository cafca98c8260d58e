package vn.thucchat.foundation.http;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Answer held in memory. A body that broke off, is too long or too slow leaves status and headers readable.
 *
 * @param fault thrown to who reads the body
 */
record BufferedResponse(
        HttpStatusCode getStatusCode,
        String getStatusText,
        HttpHeaders getHeaders,
        ByteArrayResource body,
        @Nullable IOException fault)
        implements ClientHttpResponse {

    private static final ByteArrayResource EMPTY = new ByteArrayResource(new byte[0]);

    static BufferedResponse headOf(ClientHttpResponse response) throws IOException {
        var headers = new HttpHeaders();
        headers.putAll(response.getHeaders());
        return new BufferedResponse(response.getStatusCode(), response.getStatusText(), headers, EMPTY, null);
    }

    BufferedResponse withBodyOf(ClientHttpResponse response, int maxBytes) {
        try {
            byte[] bytes = response.getBody().readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) throw new IOException("Longer than " + maxBytes + " bytes");
            return new BufferedResponse(getStatusCode, getStatusText, getHeaders, new ByteArrayResource(bytes), null);
        } catch (IOException e) {
            return withoutBody(OutboundException.of(e));
        }
    }

    BufferedResponse withoutBody(IOException why) {
        return new BufferedResponse(getStatusCode, getStatusText, getHeaders, EMPTY, why);
    }

    @Override
    public InputStream getBody() throws IOException {
        if (fault != null) throw fault;
        return body.getInputStream();
    }

    @Override
    public void close() {}
}
