package vn.thucchat.foundation.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.thucchat.foundation.pages.Problem;

/**
 * Refuses methods that a route does not have with 405 and the methods that it has (RFC 9110, 15.5.6), before anybody
 * looks at what was sent: TRACE and methods that nobody knows included.
 */
final class MethodFilter extends OncePerRequestFilter {

    /** What every route answers by itself; whether it has them is seen later. */
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    MethodFilter(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String method = request.getMethod();
        if (!READING.contains(method)) {
            Set<String> had = methods(PathContainer.parsePath(request.getRequestURI()));
            if (had.isEmpty() && !method.equals("POST")) throw Problem.notFound("problem.404.detail");
            if (!had.isEmpty() && !had.contains(method)) {
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", had));
                throw Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "problem.method", method);
            }
        }
        chain.doFilter(request, response);
    }

    /** The methods of the route at a path, sorted; none when there is no route. */
    private Set<String> methods(PathContainer path) {
        var methods = new TreeSet<String>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(route -> at(route, path))
                .forEach(route -> route.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .forEach(methods::add));
        if (methods.contains("GET")) methods.add("HEAD");
        if (!methods.isEmpty()) methods.add("OPTIONS");
        return methods;
    }

    private static boolean at(RequestMappingInfo route, PathContainer path) {
        var patterns = route.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
