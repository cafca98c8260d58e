package vn.thucchat.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives every answer of the API an ETag, so that a program which asks again is told in a few bytes that nothing has
 * changed. A handler that knows a cheaper stamp sets it itself, and keeps it.
 */
@Configuration
class ApiStamps {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> apiStampFilter() {
        var registration = new FilterRegistrationBean<ShallowEtagHeaderFilter>(new Stamping());
        registration.addUrlPatterns("/api/v1/*");
        return registration;
    }

    private static final class Stamping extends ShallowEtagHeaderFilter {
        @Override
        protected boolean isEligibleForEtag(
                HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
            boolean eligible = super.isEligibleForEtag(request, response, status, body);
            // kept, but asked about each time: without this the security filters forbid to keep it at all
            if (eligible && response.getHeader(HttpHeaders.CACHE_CONTROL) == null)
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            return eligible;
        }
    }
}
