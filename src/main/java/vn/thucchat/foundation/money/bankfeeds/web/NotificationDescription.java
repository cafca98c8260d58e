package vn.thucchat.foundation.money.bankfeeds.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names {@link NotificationDoor} in the description of the API, which is read off controllers and would not see it. */
@Configuration(proxyBeanMethods = false)
class NotificationDescription {

    private static final String ABOUT = """
            For banks' messengers, each in its own format: SePay (HMAC or API key), Casso (V2 signature or V1 token), \
            payOS. Open to all: what is sent proves itself. 200 means that every payment in it is stored for good; \
            what is sent again counts once. Whatever is refused changed nothing.""";

    @Bean
    OpenApiCustomizer describedNotifications() {
        return document -> document.path(
                NotificationDoor.PATH + "{connectionId}",
                new PathItem()
                        .post(new Operation()
                                .operationId("notifyOfPayments")
                                .addTagsItem("notifications")
                                .summary("Tells of money that came in on an account")
                                .description(ABOUT)
                                .addParametersItem(new PathParameter()
                                        .name("connectionId")
                                        .description("The connection, as its unit was given it")
                                        .schema(schema("string")))
                                .requestBody(new RequestBody()
                                        .required(true)
                                        .description("One JSON object in UTF-8, at most 64 KB")
                                        .content(content("application/json")))
                                .responses(answers())));
    }

    private static ApiResponses answers() {
        return new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse().description("Stored, now or before").content(content("application/json")))
                .addApiResponse("400", refused("Not one JSON object in UTF-8, or a field in it twice"))
                .addApiResponse(
                        "401",
                        refused("The signature, key or token is missing or wrong, or was made over 5 minutes off"))
                .addApiResponse("404", refused("No such connection, or it is closed"))
                .addApiResponse("413", refused("Larger than 64 KB"))
                .addApiResponse("422", refused("A field makes no sense; what else the message tells of is stored"))
                .addApiResponse("429", refused("Refused too often within a minute: wait as Retry-After says"))
                .addApiResponse("503", refused("Too much is waiting: send again when Retry-After says"));
    }

    /** A problem document, named here because nothing says in which order the parts of the description are written. */
    private static ApiResponse refused(String why) {
        return new ApiResponse()
                .description(why)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref("Problem"))));
    }

    private static Content content(String type) {
        return new Content().addMediaType(type, new MediaType().schema(schema("object")));
    }

    private static JsonSchema schema(String type) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        return schema;
    }
}
