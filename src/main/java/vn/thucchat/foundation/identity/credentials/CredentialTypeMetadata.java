package vn.thucchat.foundation.identity.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.pages.Texts;

/** Describes types in both languages: for wallets, and for whoever finds one by its name (SD-JWT VC, type metadata). */
@Component
class CredentialTypeMetadata {

    /** Says of every credential that it is of the demonstration, or is not. */
    static final String SYNTHETIC = "demonstration";

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

    private final CredentialTypes types;
    private final List<Texts> languages;
    private final Map<String, String> documents = new ConcurrentHashMap<>();

    CredentialTypeMetadata(CredentialTypes types, MessageSource messages) {
        this.types = types;
        this.languages =
                LANGUAGES.stream().map(locale -> new Texts(messages, locale)).toList();
    }

    /** The type metadata, always the same text, so that its hash is. */
    String document(CredentialType type) {
        return documents.computeIfAbsent(type.code(), _ -> JSON.writeValueAsString(described(type)));
    }

    /** The hash of the type metadata (W3C Subresource Integrity): {@code sha256-…}. */
    String integrity(CredentialType type) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(document(type).getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> described(CredentialType type) {
        var document = new LinkedHashMap<String, Object>();
        document.put("vct", types.vct(type));
        document.put("name", name(type, languages.getFirst()));
        document.put("description", text(type, languages.getFirst()));
        document.put("display", display(type));
        document.put(
                "claims",
                claims(type).stream()
                        .map(claim -> members(
                                "path", List.of(claim.name()),
                                "display", labels(type, claim, "label"),
                                "sd", claim.selective() ? "always" : "never"))
                        .toList());
        return document;
    }

    /** What wallets show of a type (OpenID4VCI 1.0, section 12.2.4). */
    Map<String, Object> forWallets(CredentialType type) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("display", display(type));
        metadata.put(
                "claims",
                claims(type).stream()
                        .map(claim -> members("path", List.of(claim.name()), "display", labels(type, claim, "name")))
                        .toList());
        return metadata;
    }

    /** What wallets show of whoever issues (OpenID4VCI 1.0, section 12.2.4). */
    List<Map<String, Object>> issuer() {
        return languages.stream()
                .map(t -> members("name", t.of("credentials.issuer"), "locale", t.language()))
                .toList();
    }

    /** All claims of a type, with the one that each has. */
    private static List<CredentialType.Claim> claims(CredentialType type) {
        var all = new ArrayList<>(type.claims());
        all.add(CredentialType.Claim.always(SYNTHETIC));
        return all;
    }

    private List<Map<String, Object>> display(CredentialType type) {
        return languages.stream()
                .map(t -> members("locale", t.language(), "name", name(type, t), "description", text(type, t)))
                .toList();
    }

    private List<Map<String, Object>> labels(CredentialType type, CredentialType.Claim claim, String member) {
        String key = claim.name().equals(SYNTHETIC)
                ? "credentials.demonstration"
                : "credential." + type.code() + "." + claim.name();
        return languages.stream()
                .map(t -> members("locale", t.language(), member, t.of(key)))
                .toList();
    }

    private static String name(CredentialType type, Texts t) {
        return t.of("credential." + type.code());
    }

    private static String text(CredentialType type, Texts t) {
        return t.of("credential." + type.code() + ".text");
    }

    /** A JSON object whose members stay in their order: that of {@link Map#of} is another one in each process. */
    private static Map<String, Object> members(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return object;
    }
}
