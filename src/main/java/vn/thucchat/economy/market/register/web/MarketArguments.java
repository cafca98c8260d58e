package vn.thucchat.economy.market.register.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
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
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Problem;

/**
 * Gives handlers the market of their address as an argument, for an actor who may do there what they ask for, and after
 * it records of that market.
 */
@Configuration(proxyBeanMethods = false)
class MarketArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final String MARKET = MarketArguments.class.getName();

    static {
        // no parameter of the API
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Market.class);
    }

    // made after the configurers of MVC, of which this is one
    private final ObjectProvider<MarketLookup> desk;
    private final ObjectProvider<MarketRecord<?>> parts;

    MarketArguments(ObjectProvider<MarketLookup> desk, ObjectProvider<MarketRecord<?>> parts) {
        this.desk = desk;
        this.parts = parts;
    }

    @Bean
    static MarketRecord<Stall> stallOfMarket(Stalls stalls) {
        return new MarketRecord<>(Stall.class, stalls::find, "market.stall.none");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Managed.class)
                || parameter.hasParameterAnnotation(Visible.class)
                || parameter.hasParameterAnnotation(Inspected.class)
                || parts.stream().anyMatch(part -> part.type() == parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() != Market.class) return part(parameter.getParameterType(), request);
        Market market = market(parameter, request);
        request.setAttribute(MARKET, market, RequestAttributes.SCOPE_REQUEST);
        return market;
    }

    private Object part(Class<?> type, NativeWebRequest request) {
        if (!(request.getAttribute(MARKET, RequestAttributes.SCOPE_REQUEST) instanceof Market market))
            throw new IllegalStateException("No market before the argument " + type);
        MarketRecord<?> part =
                parts.stream().filter(it -> it.type() == type).findFirst().orElseThrow();
        return Ids.read(variable(request, part.variable()))
                .<Object>flatMap(id -> part.find().apply(market, id))
                .orElseThrow(() -> Problem.notFound(part.none()));
    }

    private Market market(MethodParameter parameter, NativeWebRequest request) {
        Actor actor = request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof Actor known
                ? known
                : Actor.STRANGER;
        String code = variable(request, "code");
        MarketLookup all = desk.getObject();
        if (parameter.hasParameterAnnotation(Managed.class)) return all.managed(actor, code);
        if (parameter.hasParameterAnnotation(Inspected.class)) return all.inspected(actor, code);
        return all.readable(actor, code);
    }

    private static String variable(NativeWebRequest request, String name) {
        var path = (Map<?, ?>)
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (path == null || !(path.get(name) instanceof String text))
            throw new IllegalStateException("No {" + name + "} in the address");
        return text;
    }
}
