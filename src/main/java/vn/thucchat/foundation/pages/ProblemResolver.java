package vn.thucchat.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/** From an exception that left a handler to an answer. Who may do what is left to the security filters. */
@Component
record ProblemResolver(ProblemAnswers answers, Pages pages) implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) return null;
        // The reader has gone, or half the answer is out: nothing more can be said.
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) return new ModelAndView();
        response.resetBuffer();
        var t = pages.texts(request);
        return switch (failure) {
            case Problem problem -> problem(request, response, problem);
            case MissingServletRequestParameterException missing ->
                bad(request, t.of("problem.missing", missing.getParameterName()), missing.getParameterName());
            case MissingServletRequestPartException missing ->
                bad(request, t.of("problem.missing", missing.getRequestPartName()), missing.getRequestPartName());
            case MethodArgumentTypeMismatchException wrong ->
                bad(request, t.of("problem.mismatch", wrong.getName()), wrong.getName());
            case TypeMismatchException wrong -> bad(request, null, wrong.getPropertyName());
            case HttpMessageNotReadableException unreadable -> unreadable(request, unreadable);
            case MaxUploadSizeExceededException large ->
                answers.answer(request, HttpStatus.CONTENT_TOO_LARGE, null, null, null);
            case MultipartException broken -> bad(request, t.of("problem.unreadable"), null);
            case InvalidParameterException unreadable -> OutageFilter.unreadable(answers, request, unreadable);
            case HttpRequestMethodNotSupportedException method -> {
                copyHeaders(method, response);
                yield answers.answer(
                        request, HttpStatus.METHOD_NOT_ALLOWED, t.of("problem.method", method.getMethod()), null, null);
            }
            case ErrorResponse known -> {
                copyHeaders(known, response);
                var status = HttpStatus.valueOf(known.getStatusCode().value());
                yield status.is5xxServerError()
                        ? broken(request, status, failure)
                        : answers.answer(request, status, null, null, null);
            }
            // a parameter with a NUL, which no text column holds
            case DataAccessException refused when notText(refused) -> bad(request, t.of("problem.unreadable"), null);
            default ->
                OutageFilter.causes(failure)
                        ? OutageFilter.answer(answers, request, response, failure)
                        : broken(request, HttpStatus.INTERNAL_SERVER_ERROR, failure);
        };
    }

    /** PostgreSQL's SQLSTATE 22021, "character not in repertoire". */
    private static boolean notText(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException sql && "22021".equals(sql.getSQLState());
    }

    ModelAndView problem(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        var retry = problem.retryAfter();
        if (retry != null) response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retry.toSeconds()));
        return answers.answer(
                request,
                problem.status(),
                problem.detail(pages.texts(request)),
                problem.parameter(),
                null,
                problem.errors());
    }

    private ModelAndView unreadable(HttpServletRequest request, HttpMessageNotReadableException failure) {
        var t = pages.texts(request);
        return switch (failure.getCause()) {
            case StreamConstraintsException large ->
                answers.answer(request, HttpStatus.CONTENT_TOO_LARGE, t.of("problem.constraint"), null, null);
            case DatabindException wrong
            when !wrong.getPath().isEmpty() -> {
                String field = wrong.getPath().getFirst().getPropertyName();
                yield field == null
                        ? bad(request, t.of("problem.unreadable"), null)
                        : bad(request, t.of("problem.mismatch", field), field);
            }
            case null, default -> bad(request, t.of("problem.unreadable"), null);
        };
    }

    private ModelAndView bad(HttpServletRequest request, @Nullable String detail, @Nullable String parameter) {
        return answers.answer(request, HttpStatus.BAD_REQUEST, detail, parameter, null);
    }

    private ModelAndView broken(HttpServletRequest request, HttpStatus status, Exception failure) {
        String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), failure);
        return answers.answer(request, status, null, null, incident);
    }

    private static void copyHeaders(ErrorResponse from, HttpServletResponse to) {
        from.getHeaders().forEach((name, values) -> values.forEach(value -> to.addHeader(name, value)));
    }
}
