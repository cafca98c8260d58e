package vn.thucchat.foundation.identity;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.pages.SiteCookies;

/** What the description of the API says of every route: who may call it, and how it is refused. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String SESSION = "session";

    @Bean
    OpenAPI api(@Value("${thucchat.base-url}") String baseUrl, SiteCookies cookies) {
        return new OpenAPI()
                // said by the installation, not by the Host of whoever asks first
                .servers(List.of(new Server().url(baseUrl)))
                .info(new Info()
                        .title("Thực Chất")
                        .version("v1")
                        .description("Published figures, QR codes and payments of a province. Days are Vietnam's, times"
                                + " UTC, money whole đồng. Refusals are problem documents (RFC 9457)."))
                .components(new Components()
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(cookies.name(Sessions.COOKIE))
                                        .description("The session of somebody who signed in at /sign-in")));
    }

    @Bean
    OperationCustomizer describedRefusals() {
        return (operation, handler) -> {
            var responses = operation.getResponses();
            responses.addApiResponse("400", refused("A parameter or the body is missing or wrong: see `parameter`"));
            Allow allow = handler.getMethodAnnotation(Allow.class);
            if (allow != null && allow.anyone()) return operation;
            responses.addApiResponse("401", refused("Not signed in"));
            responses.addApiResponse("403", refused("Signed in without the role for it"));
            responses.addApiResponse("404", refused("No such thing, or not for the one who asks"));
            return operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
        };
    }

    private static ApiResponse refused(String why) {
        return new ApiResponse()
                .description(why)
                .content(new Content().addMediaType("application/problem+json", new MediaType()));
    }
}
