package vn.thucchat.foundation.identity.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;

/**
 * Writes access tokens: of which authorization one is, when it ends and what it is for, sealed. Opaque to whoever holds one
 * (RFC 6749, section 1.4); whoever is sent one asks whether the authorization still lives, so that ending it acts at once.
 */
@Component
record AccessTokens(Seal seal) {

    static final Duration LASTS = Duration.ofMinutes(10);

    private static final String PURPOSE = "access token 2";
    private static final int LONGEST = 2_000;

    /**
     * A token that was made here.
     *
     * @param jkt the key by which it must be sent (DPoP), or null: whoever has it may send it
     */
    record AccessToken(
            UUID authorization,
            Instant issuedAt,
            Instant endsAt,
            @Nullable String jkt,
            Set<String> scopes) {}

    String write(AccessToken token) {
        String plain = token.authorization() + " " + token.issuedAt().getEpochSecond() + " "
                + token.endsAt().getEpochSecond() + " " + (token.jkt() == null ? "" : token.jkt()) + " "
                + String.join(" ", token.scopes());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.close(plain.getBytes(StandardCharsets.UTF_8), PURPOSE));
    }

    /** What a token says; empty when it was not made here. */
    Optional<AccessToken> read(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        try {
            String plain = new String(seal.open(Base64.getUrlDecoder().decode(token), PURPOSE), StandardCharsets.UTF_8);
            String[] parts = plain.split(" ", -1);
            return Optional.of(new AccessToken(
                    UUID.fromString(parts[0]),
                    Instant.ofEpochSecond(Long.parseLong(parts[1])),
                    Instant.ofEpochSecond(Long.parseLong(parts[2])),
                    parts[3].isEmpty() ? null : parts[3],
                    Stream.of(parts)
                            .skip(4)
                            .filter(scope -> !scope.isEmpty())
                            .collect(Collectors.toUnmodifiableSet())));
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
