package vn.thucchat.foundation.identity.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.testing.ApplicationTest;

/** What stands around every answer, and what is open or closed without a handler of ours. */
@ApplicationTest
class DoorsTests {

    @Autowired
    MockMvc mvc;

    private Visitor visitor;

    @BeforeEach
    void visitor() {
        visitor = new Visitor(mvc, "192.0.2.1");
    }

    @Test
    void every_answer_carries_the_strict_headers() throws Exception {
        for (String path : new String[] {"/sign-in", "/audit", "/nowhere-at-all"}) {
            var answer = visitor.open(path);
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .as(path)
                    .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
                            + "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; "
                            + "base-uri 'none'; manifest-src 'self'");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.getHeader("Strict-Transport-Security")).isNull();
        }
        assertThat(visitor.perform(get("/sign-in").secure(true)).getHeader("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/v3/api-docs"})
    void health_and_the_description_of_the_api_are_open(String path) throws Exception {
        assertThat(visitor.open(path).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health/db", "/actuator/env", "/v3/api-docs.yaml", "/error"})
    void the_framework_opens_nothing_else(String path) throws Exception {
        assertThat(visitor.open(path).getStatus()).isIn(302, 404);
        var leader = mvc.perform(get(path).with(Persons.as(Persons.a(Roles.LEADER, "VN"))))
                .andReturn()
                .getResponse();
        assertThat(leader.getStatus()).isIn(403, 404);
    }

    @Test
    void published_figures_may_be_read_from_any_site_without_credentials() throws Exception {
        var preflight = visitor.perform(options("/api/v1/figures")
                .header("Origin", "https://bao.example")
                .header("Access-Control-Request-Method", "GET"));
        assertThat(preflight.getStatus()).isEqualTo(200);
        assertThat(preflight.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.getHeader("Access-Control-Allow-Credentials")).isNull();
        assertThat(visitor.perform(options("/api/v1/figures")
                                .header("Origin", "https://bao.example")
                                .header("Access-Control-Request-Method", "POST"))
                        .getStatus())
                .isEqualTo(403);
        for (String open : new String[] {"/api/v1/vietqr", "/api/v1/vietqr/parse"}) {
            var writes = visitor.perform(options(open)
                    .header("Origin", "https://bao.example")
                    .header("Access-Control-Request-Headers", "content-type")
                    .header("Access-Control-Request-Method", "POST"));
            assertThat(writes.getStatus()).as(open).isEqualTo(200);
            assertThat(writes.getHeader("Access-Control-Allow-Credentials")).isNull();
        }
        assertThat(visitor.perform(get("/sign-in").header("Origin", "https://bao.example"))
                        .getHeader("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void a_program_is_told_in_its_own_form() throws Exception {
        var answer = visitor.perform(post("/api/v1/vietqr").header("Accept-Language", "en"));
        assertThat(answer.getStatus()).isEqualTo(415);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("\"status\":415", "\"instance\":\"/api/v1/vietqr\"", "Nothing was recorded");
    }
}
