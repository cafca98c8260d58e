package vn.thucchat.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers {@link Texts} in the language of the request, and {@link Flash}, as arguments. */
@Configuration(proxyBeanMethods = false)
class PageArguments implements WebMvcConfigurer {

    static {
        // neither is a parameter of the API
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Texts.class, Flash.class);
    }

    private final Pages pages;

    PageArguments(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OfRequest<>(Texts.class, pages::texts));
        resolvers.add(new OfRequest<>(Flash.class, Flash::new));
    }

    /** Makes an argument of one type from the request. */
    private record OfRequest<T>(Class<T> type, Function<HttpServletRequest, T> from)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public @Nullable T resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
            return servlet == null ? null : from.apply(servlet);
        }
    }
}
