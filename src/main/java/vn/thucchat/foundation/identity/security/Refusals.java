package vn.thucchat.foundation.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestWrapper;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accesslog.RefusalLog;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Referer;

/**
 * How a request is refused. A stranger on a page is led to the sign-in and back; a program is told 401; a person
 * without the role is told 403; a form that is too old says what to do.
 */
@Component
record Refusals(Pages pages, LocaleResolver locales, JsonMapper json, RefusalLog log)
        implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Signs of a form's fields that a redirect can carry. */
    private static final int MOST_KEPT = 2000;

    /** A problem document (RFC 9457). */
    record Problem(String type, String title, int status, String detail, String instance) {}

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        stranger(request, response);
    }

    void stranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Pages.forProgram(request)) {
            // RFC 6750, section 3: by what it may try again
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problem(request, response, HttpStatus.UNAUTHORIZED, "identity.problem.stranger");
            return;
        }
        response.sendRedirect(comingBack("/sign-in", request));
    }

    /** What was to be sent is lost anyway: only a page can be come back to. */
    private static String comingBack(String page, HttpServletRequest request) {
        return page + (reading(request) ? "?to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8) : "");
    }

    static boolean reading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Somebody signed in has to pass a page first. */
    void before(String page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Pages.forProgram(request))
            response.sendRedirect(page.equals(ProofRule.SECOND) ? comingBack(page, request) : page);
        else if (page.equals(ProofRule.NEW_PASSWORD)) forbidden(request, response);
        else {
            refused(request);
            problem(request, response, HttpStatus.FORBIDDEN, "identity.problem.second");
        }
    }

    /** Somebody who acts for another asked for what is open only to who acts for themselves. */
    void acting(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused(request);
        if (Pages.forProgram(request)) problem(request, response, HttpStatus.FORBIDDEN, "identity.problem.acting");
        else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            String to = reading(request) ? "&to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8) : "";
            response.setHeader("Location", Gatekeeper.ACTING + "?closed=true" + to);
        }
    }

    /** Somebody signed in has to prove once more who they are; what they typed is kept. */
    void notRecent(SignedIn person, ProofRule proofs, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Pages.forProgram(request)) {
            refused(request);
            problem(request, response, HttpStatus.FORBIDDEN, "identity.problem.recent");
        } else if (reading(request)) response.sendRedirect(comingBack(ProofRule.AGAIN, request));
        else {
            refused(request);
            String fields = fields(request);
            boolean kept = fields.length() <= MOST_KEPT;
            String from = Referer.path(request);
            Form<?> form = Form.blank(
                    pages.texts(request),
                    Map.of("to", request.getRequestURI(), "post", "true", "kept", kept ? fields : ""));
            var page = new StepUpPage(
                    person.getPrincipal().username(),
                    proofs.ways(person),
                    proofs.others(person),
                    form,
                    kept,
                    from == null ? "/" : from);
            show("foundation/identity/security/step-up", page, request, response);
        }
    }

    /** The fields of a form as browsers send them, without its token. */
    private static String fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .flatMap(field -> Stream.of(field.getValue())
                        .map(value -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private void refused(HttpServletRequest request) {
        log.record(
                SignedIn.actor(SecurityContextHolder.getContext().getAuthentication()),
                "identity.proof-asked",
                request.getRequestURI(),
                request.getRemoteAddr());
    }

    /** A program's token opens nothing, or not this. */
    void token(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        log.record(SignedIn.actor(null), "identity.token-refused", request.getRequestURI(), request.getRemoteAddr());
        problem(request, response, status, key);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.record(
                SignedIn.actor(SecurityContextHolder.getContext().getAuthentication()),
                "identity.request-refused",
                request.getRequestURI(),
                request.getRemoteAddr());
        if (Pages.forProgram(request)) problem(request, response, HttpStatus.FORBIDDEN, "identity.problem.forbidden");
        else response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (!(e instanceof CsrfException)) forbidden(request, response);
        // what is sent there as JSON needs no token (WebSecurity): this was something else
        else if (request.getRequestURI().startsWith("/api/"))
            problem(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "identity.problem.json");
        else if (Pages.forProgram(request)) problem(request, response, HttpStatus.FORBIDDEN, "identity.problem.csrf");
        else staleForm(request, response);
    }

    /** The dispatcher has not seen this request: it gets here what pages need, its language and its person. */
    private void staleForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String from = Referer.path(request);
        show(
                "foundation/identity/security/stale-form",
                new StaleFormPage(from == null ? "/" : from),
                request,
                response);
    }

    private void show(String template, Object page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        try {
            pages.show(template, page, HttpStatus.FORBIDDEN)
                    .render(null, new SecurityContextHolderAwareRequestWrapper(request, "ROLE_"), response);
        } catch (IOException | RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        var texts = pages.texts(request);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(new Problem(
                        "about:blank",
                        status.getReasonPhrase(),
                        status.value(),
                        texts.of(key),
                        request.getRequestURI())));
    }

    private static String wanted(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }
}
