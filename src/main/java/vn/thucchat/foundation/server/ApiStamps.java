package vn.thucchat.foundation.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives every answer of the API an ETag, so that a program which asks again is told in a few bytes that nothing has
 * changed (RFC 9110, 13). A handler that knows a cheaper stamp sets it itself, and keeps it; what must not be stored has
 * none. HEAD is answered as GET, with the same headers.
 */
@Configuration
class ApiStamps {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> apiStampFilter() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Stamping());
        registration.addUrlPatterns("/api/v1/*");
        return registration;
    }

    private static final class Stamping extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean head = request.getMethod().equals("HEAD");
            if (!head && !request.getMethod().equals("GET")) {
                chain.doFilter(request, response);
                return;
            }
            var kept = new ContentCachingResponseWrapper(response);
            chain.doFilter(head ? new AsGet(request) : request, kept);
            if (stamped(request, kept, response)) return;
            if (head) response.setContentLength(kept.getContentSize());
            else kept.copyBodyToResponse();
        }

        /** Whether the answer is told to be known, and nothing of it is sent. */
        private static boolean stamped(
                HttpServletRequest request, ContentCachingResponseWrapper kept, HttpServletResponse response) {
            @Nullable String control = response.getHeader(HttpHeaders.CACHE_CONTROL);
            if (kept.getStatus() != 200 || (control != null && control.contains("no-store"))) return false;
            @Nullable String stamp = response.getHeader(HttpHeaders.ETAG);
            if (stamp == null) stamp = '"' + DigestUtils.md5DigestAsHex(kept.getContentAsByteArray()) + '"';
            // kept, but asked about each time: without this the security filters forbid to keep it at all
            if (control == null) response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            @Nullable String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
            if (known != null && known.strip().equals("*")) {
                response.setHeader(HttpHeaders.ETAG, stamp);
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return true;
            }
            return new ServletWebRequest(request, response).checkNotModified(stamp);
        }
    }

    private static final class AsGet extends HttpServletRequestWrapper {
        private AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
