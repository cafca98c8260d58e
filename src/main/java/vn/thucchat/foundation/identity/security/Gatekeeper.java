package vn.thucchat.foundation.identity.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accesslog.RefusalLog;

/**
 * Stands before every handler and lets through whom its {@link Allow} names. A handler without one is closed to
 * everybody, whoever wrote it.
 */
@Component
record Gatekeeper(
        Refusals refusals,
        MetricsDoor metrics,
        RefusalLog log,
        RoleDefinitions roles,
        ProofRule proofs,
        ObjectProvider<SilentRequests> silent)
        implements HandlerInterceptor {

    /** The request's attribute that says it was refused here, for the test of all routes. */
    static final String REFUSED = Gatekeeper.class.getName() + ".refused";

    /** The request's attribute with the page that somebody has to pass before this one, for the test of all routes. */
    static final String UNPROVEN = Gatekeeper.class.getName() + ".unproven";

    /** Where somebody begins and ends to act for another. */
    static final String ACTING = "/id/acting";

    /** Where a session ends, whoever asks for it. */
    private static final Set<String> SIGN_OUT = Set.of("/sign-out", "/connect/logout", "/connect/logout/confirmed");

    /** Handlers of the framework, which carry no annotation of ours. */
    private static final Set<String> OPEN = Set.of("/actuator/health", "/v3/api-docs");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // static files; and the error page of a request that was let through or refused before
        if (handler instanceof ResourceHttpRequestHandler || request.getDispatcherType() == DispatcherType.ERROR)
            return true;
        String path = request.getRequestURI();
        if (OPEN.contains(path)) return true;
        if (path.equals(MetricsDoor.PATH)) {
            if (metrics.opens(request)) return true;
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return false;
        }
        Allow allow = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Allow.class) : null;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var actor = SignedIn.actor(authentication);
        if (!may(roles, actor, allow)) {
            request.setAttribute(REFUSED, true);
            if (actor.signedIn()) refusals.forbidden(request, response);
            else refusals.stranger(request, response);
            return false;
        }
        if (actor.actingFor() != null && !actsHere(actor, allow, request)) {
            request.setAttribute(REFUSED, true);
            refusals.acting(request, response);
            return false;
        }
        return !(authentication instanceof SignedIn person)
                || allow == null
                || proven(person, allow, request, response);
    }

    /**
     * Whether a handler is open to who acts for another; when that has ended, only what says so is. What is open to anyone is
     * read, and no more: nobody signs in elsewhere, or becomes another, while every page says that they are somebody's.
     */
    private static boolean actsHere(Actor actor, @Nullable Allow allow, HttpServletRequest request) {
        String path = request.getRequestURI();
        if (allow == null || path.startsWith(ACTING) || SIGN_OUT.contains(path)) return true;
        var whom = actor.actingFor();
        boolean reads = allow.anyone() && Refusals.reading(request);
        return whom == null || (!whom.over() && (allow.acting() || reads));
    }

    private boolean proven(SignedIn person, Allow allow, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String before = proofs.pageToPassFirst(person, request.getRequestURI());
        if (before != null) {
            request.setAttribute(UNPROVEN, before);
            var told = silent.stream()
                    .flatMap(one -> one.refusal(request).stream())
                    .findFirst();
            if (told.isPresent()) response.sendRedirect(told.get());
            else refusals.before(before, request, response);
            return false;
        }
        if (proofs.recent(person, allow.recent())) return true;
        request.setAttribute(UNPROVEN, ProofRule.AGAIN);
        refusals.notRecent(person, proofs, request, response);
        return false;
    }

    /**
     * Records that a person asked for what is not there, or is another unit's: these are told apart to nobody, and who
     * tries ids leaves lines in the access log.
     */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() != HttpServletResponse.SC_NOT_FOUND
                || !(handler instanceof HandlerMethod)
                || request.getDispatcherType() == DispatcherType.ERROR) return;
        var actor = SignedIn.actor(SecurityContextHolder.getContext().getAuthentication());
        if (actor.signedIn())
            log.record(actor, "identity.request-refused", request.getRequestURI(), request.getRemoteAddr());
    }

    static boolean may(RoleDefinitions roles, Actor actor, @Nullable Allow allow) {
        if (allow == null) return false;
        if (allow.anyone() || (allow.signedIn() && actor.signedIn())) return true;
        return roles.holdsAny(actor, allow.value());
    }
}
