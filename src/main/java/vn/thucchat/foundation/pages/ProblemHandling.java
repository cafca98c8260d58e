package vn.thucchat.foundation.pages;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts our answers after a controller's own {@code @ExceptionHandler}s and before the framework's. */
@Configuration
class ProblemHandling implements WebMvcConfigurer {

    private final ObjectProvider<ProblemResolver> resolver;

    ProblemHandling(ObjectProvider<ProblemResolver> resolver) {
        this.resolver = resolver;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(
                Math.min(1, resolvers.size()),
                (request, response, handler, failure) ->
                        resolver.getObject().resolveException(request, response, handler, failure));
    }
}
