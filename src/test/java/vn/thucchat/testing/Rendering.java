package vn.thucchat.testing;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.thucchat.foundation.pages.Chrome;
import vn.thucchat.foundation.pages.Texts;

/** Makes a page of a template and its record without the application, as {@code Pages} does. */
public final class Rendering {

    public static final Locale VIETNAMESE = Locale.of("vi");

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final MessageSource MESSAGES = messages();

    private Rendering() {}

    /** Every message file of the application, read as the application reads it. */
    public static String[] basenames() {
        var properties = new Properties();
        try (var file = Rendering.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("spring.messages.basename").split(",");
    }

    public static Texts texts(Locale locale) {
        return new Texts(MESSAGES, locale);
    }

    /** @param roles those of the reader; none for a stranger */
    public static String html(String template, Object page, Locale locale, String path, String... roles) {
        var request = new MockHttpServletRequest("GET", path);
        if (roles.length > 0) {
            request.setUserPrincipal(() -> "Nguyễn Thị Minh Hằng");
            for (String role : roles) request.addUserRole(role);
        }
        var output = new StringOutput();
        TEMPLATES.render(
                template + ".jte", Map.of("c", new Chrome(texts(locale), request, null, null), "page", page), output);
        return output.toString();
    }

    private static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(basenames());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
