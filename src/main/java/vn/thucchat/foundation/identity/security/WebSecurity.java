package vn.thucchat.foundation.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.sessions.FormTokens;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.SiteCookies;

/**
 * Sessions, CSRF tokens, headers and CORS by Spring Security's filters. Who may call what is not decided there but by
 * the {@link Gatekeeper}, who knows the handler.
 */
@Configuration
class WebSecurity implements WebMvcConfigurer {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self' data:",
            "script-src 'self'",
            "connect-src 'self'",
            "font-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "manifest-src 'self'");

    /** What changes nothing and is open to all: any page may send to it from its reader's browser. */
    private static final List<String> OPEN_TO_PAGES = List.of("/api/v1/vietqr", "/api/v1/vietqr/parse");

    private static final String ONE_CLICK = "/api/v1/one-click/";

    static {
        // who acts is no parameter of the API
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Sessions sessions,
            FormTokens tokens,
            SiteCookies cookies,
            Refusals refusals,
            ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return http.addFilterBefore(new MethodFilter(mappings), CsrfFilter.class)
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(WebSecurity::fromProgram, request -> firstForm(request, sessions)))
                // nothing is kept by the container
                .sessionManagement(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(publishedToAll()))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                // the sign-in form itself carries where to go back to
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                // a page of our own, so that the route table holds it like any other
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        // for browsers that do not know frame-ancestors; what may be framed says so by its address
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                request -> !request.getRequestURI().startsWith("/embed/"),
                                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(
                                hsts -> hsts.requestMatcher(request -> cookies.encrypted() || request.isSecure())
                                        .maxAgeInSeconds(Duration.ofDays(365).toSeconds())
                                        .includeSubDomains(cookies.encrypted())))
                .build();
    }

    /** Methods that nobody knows are not "bad requests": {@link MethodFilter} says which there are. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** TRACE is refused by {@link MethodFilter}, which knows what to use instead; Tomcat would name what it has itself. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> traceRefusedByUs() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
    }

    /** A bean, not a registration: so it stands before the handlers of every mapping, the actuator's too. */
    @Bean
    MappedInterceptor gate(Gatekeeper gatekeeper) {
        return new MappedInterceptor(null, gatekeeper);
    }

    @Bean
    MappedInterceptor quotas(QuotaGate gate) {
        return new MappedInterceptor(null, gate);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Actor.class;
            }

            @Override
            public Actor resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return SignedIn.actor(SecurityContextHolder.getContext().getAuthentication());
            }
        });
    }

    /**
     * JSON for the API needs no token: a strange page can make a browser send it only after a preflight request, which
     * is answered for reading and for what {@link #OPEN_TO_PAGES} writes, and never lets it send who is signed in. What
     * a mail program posts for its user (RFC 8058) is proved by the sealed token in its address alone.
     */
    private static boolean fromProgram(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(ONE_CLICK)) return true;
        String type = request.getContentType();
        return request.getRequestURI().startsWith("/api/v1/")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    /**
     * A stranger's form that the browser itself says comes from a page of ours (Fetch Metadata): of several pages that
     * were opened at once only the last one's cookie is left.
     */
    private static boolean firstForm(HttpServletRequest request, Sessions sessions) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site")) && !sessions.containsContext(request);
    }

    private static UrlBasedCorsConfigurationSource publishedToAll() {
        var open = new CorsConfiguration();
        open.setAllowedOrigins(List.of("*"));
        open.setAllowedMethods(List.of("GET", "HEAD"));
        open.setAllowedHeaders(List.of("*"));
        open.setExposedHeaders(List.of("ETag"));
        open.setAllowCredentials(false);
        open.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        var written = new CorsConfiguration(open);
        written.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        // the first that matches counts
        for (String path : OPEN_TO_PAGES) source.registerCorsConfiguration(path, written);
        source.registerCorsConfiguration("/api/v1/**", open);
        return source;
    }
}
