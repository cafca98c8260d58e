package vn.thucchat.foundation.identity.provider;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A grant of the token endpoint for programs that are not registered here, such as wallets: whoever brings what it asks for
 * gets a token. A room above has a bean of this type, and accepts its tokens itself.
 */
public interface AnonymousGrant {

    /** The value of {@code grant_type}. */
    String grantType();

    /** What the provider's metadata says of it besides (RFC 8414). */
    Map<String, Object> metadata();

    /**
     * Says what is wrong with a request before anything is read from the database or written there for it: strangers cost
     * nothing.
     *
     * @return the error as RFC 6749, section 5.2, calls it; null when the request may be good
     */
    @Nullable
    String fault(Map<String, String> form);

    /**
     * Answers a request without such a fault, in which each parameter is sent once and that proves no client.
     *
     * @param jkt the key that the program showed (DPoP), or null: the token has to be bound to it
     */
    Answer answer(Map<String, String> form, @Nullable String jkt);

    /** What a token request is answered. */
    sealed interface Answer {

        /** @param beside more members of the answer */
        record Granted(String accessToken, Duration lasts, Map<String, Object> beside) implements Answer {}

        /** @param error as RFC 6749, section 5.2, calls it */
        record Refused(String error) implements Answer {}
    }
}
