package vn.thucchat.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Vietnamese unless the reader chose English: {@code ?lang=en} is remembered in a cookie. */
@Configuration
class Language implements WebMvcConfigurer {

    static final Locale VIETNAMESE = Locale.of("vi");

    private final SiteCookies cookies;

    Language(SiteCookies cookies) {
        this.cookies = cookies;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver(cookies.name("lang")) {
            @Override
            protected Locale parseLocaleValue(String value) {
                return supported(value);
            }
        };
        resolver.setDefaultLocaleFunction(request -> request.getHeader("Accept-Language") != null
                        && request.getRequestURI().startsWith("/api/")
                ? supported(request.getLocale().getLanguage())
                : VIETNAMESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSecure(cookies.encrypted());
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                String wanted = request.getParameter("lang");
                if (wanted != null) localeResolver().setLocale(request, response, supported(wanted));
                return true;
            }
        });
    }

    private static Locale supported(String language) {
        return language.equals("en") ? Locale.ENGLISH : VIETNAMESE;
    }
}
