package vn.thucchat.testing;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.BeanUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.ClassUtils;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.MessageFiles;
import vn.thucchat.foundation.pages.Navigation;
import vn.thucchat.foundation.pages.PageContext;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.foundation.pages.Texts;

/** Makes a page of a template and its record without the application, as {@code Pages} does. */
public final class Rendering {

    public static final Locale VIETNAMESE = Locale.of("vi");

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final MessageSource MESSAGES = messages();

    /** What the rooms add, as the application gathers it. */
    public static final Navigation WAYS = new Navigation(rooms());

    private Rendering() {}

    private static List<RoomPages> rooms() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RoomPages.class));
        return scanner.findCandidateComponents("vn.thucchat").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .map(type -> (RoomPages) BeanUtils.instantiateClass(type))
                .toList();
    }

    /** Every message file of the application, read as the application reads it. */
    public static String[] basenames() {
        return MessageFiles.basenames().toArray(String[]::new);
    }

    public static Texts texts(Locale locale) {
        return new Texts(MESSAGES, locale);
    }

    /** @param roles those of the reader; none for a stranger */
    public static String html(String template, Object page, Locale locale, String path, String... roles) {
        var request = new MockHttpServletRequest("GET", path);
        if (roles.length > 0) {
            request.setUserPrincipal(() -> "Nguyễn Thị Minh Hằng");
            for (String role : Persons.rolesOf(roles)) request.addUserRole(role);
        }
        var output = new StringOutput();
        TEMPLATES.render(
                template + ".jte",
                Map.of("c", new PageContext(texts(locale), request, null, null, WAYS), "page", page),
                output);
        return output.toString();
    }

    /** What a page has around it for a Vietnamese stranger: for tags that are made alone. */
    public static PageContext context(String path) {
        return new PageContext(texts(VIETNAMESE), new MockHttpServletRequest("GET", path), null, null, WAYS);
    }

    /** A tag alone. */
    public static String tag(String tag, Map<String, Object> parameters) {
        var output = new StringOutput();
        TEMPLATES.render("tag/" + tag + ".jte", parameters, output);
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
