package vn.thucchat.foundation.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Referer;

/**
 * How a request is refused. A stranger on a page is led to the sign-in and back; a program is told 401; a person
 * without the role is told 403; a form that is too old says what to do.
 */
@Component
record Refusals(Pages pages, LocaleResolver locales, JsonMapper json, RefusalLog log)
        implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** A problem document (RFC 9457). */
    record Problem(String type, String title, int status, String detail, String instance) {}

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        stranger(request, response);
    }

    void stranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Pages.forProgram(request)) {
            problem(request, response, HttpStatus.UNAUTHORIZED, "identity.problem.stranger");
            return;
        }
        // what was to be sent is lost anyway: only a page can be come back to
        boolean page = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        response.sendRedirect(
                "/sign-in" + (page ? "?to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8) : ""));
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
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        String from = Referer.path(request);
        var page = new StaleFormPage(from == null ? "/" : from);
        try {
            pages.show("foundation/identity/security/stale-form", page, HttpStatus.FORBIDDEN)
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
