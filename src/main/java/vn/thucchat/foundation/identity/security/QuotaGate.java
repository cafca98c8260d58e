package vn.thucchat.foundation.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.thucchat.foundation.identity.access.PerMinute;

/** Counts calls of handlers that say {@link PerMinute}: for rooms below this one, which cannot ask for a {@link Quota}. */
@Component
record QuotaGate(Quota quota) implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        PerMinute most = handler instanceof HandlerMethod method ? method.getMethodAnnotation(PerMinute.class) : null;
        if (most != null) quota.charge(request, most.value());
        return true;
    }
}
