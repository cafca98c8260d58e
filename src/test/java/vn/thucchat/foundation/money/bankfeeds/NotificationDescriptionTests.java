package vn.thucchat.foundation.money.bankfeeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.testing.ApplicationTest;

/** What the description of the API says of notifications is what the door does. */
@ApplicationTest
@NullMarked
class NotificationDescriptionTests {

    private static final String PATH = "/api/v1/payments/notifications/";

    private final MockMvc mvc;
    private final Office office;

    NotificationDescriptionTests(@Autowired MockMvc mvc, @Autowired ApplicationContext application) {
        this.mvc = mvc;
        this.office = new Office(application);
    }

    @Test
    void the_document_names_the_route_and_every_answer_that_it_gives() throws Exception {
        JsonNode paths = new JsonMapper()
                .readTree(mvc.perform(get("/v3/api-docs"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path("paths");
        assertThat(paths.propertyNames())
                .as("the controllers too")
                .contains("/api/v1/payments", PATH + "{connectionId}");
        JsonNode list = paths.path("/api/v1/payments").path("get");
        assertThat(list.path("security").path(0).has("session")).isTrue();
        assertThat(list.path("responses").propertyNames()).contains("200", "400", "401", "403", "404");
        assertThat(paths.path("/api/v1/vietqr").path("post").has("security")).isFalse();
        JsonNode stream = paths.path("/market/stalls/{id}/payments").path("get");
        assertThat(stream.path("summary").asString()).contains("payments as they come");
        assertThat(stream.path("security").path(0).has("session")).isTrue();
        JsonNode route = paths.path(PATH + "{connectionId}");
        assertThat(route.propertyNames()).containsExactly("post");
        JsonNode post = route.path("post");
        assertThat(post.path("parameters").path(0).path("name").asString()).isEqualTo("connectionId");
        assertThat(post.path("parameters").path(0).path("required").asBoolean()).isTrue();
        assertThat(post.path("parameters").path(0).path("schema").path("type").asString())
                .isEqualTo("string");

        var given = new TreeSet<>(answers());
        // when the database is slower than the banks: not to be had here
        given.add("503");
        assertThat(new TreeSet<>(post.path("responses").propertyNames())).isEqualTo(given);
    }

    private Set<String> answers() throws Exception {
        ReceivingAccount account = office.account();
        String id = Objects.requireNonNull(account.connection());
        Teller teller = Teller.sepay(account.account());
        Teller senseless = Teller.sepay(account.account()).amount("a lot");
        var answers = new ArrayList<>(List.of(
                send(id, teller, teller.body()),
                send(id, teller, "no JSON"),
                send(id, teller.secret("another"), teller.body()),
                send("no-such-connection", teller, teller.body()),
                send(id, teller, " ".repeat(70_000)),
                send(id, senseless, senseless.body())));
        assertThat(answers).containsExactly("200", "400", "401", "404", "413", "422");
        for (int i = 0; i < 61; i++) answers.add(send("nobody", teller, "{}"));
        assertThat(answers.getLast()).isEqualTo("429");
        return Set.copyOf(answers);
    }

    private String send(String connection, Teller teller, String body) throws Exception {
        var request = post(PATH + connection).contentType("application/json").content(body);
        teller.headers(body).forEach(request::header);
        return Integer.toString(mvc.perform(request.with(one -> {
                    one.setRemoteAddr("10.78.0.1");
                    return one;
                }))
                .andReturn()
                .getResponse()
                .getStatus());
    }
}
