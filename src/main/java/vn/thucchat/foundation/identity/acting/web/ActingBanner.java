package vn.thucchat.foundation.identity.acting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.thucchat.foundation.identity.access.Actor.ActingFor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.pages.PageContext;
import vn.thucchat.foundation.pages.Pages;

/** Says above every page for whom its reader acts, with the button that ends it. */
@Configuration(proxyBeanMethods = false)
class ActingBanner implements WebMvcConfigurer, HandlerInterceptor {

    private final Pages pages;

    ActingBanner(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer == null) return;
        ActingFor acting = SignedIn.actor(SecurityContextHolder.getContext().getAuthentication())
                .actingFor();
        if (acting == null) return;
        PageContext reader = pages.chrome(request);
        request.setAttribute(
                PageContext.ACTING,
                pages.part("foundation/identity/acting/banner", reader.t(), new ActingBannerPage(reader, acting)));
    }
}
