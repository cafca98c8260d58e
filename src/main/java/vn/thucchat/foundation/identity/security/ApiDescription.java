package vn.thucchat.foundation.identity.security;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.foundation.pages.SiteCookies;

/** What the description of the API says of every route: who may call it, and how it is refused. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String SESSION = "session";
    private static final String PROBLEM = "Problem";

    ApiDescription(SpringDocConfigProperties described, List<RoomPages> rooms) {
        described.setPathsToMatch(
                Stream.concat(Stream.of("/api/v1/**"), rooms.stream().flatMap(room -> room.apiPaths().stream()))
                        .toList());
    }

    @Bean
    OpenAPI api(@Value("${thucchat.base-url}") String baseUrl, SiteCookies cookies) {
        return new OpenAPI()
                // said by the installation, not by the Host of whoever asks first
                .servers(List.of(new Server().url(baseUrl)))
                .info(new Info()
                        .title("Thực Chất")
                        .version("v1")
                        .description("Published figures, QR codes and payments of a province. Days are Vietnam's, times"
                                + " UTC, money whole đồng. Lists come in parts of `items` with a `nextCursor`. Refusals"
                                + " are problem documents (RFC 9457)."))
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
            DescribedRefusal own = handler.getMethodAnnotation(DescribedRefusal.class);
            if (own != null) refused(responses, own.status(), own.why());
            if (canBeWrong(handler))
                refused(responses, "400", "A parameter or the body is missing or wrong: see `parameter`");
            if (has(handler, PathVariable.class))
                refused(responses, "404", "No such thing, or not for the one who asks");
            refused(responses, "406", "There is no answer of the kind that `Accept` asks for");
            if (has(handler, RequestBody.class)) {
                refused(responses, "413", "The body is larger than what is read");
                refused(responses, "415", "The body is not `application/json`");
            }
            refused(responses, "500", "A fault of ours: `incident` names it in our log");
            refused(responses, "503", "Not for the moment: again when Retry-After says");
            Allow allow = handler.getMethodAnnotation(Allow.class);
            boolean anyone = allow != null && allow.anyone();
            // a token that is sent must be good even where none is needed (RFC 6750, section 3.1)
            refused(
                    responses,
                    "401",
                    anyone ? "The token sent is not valid" : "Not signed in, or the token is not valid");
            refused(
                    responses,
                    "403",
                    (anyone ? "" : "Signed in without the role for it, or ") + "a token without the scope for it");
            if (anyone) return operation;
            return operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
        };
    }

    /** What stands beside an operation in words only: refusals are problems, and answers that bear a stamp may be known. */
    @Bean
    OpenApiCustomizer describedForms() {
        return document -> {
            // later than the rest, because what nothing names yet is dropped
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> {
                        var responses = operation.getResponses();
                        responses.forEach((status, response) -> {
                            if (status.compareTo("400") >= 0)
                                response.setContent(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(new Schema<>().$ref(PROBLEM))));
                        });
                        if (operation.equals(item.getGet())
                                && path.startsWith("/api/v1/")
                                && !path.equals("/api/v1/payments")
                                && !path.startsWith("/api/v1/me/"))
                            responses.addApiResponse(
                                    "304", new ApiResponse().description("Nothing has changed since `If-None-Match`"));
                    }));
        };
    }

    private static boolean has(HandlerMethod handler, Class<? extends java.lang.annotation.Annotation> annotation) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(part -> part.hasParameterAnnotation(annotation));
    }

    /** A path that is text is only found or not. */
    private static boolean canBeWrong(HandlerMethod handler) {
        return has(handler, RequestParam.class)
                || has(handler, RequestBody.class)
                || Arrays.stream(handler.getMethodParameters())
                        .anyMatch(part -> part.hasParameterAnnotation(PathVariable.class)
                                && part.getParameterType() != String.class);
    }

    /** What a route says of itself stays. */
    private static void refused(ApiResponses responses, String status, String why) {
        responses.computeIfAbsent(status, _ -> new ApiResponse().description(why));
    }

    private static Schema<?> problem() {
        Map<String, Schema<?>> parts = new LinkedHashMap<>();
        parts.put("type", of("string", "A kind of problem; `about:blank` where the status says it all"));
        parts.put("title", of("string", "The status in words"));
        parts.put("status", of("integer", "The status of the answer"));
        parts.put("detail", of("string", "What is wrong here, in the language of the one who asks"));
        parts.put("instance", of("string", "The path that was asked for"));
        parts.put("parameter", of("string", "The parameter or field that is wrong"));
        parts.put("errors", errors());
        parts.put("incident", of("string", "Names a fault of ours in our log"));
        var schema = of("object", "Why something was refused (RFC 9457)");
        parts.forEach(schema::addProperty);
        schema.setRequired(List.of("type", "title", "status", "detail", "instance"));
        return schema;
    }

    /** Where several things may be wrong, they are all told at once. */
    private static Schema<?> errors() {
        var error = of("object", "One thing that is wrong");
        error.addProperty("parameter", of("string", "The parameter or field that is wrong"));
        error.addProperty("detail", of("string", "What is wrong with it"));
        error.setRequired(List.of("parameter", "detail"));
        var all = of("array", "All that is wrong, where there may be more than one thing");
        all.setItems(error);
        return all;
    }

    private static Schema<?> of(String type, String description) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        schema.setDescription(description);
        return schema;
    }
}
