package vn.thucchat.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers {@link Texts} in the language of the request, {@link Flash}, {@link Cursor} and {@link Form} as arguments. */
@Configuration(proxyBeanMethods = false)
class PageArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final List<Class<?>> TYPES = List.of(Texts.class, Flash.class, Cursor.class, Form.class);

    static {
        // none is a parameter of the API
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(TYPES.toArray(Class<?>[]::new));
    }

    private final Pages pages;
    // both are made after the configurers of MVC, of which this is one
    private final ObjectProvider<FormattingConversionService> conversion;
    private final ObjectProvider<Validator> validator;

    PageArguments(
            Pages pages, ObjectProvider<FormattingConversionService> conversion, ObjectProvider<Validator> validator) {
        this.pages = pages;
        this.conversion = conversion;
        this.validator = validator;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == Flash.class) return new Flash(request);
        if (type == Texts.class) return pages.texts(request);
        if (type == Cursor.class) return Cursor.read(request.getParameter(Cursor.PARAMETER));
        Class<?> record =
                ResolvableType.forMethodParameter(parameter).getGeneric(0).toClass();
        return new FormReading(conversion.getObject(), validator.getObject())
                .read(record, request.getParameterMap(), pages.texts(request));
    }
}
