package vn.thucchat.demonstration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.thucchat.demonstration.TourStep;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.PageContext;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SiteCookies;

/**
 * Leads a visitor through the guided tour: keeps the next step in a cookie of the browser ({@code tour=3}), sees by the
 * pages that are opened when a step is done, and puts the next one above each page. A browser without the cookie costs
 * nothing but the look at its cookies.
 */
@Configuration(proxyBeanMethods = false)
class TourProgress implements WebMvcConfigurer, HandlerInterceptor {

    private static final String COOKIE = "tour";

    private final Demo demo;
    private final SiteCookies cookies;
    private final InstantSource clock;
    private final Pages pages;

    TourProgress(Demo demo, SiteCookies cookies, InstantSource clock, Pages pages) {
        this.demo = demo;
        this.cookies = cookies;
        this.clock = clock;
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** After the handler, which has refused those who may not see the page, and before the page is written. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer == null || !request.getMethod().equals("GET")) return;
        int next = done(request).orElse(-1);
        if (next < 0 || request.getRequestURI().equals(Demo.TOUR)) return;
        if (next < TourStep.IN_ORDER.size()
                && TourStep.IN_ORDER.get(next).doneBy(request.getRequestURI(), request.getParameter("sent") != null))
            keep(request, response, ++next);
        PageContext reader = pages.chrome(request);
        request.setAttribute(
                PageContext.STRIP,
                pages.part(
                        "demonstration/tour-strip",
                        reader.t(),
                        new TourPage(reader, next, BusinessTime.day(clock.instant()))));
    }

    /** How many steps are done; empty while no tour runs in this browser. */
    Optional<Integer> done(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .filter(text -> text.matches("[0-" + TourStep.IN_ORDER.size() + "]"))
                .filter(_ -> demo.on())
                .map(Integer::valueOf);
    }

    void keep(HttpServletRequest request, HttpServletResponse response, int done) {
        cookies.write(request, response, COOKIE, Integer.toString(done), SiteCookies.WHILE_OPEN, "Lax");
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        cookies.delete(request, response, COOKIE);
    }
}
