package vn.thucchat.foundation.identity.sessions.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form that was kept while its sender proved who they are, to be sent on.
 *
 * @param action where to
 * @param kept its fields as browsers send them: {@code role=LEADER&unit=19}; null when nothing was kept
 */
public record KeptFormPage(String action, @Nullable String kept) {

    /** A field of it. */
    public record Field(String name, String value) {}

    public List<Field> fields() {
        if (kept == null || kept.isEmpty()) return List.of();
        return Stream.of(kept.split("&", -1))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .map(field -> new Field(decoded(field[0]), decoded(field[1])))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
