package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.provider.AuthorizationRequests;
import vn.thucchat.foundation.identity.provider.AuthorizationRequests.Reading;
import vn.thucchat.foundation.identity.provider.ClientSignIns;
import vn.thucchat.foundation.identity.provider.RequestQuery;
import vn.thucchat.foundation.identity.security.SilentRequests;

/** Tells a client that asks silently ({@code prompt=none}) that its user has to do something here first. */
@Component
record SilentAuthorizationRequests(AuthorizationRequests requests, ClientSignIns signIns) implements SilentRequests {

    @Override
    public Optional<String> refusal(HttpServletRequest request) {
        boolean asks =
                request.getMethod().equals("GET") && request.getRequestURI().equals(AuthorizationController.PATH);
        if (!asks) return Optional.empty();
        return RequestQuery.read(request.getQueryString())
                .flatMap(query -> requests.read(query) instanceof Reading.Valid(var asked)
                        ? signIns.interrupted(asked)
                        : Optional.empty());
    }
}
