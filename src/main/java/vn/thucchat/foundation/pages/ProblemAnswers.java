package vn.thucchat.foundation.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** Tells a reader what went wrong: a page to people, a problem document (RFC 9457) to programs. */
@Component
record ProblemAnswers(Pages pages, JsonMapper json) {

    /** The answers that have words of their own; any other status is told as 400 or 500. */
    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 406, 409, 413, 415, 429, 500, 503);

    /**
     * @param detail in the reader's language; null for the status' own words
     * @param parameter the parameter at fault, or null
     * @param incident the code under which the cause was logged, or null
     */
    ModelAndView answer(
            HttpServletRequest request,
            HttpStatus status,
            @Nullable String detail,
            @Nullable String parameter,
            @Nullable String incident) {
        return answer(request, status, detail, parameter, incident, List.of());
    }

    /** @param errors all that is wrong, for programs; a page says the first */
    ModelAndView answer(
            HttpServletRequest request,
            HttpStatus status,
            @Nullable String detail,
            @Nullable String parameter,
            @Nullable String incident,
            List<FieldError> errors) {
        var t = pages.texts(request);
        String words =
                "problem." + (TOLD.contains(status.value()) ? status.value() : status.is4xxClientError() ? 400 : 500);
        String title = t.of(words + ".title");
        String what = detail == null ? t.of(words + ".detail") : detail;
        if (!Pages.forProgram(request))
            return new ModelAndView(pages.show(
                    "error",
                    new ProblemPage(
                            status.value(), title, what, t.of(words + ".next"), incident, Referer.path(request)),
                    status));
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", what);
        body.put("instance", path(request));
        if (parameter != null) body.put("parameter", parameter);
        if (!errors.isEmpty())
            body.put(
                    "errors",
                    errors.stream()
                            .map(error -> Map.of("parameter", error.field(), "detail", error.text(t)))
                            .toList());
        if (incident != null) body.put("incident", incident);
        return new ModelAndView(new Document(status, t.language(), json.writeValueAsString(body)));
    }

    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private record Document(HttpStatus status, String language, String body) implements View {
        @Override
        public String getContentType() {
            return MediaType.APPLICATION_PROBLEM_JSON_VALUE;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws java.io.IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            response.setStatus(status.value());
            response.setContentType(getContentType());
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
