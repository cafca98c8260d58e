package vn.thucchat.foundation.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes from a browser what a room above let it keep, when its user signs out: the next one may be somebody else. */
@FunctionalInterface
public interface SignOutListener {

    void signedOut(HttpServletRequest request, HttpServletResponse response);
}
