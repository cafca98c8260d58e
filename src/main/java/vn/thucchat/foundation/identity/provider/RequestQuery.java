package vn.thucchat.foundation.identity.provider;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address, each with all its values: {@code scope=openid&state=x}. What is sent twice is seen, which the
 * container's map of parameters of a form and an address together does not show.
 */
public record RequestQuery(SequencedMap<String, List<String>> parameters) {

    /** Longer ones do not survive the way over the sign-in. */
    static final int LONGEST = 3_000;

    /** Reads what stands behind the question mark; empty when nobody can read it. */
    public static Optional<RequestQuery> read(@Nullable String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (query == null || query.isEmpty()) return Optional.of(new RequestQuery(parameters));
        if (query.length() > LONGEST) return Optional.empty();
        try {
            for (String part : query.split("&", -1)) {
                int equals = part.indexOf('=');
                String name = decoded(equals < 0 ? part : part.substring(0, equals));
                String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return Optional.of(new RequestQuery(parameters));
    }

    public static RequestQuery of(Map<String, String[]> sent) {
        var parameters = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> parameters.put(name, List.of(values)));
        return new RequestQuery(parameters);
    }

    /** The first value of a parameter; empty text when it was not sent (RFC 6749, section 3.1: the same). */
    public String text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The words of a parameter that is a list with blanks between them. */
    public List<String> words(String name) {
        String text = text(name).strip();
        return text.isEmpty() ? List.of() : List.of(text.split(" +", -1));
    }

    boolean sentTwice(String name) {
        return parameters.getOrDefault(name, List.of()).size() > 1;
    }

    boolean anySentTwice() {
        return parameters.keySet().stream().anyMatch(this::sentTwice);
    }

    /** The same with one parameter set, or changed. */
    public RequestQuery with(String name, String value) {
        var all = new LinkedHashMap<>(parameters);
        all.put(name, List.of(value));
        return new RequestQuery(all);
    }

    /** The same without one parameter. */
    RequestQuery without(String name) {
        var all = new LinkedHashMap<>(parameters);
        all.remove(name);
        return new RequestQuery(all);
    }

    /** As it stands behind a question mark. */
    public String written() {
        return parameters.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> encoded(one.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
