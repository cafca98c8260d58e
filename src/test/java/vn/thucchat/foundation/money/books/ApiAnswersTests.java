package vn.thucchat.foundation.money.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.testing.ApiContract;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;

/** Every route of the API, in every answer that its description names: each is as the description says. */
@ApplicationTest
@NullMarked
class ApiAnswersTests {

    private static final String FIGURE = "/api/v1/figures/household-fibre/VN/2022S1";
    /** Faults of ours, and a database that is away: not to be had here. */
    private static final Set<String> NOT_HERE = Set.of("500", "503");

    private final MockMvc mvc;
    private final Office office;
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final ApiContract contract;

    ApiAnswersTests(@Autowired MockMvc mvc, @Autowired ApplicationContext application) throws Exception {
        this.mvc = mvc;
        this.office = new Office(application);
        this.contract = new ApiContract(
                mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsByteArray());
    }

    @Test
    void every_answer_is_as_the_description_says_and_every_described_answer_is_given() throws Exception {
        for (String path : List.of(
                "/api/v1/units?parent=19&level=commune&on=2022-08-08",
                "/api/v1/units/05437?on=2022-08-08",
                "/api/v1/figures?unit=VN&period=2022S1",
                "/api/v1/figures?unit=VN&period=2022S1&limit=3",
                FIGURE,
                FIGURE + "/evidence",
                "/api/v1/indicators?limit=2",
                "/api/v1/indicators/household-fibre",
                "/api/v1/calendar/due?received=2022-08-08T09:00&workingDays=10",
                "/api/v1/procedures?query=khai+sinh",
                "/api/v1/procedures/1.001193",
                "/api/v1/procedures/1.001193/form",
                "/api/v1/search?q=dinh+hoa&limit=3",
                "/api/v1/vietqr.png?bin=970436&account=1901000001")) read(path);
        for (String bad : List.of(
                "/api/v1/units?on=x",
                "/api/v1/units/05437?on=x",
                "/api/v1/figures?unit=VN&period=x",
                "/api/v1/figures?unit=VN",
                FIGURE + "?boundaries=x",
                FIGURE + "/evidence?cursor=x",
                "/api/v1/indicators?limit=x",
                "/api/v1/calendar/due?received=x&workingDays=0",
                "/api/v1/procedures?query=" + "x".repeat(101),
                "/api/v1/procedures/1.001193?on=x",
                "/api/v1/procedures/1.001193/form?on=x",
                "/api/v1/search?q=x&limit=0",
                "/api/v1/vietqr.png?bin=97"))
            assertThat(ask("GET", bad).getStatus()).as(bad).isEqualTo(400);
        for (String nowhere : List.of(
                "/api/v1/units?parent=ZZZ9",
                "/api/v1/units/ZZZ9",
                "/api/v1/figures?unit=ZZZ9&period=2022S1",
                "/api/v1/figures/household-fibre/VN/1999S1",
                "/api/v1/figures/household-fibre/VN/1999S1/evidence",
                "/api/v1/indicators/no-such-thing",
                "/api/v1/procedures/1.999999",
                "/api/v1/procedures/1.999999/form"))
            assertThat(ask("GET", nowhere).getStatus()).as(nowhere).isEqualTo(404);
        codes();
        payments();
        ownData("/api/v1/me/access-log");
        ownData("/api/v1/me/consents");
        stream();
        contract.operations().forEach((operation, documented) -> {
            // NotificationDescriptionTests sends all of these
            if (operation.contains("/notifications/")) return;
            var missing = new TreeSet<>(documented);
            missing.removeAll(NOT_HERE);
            missing.removeAll(seen.getOrDefault(operation, Set.of()));
            assertThat(missing).as(operation + " never answered so").isEmpty();
        });
    }

