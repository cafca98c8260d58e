package vn.thucchat.economy.market.register.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.identity.Actor;

/** Gives handlers the market of their address as an argument, for an actor who may do there what they ask for. */
@Configuration(proxyBeanMethods = false)
class MarketArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    static {
        // no parameter of the API
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Market.class);
    }

    // made after the configurers of MVC, of which this is one
    private final ObjectProvider<MarketLookup> desk;

    MarketArguments(ObjectProvider<MarketLookup> desk) {
        this.desk = desk;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Managed.class)
                || parameter.hasParameterAnnotation(Visible.class)
                || parameter.hasParameterAnnotation(Inspected.class);
    }

    @Override
    public Market resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Actor actor = request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof Actor known
                ? known
                : Actor.STRANGER;
        var path = (Map<?, ?>)
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (path == null || !(path.get("code") instanceof String code))
            throw new IllegalStateException("No {code} in the address of " + parameter.getMethod());
        MarketLookup all = desk.getObject();
        if (parameter.hasParameterAnnotation(Managed.class)) return all.managed(actor, code);
        if (parameter.hasParameterAnnotation(Inspected.class)) return all.inspected(actor, code);
        return all.readable(actor, code);
    }
}
