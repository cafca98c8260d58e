package vn.thucchat.foundation.pages;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes a page of a template and its typed record; a controller returns what {@link #show} gives. */
@Component
public final class Pages {

    /** The flash attribute that carries a message key over a redirect. */
    public static final String NOTICE = "notice";

    /** The flash attribute with the whole numbers of that message, a blank between them. */
    static final String COUNTS = "notice-counts";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final MessageSource messages;
    private final Navigation ways;
    private final ObjectProvider<ResourceUrlProvider> assets;

    Pages(MessageSource messages, Navigation ways, ObjectProvider<ResourceUrlProvider> assets) {
        this.messages = messages;
        this.ways = ways;
        this.assets = assets;
        templates.setTrimControlStructures(true);
        templates.setBinaryStaticContent(true);
    }

    /** @param template the path under {@code src/main/jte} without its ending; it takes {@code c} and {@code page} */
    public View show(String template, Object page) {
        return show(template, page, HttpStatus.OK);
    }

    public View show(String template, Object page, HttpStatus status) {
        return new Page(template + ".jte", page, status);
    }

    /** The texts in the language of this request. */
    public Texts texts(HttpServletRequest request) {
        return new Texts(messages, RequestContextUtils.getLocale(request));
    }

    /** What every page has around it, for the reader of this request. */
    public PageContext chrome(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        Texts t = texts(request);
        @Nullable
        String notice = flash != null && flash.get(NOTICE) instanceof String key
                ? t.of(key, counts(t, flash.get(COUNTS)))
                : null;
        return new PageContext(t, request, notice, assets.getIfAvailable(), ways);
    }

    private static Object[] counts(Texts t, @Nullable Object counts) {
        return counts instanceof String text
                ? Stream.of(text.split(" "))
                        .map(count -> t.number(Long.parseLong(count)))
                        .toArray()
                : new Object[0];
    }

    /** Whether a program asks, not a person: it is told of problems in a document (RFC 9457), and led to no sign-in. */
    public static boolean forProgram(HttpServletRequest request) {
        if (ProblemAnswers.path(request).startsWith("/api/")) return true;
        // a stream of events is read by no person, whatever the reader says it accepts
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler) {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
            if (mapping != null && List.of(mapping.produces()).contains(MediaType.TEXT_EVENT_STREAM_VALUE)) return true;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("html");
    }

    /** The template as text: for papers, which become PDF. It takes {@code t} and {@code page}. */
    public String paper(String template, Texts t, Object page) {
        var output = new gg.jte.output.StringOutput();
        templates.render(template + ".jte", Map.of("t", t, "page", page), output);
        return output.toString();
    }

    /** A part of a page, made by another room than the page. It takes {@code t} and {@code page}. */
    public Content part(String template, Texts t, Object page) {
        return output -> templates.render(template + ".jte", Map.of("t", t, "page", page), output);
    }

    private final class Page implements View {
        private final String template;
        private final Object page;
        private final HttpStatus status;

        Page(String template, Object page, HttpStatus status) {
            this.template = template;
            this.page = page;
            this.status = status;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var output = new Utf8ByteOutput();
            templates.render(template, Map.of("c", chrome(request), "page", page), output);
            response.setStatus(status.value());
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
