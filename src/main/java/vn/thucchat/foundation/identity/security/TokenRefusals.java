package vn.thucchat.foundation.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers programs whose access token opens nothing, and records it. */
@Component
public class TokenRefusals {

    private final Refusals refusals;

    TokenRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    /** @param scoped whether the token is good, and not for this */
    public void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, boolean scoped)
            throws IOException {
        refusals.token(request, response, status, scoped ? "identity.problem.scope" : "identity.problem.token");
    }
}
