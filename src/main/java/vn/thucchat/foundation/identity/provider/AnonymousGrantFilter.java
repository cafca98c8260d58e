package vn.thucchat.foundation.identity.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.provider.AnonymousGrant.Answer;
import vn.thucchat.foundation.identity.security.Quota;

/**
 * Answers token requests of grants that need no client, before the library's filter asks for one. Who proves to be a client
 * all the same is told that none is known for this grant.
 */
final class AnonymousGrantFilter extends OncePerRequestFilter {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PROOFS_OF_CLIENTS = List.of("client_secret", "client_assertion");

    /** From one network: people at a market fetch one after the other, and whoever guesses transaction codes goes slowly. */
    private static final int PER_MINUTE = 60;

    private final ObjectProvider<AnonymousGrant> grants;
    private final DpopProofs proofs;
    private final Issuer issuer;
    private final Quota quota;

    AnonymousGrantFilter(ObjectProvider<AnonymousGrant> grants, DpopProofs proofs, Issuer issuer, Quota quota) {
        this.grants = grants;
        this.proofs = proofs;
        this.issuer = issuer;
        this.quota = quota;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<AnonymousGrant> grant = grant(request);
        if (grant.isPresent()) write(response, answer(grant.get(), request));
        else chain.doFilter(request, response);
    }

    private Optional<AnonymousGrant> grant(HttpServletRequest request) {
        boolean asked = HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().equals(request.getContextPath() + ProviderSecurity.TOKEN);
        return asked
                ? grants.stream()
                        .filter(one -> one.grantType().equals(request.getParameter("grant_type")))
                        .findFirst()
                : Optional.empty();
    }

    private Answer answer(AnonymousGrant grant, HttpServletRequest request) {
        var form = new HashMap<String, String>();
        for (Map.Entry<String, String[]> sent : request.getParameterMap().entrySet()) {
            if (sent.getValue().length != 1) return new Answer.Refused(OAuth2ErrorCodes.INVALID_REQUEST);
            form.put(sent.getKey(), sent.getValue()[0]);
        }
        // a code in an address is in every log on the way
        if (request.getQueryString() != null) return new Answer.Refused(OAuth2ErrorCodes.INVALID_REQUEST);
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || PROOFS_OF_CLIENTS.stream().anyMatch(form::containsKey))
            return new Answer.Refused(OAuth2ErrorCodes.INVALID_CLIENT);
        if (!quota.tryUse(request, ProviderSecurity.TOKEN, PER_MINUTE))
            return new Answer.Refused(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
        // a proof is written down, so that it is good once: not for those who made up the code
        String fault = grant.fault(form);
        if (fault != null) return new Answer.Refused(fault);
        List<String> sent = Collections.list(request.getHeaders(DpopProofs.HEADER));
        if (sent.isEmpty()) return grant.answer(form, null);
        Optional<String> jkt = sent.size() > 1
                ? Optional.empty()
                : proofs.verify(sent.getFirst(), "POST", issuer.name() + ProviderSecurity.TOKEN, null);
        if (jkt.isEmpty()) return new Answer.Refused(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
        Answer answer = grant.answer(form, jkt.get());
        return answer instanceof Answer.Granted granted ? bound(granted) : answer;
    }

    private static Answer bound(Answer.Granted granted) {
        var beside = new LinkedHashMap<>(granted.beside());
        beside.put("token_type", PresentedTokens.DPOP);
        return new Answer.Granted(granted.accessToken(), granted.lasts(), beside);
    }

    private static void write(HttpServletResponse response, Answer answer) throws IOException {
        var body = new LinkedHashMap<String, Object>();
        switch (answer) {
            case Answer.Granted(var token, var lasts, var beside) -> {
                body.put("access_token", token);
                body.put("token_type", PresentedTokens.BEARER);
                body.put("expires_in", lasts.toSeconds());
                body.putAll(beside);
            }
            case Answer.Refused(String error) -> {
                boolean client = error.equals(OAuth2ErrorCodes.INVALID_CLIENT);
                if (client) response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"thucchat\"");
                boolean tooMany = error.equals(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
                if (tooMany) response.setHeader(HttpHeaders.RETRY_AFTER, "60");
                response.setStatus((client
                                ? HttpStatus.UNAUTHORIZED
                                : tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST)
                        .value());
                body.put("error", error);
            }
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
