package vn.thucchat.foundation.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * While the database is away (restarting, out of connections) a request is answered with 503 and when to come back,
 * not with an incident; a request whose parameters cannot be read, by what is wrong with it. Stands before the filters
 * that read the session, which is in the database too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemAnswers answers;
    private final ProblemResolver resolver;
    private final LocaleResolver language;

    OutageFilter(ProblemAnswers answers, ProblemResolver resolver, LocaleResolver language) {
        this.answers = answers;
        this.resolver = resolver;
        this.language = language;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            // asked for again on the way to an error page, it would fail there too
            if (response.isCommitted()) throw unreadable;
            response.reset();
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, language);
            show(unreadable(answers, request, unreadable), request, response);
        } catch (Problem problem) {
            // of a filter; what a handler throws has been answered before it comes here
            if (response.isCommitted()) throw problem;
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, language);
            show(resolver.problem(request, response, problem), request, response);
        } catch (RuntimeException | ServletException failure) {
            if (!causes(failure) || response.isCommitted()) throw failure;
            response.reset();
            // nobody is told who is signed in: that is not known now
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, language);
            show(answer(answers, request, response, failure), request, response);
        }
    }

    /** Parameters that are too large, too many, or no text. */
    static ModelAndView unreadable(
            ProblemAnswers answers, HttpServletRequest request, InvalidParameterException failure) {
        var status = HttpStatus.resolve(failure.getErrorCode());
        return answers.answer(
                request,
                status != null && status.is4xxClientError() ? status : HttpStatus.BAD_REQUEST,
                null,
                null,
                null);
    }

    /** Whether a failure comes from a database that cannot be reached for the moment. */
    static boolean causes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) return true;
            // a connection that is gone cannot be rolled back either: what came first tells why
            if (cause instanceof TransactionSystemException overridden
                    && overridden.getApplicationException() != null
                    && causes(overridden.getApplicationException())) return true;
            if (!(cause instanceof SQLException sql) || sql.getSQLState() == null) continue;
            String state = sql.getSQLState();
            // connection exceptions, shutdown and start, no connections left (PostgreSQL, appendix A)
            if (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300")) return true;
        }
        return false;
    }

    static ModelAndView answer(
            ProblemAnswers answers, HttpServletRequest request, HttpServletResponse response, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        LOG.warn("No database for {} {}: {}", request.getMethod(), request.getRequestURI(), root.toString());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return answers.answer(request, HttpStatus.SERVICE_UNAVAILABLE, null, null, null);
    }

    private static void show(ModelAndView answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            var view = answer.getView();
            if (view != null) view.render(Map.of(), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
