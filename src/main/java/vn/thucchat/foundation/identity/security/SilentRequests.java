package vn.thucchat.foundation.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Knows requests that must show nobody a page ({@code prompt=none}, OpenID Connect Core 1.0, section 3.1.2.1). Implemented by a
 * room above.
 */
public interface SilentRequests {

    /**
     * Answers such a request of somebody who has to pass a page first; empty where it is another request.
     *
     * @return the address by which whoever asked is told
     */
    Optional<String> refusal(HttpServletRequest request);
}
