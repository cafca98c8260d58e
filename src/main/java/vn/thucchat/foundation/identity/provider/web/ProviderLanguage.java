package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import vn.thucchat.foundation.identity.provider.RequestQuery;
import vn.thucchat.foundation.pages.SiteCookies;

/** Speaks the language that a client says its user reads ({@code ui_locales}), unless the reader has chosen one here. */
@Component
record ProviderLanguage(LocaleResolver locales, SiteCookies cookies) {

    private static final List<String> OURS = List.of("vi", "en");

    void choose(RequestQuery query, HttpServletRequest request, HttpServletResponse response) {
        if (cookies.read(request, "lang").isPresent()) return;
        query.words("ui_locales").stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(OURS::contains)
                .findFirst()
                .ifPresent(language -> locales.setLocale(request, response, Locale.of(language)));
    }
}
