package vn.thucchat.foundation.payments.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.payments.Provider;

/** What was typed to open a connection. */
public record ConnectionForm(String id, String provider, String unit, String name, String secret) {

    static final ConnectionForm EMPTY = new ConnectionForm("", "", "", "", "");

    public ConnectionForm(
            @Nullable String id,
            @Nullable String provider,
            @Nullable String unit,
            @Nullable String name,
            @Nullable String secret) {
        this.id = typed(id);
        this.provider = typed(provider);
        this.unit = typed(unit);
        this.name = typed(name);
        this.secret = typed(secret);
    }

    Optional<Provider> chosen() {
        return Arrays.stream(Provider.values())
                .filter(one -> one.name().equals(provider))
                .findFirst();
    }

    /** Without what must not be sent back. */
    ConnectionForm shown() {
        return new ConnectionForm(id, provider, unit, name, "");
    }

    private static String typed(@Nullable String text) {
        if (text == null) return "";
        String cut = text.length() > 300 ? text.substring(0, 300) : text;
        return cut.replaceAll("\\p{Cntrl}", "").strip();
    }
}
