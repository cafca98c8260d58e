package vn.thucchat.foundation.identity.clients;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The name of this provider in all that it says, and the beginning of its addresses: {@code BASE_URL}. */
@Component
public final class Issuer {

    private final String name;

    Issuer(@Value("${thucchat.base-url}") String baseUrl) {
        name = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    public String name() {
        return name;
    }
}