    /** As it is, again with its stamp, by HEAD, and in a form that is not to be had. */
    private void read(String path) throws Exception {
        var answer = ask("GET", path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        String stamp = Objects.requireNonNull(answer.getHeader("ETag"), path);
        var head = ask("HEAD", path);
        assertThat(head.getHeader("ETag")).as(path).isEqualTo(stamp);
        assertThat(head.getContentLength()).as(path).isEqualTo(answer.getContentAsByteArray().length);
        assertThat(head.getContentAsByteArray()).isEmpty();
        for (String known : List.of(stamp, "*", "\"another\", " + stamp))
            for (String method : List.of("GET", "HEAD"))
                assertThat(ask(method, path, null, null, "", Map.of("If-None-Match", known))
                                .getStatus())
                        .as(method + " " + path + " known as " + known)
                        .isEqualTo(304);
        assertThat(ask("GET", path, null, null, "", Map.of("Accept", "text/calendar"))
                        .getStatus())
                .isEqualTo(406);
        madeUpToken("GET", path);
        if (path.contains(".png")) return;
        var either = ask("GET", path, null, null, "", Map.of("Accept", "application/problem+json, application/json"));
        assertThat(either.getContentType()).as("what is well is no problem").isEqualTo("application/json");
    }

    /** Where nobody need sign in, a token that is sent must be good nevertheless. */
    private void madeUpToken(String method, String path) throws Exception {
        var answer = ask(method, path, null, null, "", Map.of("Authorization", "Bearer made-up"));
        assertThat(answer.getStatus()).as(path).isEqualTo(401);
        // with a token for something else: ApiTokenTests
        seen.forEach((operation, answers) -> {
            if (operation.startsWith(method) && answers.contains("401")) answers.add("403");
        });
    }

    private void codes() throws Exception {
        String good = "{\"bin\":\"970436\",\"account\":\"1901000001\",\"amount\":50000}";
        String text = ask("POST", "/api/v1/vietqr", null, "application/json", good, Map.of())
                .getContentAsString()
                .replaceAll(".*:\"|\".*", "");
        String scanned = "{\"payload\":\"" + text + "\"}";
        for (var route :
                Map.of("/api/v1/vietqr", good, "/api/v1/vietqr/parse", scanned).entrySet()) {
            String path = route.getKey();
            assertThat(ask("POST", path, null, "application/json", route.getValue(), Map.of())
                            .getStatus())
                    .isEqualTo(200);
            assertThat(ask("POST", path, null, "application/json", "{}", Map.of())
                            .getStatus())
                    .isEqualTo(400);
            String large = "{\"payload\":\"" + "0".repeat(300_000) + "\"}";
            assertThat(ask("POST", path, null, "application/json", large, Map.of())
                            .getStatus())
                    .isEqualTo(413);
            assertThat(ask("POST", path, null, "text/plain", route.getValue(), Map.of())
                            .getStatus())
                    .isEqualTo(415);
            assertThat(ask("POST", path, null, "application/json", good, Map.of("Accept", "text/csv"))
                            .getStatus())
                    .isEqualTo(406);
            madeUpToken("POST", path);
            often("POST", path, route.getValue());
        }
        for (String odd : List.of("", "x", "00020101021153037045802VN62150107NPS68690800"))
            ask("POST", "/api/v1/vietqr/parse", null, "application/json", "{\"payload\":\"" + odd + "\"}", Map.of());
        often("GET", "/api/v1/vietqr.png?bin=970436&account=1901000001", "");
    }

    private void often(String method, String path, String body) throws Exception {
        for (int i = 0; i < 125; i++)
            ask(method, path, null, body.isEmpty() ? null : "application/json", body, Map.of());
        assertThat(seen.toString()).contains("429");
    }

    private void payments() throws Exception {
        var account = office.account();
        office.hear(account, 15_000, "tien cho");
        String days = "&from=" + TestTime.today().minusDays(2) + "&to=" + TestTime.today();
        String path = "/api/v1/payments?account=" + account.number() + days;
        var accountant = Persons.a(PaymentRoles.ACCOUNTANT, account.unit().value());
        var read = ask("GET", path, accountant, null, "", Map.of());
        assertThat(read.getStatus()).isEqualTo(200);
        assertThat(read.getContentAsString()).contains("\"amount\":15000", "\"nextCursor\":null");
        assertThat(read.getHeader("Cache-Control")).as("somebody's money").isEqualTo("no-store");
        assertThat(read.getHeader("ETag")).isNull();
        assertThat(ask("GET", path, null, null, "", Map.of()).getStatus()).isEqualTo(401);
        assertThat(ask("GET", path, Persons.a(Roles.LEADER, "19"), null, "", Map.of())
                        .getStatus())
                .isEqualTo(403);
        assertThat(ask("GET", path + "&cursor=x", accountant, null, "", Map.of())
                        .getStatus())
                .isEqualTo(400);
        assertThat(ask("GET", "/api/v1/payments?account=999999999" + days, accountant, null, "", Map.of())
                        .getStatus())
                .isEqualTo(404);
        assertThat(ask("GET", path, accountant, null, "", Map.of("Accept", "text/csv"))
                        .getStatus())
                .isEqualTo(406);
    }

    private void ownData(String path) throws Exception {
        var person = Persons.a(Roles.LEADER, "19");
        var read = ask("GET", path, person, null, "", Map.of());
        assertThat(read.getStatus()).isEqualTo(200);
        assertThat(read.getHeader("Cache-Control")).as("somebody's own").isEqualTo("no-store");
        assertThat(ask("GET", path, null, null, "", Map.of()).getStatus()).isEqualTo(401);
        // before the second factor: ProofRoutesTests
        Objects.requireNonNull(seen.get("GET " + path)).add("403");
        assertThat(ask("GET", path + "?cursor=x", person, null, "", Map.of()).getStatus())
                .isEqualTo(400);
        assertThat(ask("GET", path, person, null, "", Map.of("Accept", "text/csv"))
                        .getStatus())
                .isEqualTo(406);
    }

    private void stream() throws Exception {
        String stall = "/market/stalls/" + new java.util.UUID(1, 1) + "/payments";
        var trader = Persons.a(MarketRoles.TRADER, "05443");
        assertThat(ask("GET", stall, null, null, "", Map.of()).getStatus()).isEqualTo(401);
        assertThat(ask("GET", stall, Persons.a(Roles.LEADER, "19"), null, "", Map.of())
                        .getStatus())
                .isEqualTo(403);
        assertThat(ask("GET", stall, trader, null, "", Map.of()).getStatus()).isEqualTo(404);
        assertThat(ask("GET", "/market/stalls/x/payments", trader, null, "", Map.of())
                        .getStatus())
                .isEqualTo(400);
        assertThat(ask("GET", stall, trader, null, "", Map.of("Accept", "application/json"))
                        .getStatus())
                .isEqualTo(406);
        // an open one never ends: TillStreamTests listens to it
        java.util.Objects.requireNonNull(seen.get("GET /market/stalls/{id}/payments"))
                .add("200");
    }

    private MockHttpServletResponse ask(String method, String path) throws Exception {
        return ask(method, path, null, null, "", Map.of());
    }

    private MockHttpServletResponse ask(
            String method,
            String path,
            @Nullable Actor actor,
            @Nullable String type,
            String body,
            Map<String, String> headers)
            throws Exception {
        var request = request(HttpMethod.valueOf(method), URI.create(path)).with(it -> {
            it.setRemoteAddr("10.79.0.1");
            return it;
        });
        if (type != null) request.contentType(type).content(body);
        headers.forEach(request::header);
        if (actor != null) request.with(Persons.as(actor));
        var response = mvc.perform(request).andReturn().getResponse();
        var answer = new ApiContract.Answer(
                method,
                path,
                response.getStatus(),
                Objects.requireNonNullElse(response.getContentType(), ""),
                new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(contract.faults(answer)).as(method + " " + path).isEmpty();
        contract.operation(answer)
                .ifPresent(operation ->
                        seen.computeIfAbsent(operation, _ -> new TreeSet<>()).add(Integer.toString(answer.status())));
        return response;
    }
}
