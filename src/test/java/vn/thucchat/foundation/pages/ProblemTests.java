package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.testing.Rendering;

/** Whatever goes wrong is told clearly, in the reader's language, to people as a page and to programs as a problem. */
class ProblemTests {

    private final JsonMapper json = JsonMapper.builder().build();
    private final MockMvc site = site();

    @Test
    void people_get_a_page_that_says_what_to_do() throws Exception {
        var answer = ask(MockMvcRequestBuilders.get("/fail/not-found"));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).startsWith("text/html");
        assertThat(answer.getContentAsString()).contains("Không tìm thấy").contains("bảng chỉ số");
    }

    @Test
    void a_page_that_is_refused_leads_back_to_the_one_before() throws Exception {
        var answer = ask(MockMvcRequestBuilders.get("/fail/conflict")
                .header("Referer", "http://localhost/money/findings/1/2?a=b%26"));
        assertThat(answer.getContentAsString()).contains("href=\"/money/findings/1/2?a=b%26\"", "Mở lại bản mới nhất");
        for (String strange :
                List.of("https://evil.example/x", "http://localhost//evil.example", "::", "http://localhost"))
            assertThat(ask(MockMvcRequestBuilders.get("/fail/not-found").header("Referer", strange))
                            .getContentAsString())
                    .as(strange)
                    .doesNotContain("evil", "Quay lại trang trước");
    }

    @Test
    void programs_get_a_problem_document() throws Exception {
        var answer = ask(MockMvcRequestBuilders.get("/api/fail/bad").header("Accept-Language", "en"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        var body = body(answer);
        assertThat(body.get("title").asString()).isEqualTo("Something in the request is wrong");
        assertThat(body.get("status").asInt()).isEqualTo(400);
        assertThat(body.get("detail").asString()).isEqualTo("“period” is missing.");
        assertThat(body.get("instance").asString()).isEqualTo("/api/fail/bad");
        assertThat(body.get("parameter").asString()).isEqualTo("period");
        assertThat(body.get("type").asString()).isEqualTo("about:blank");
    }

    @Test
    void programs_elsewhere_ask_for_json_and_get_it() throws Exception {
        var answer = ask(MockMvcRequestBuilders.get("/fail/conflict").accept(MediaType.APPLICATION_JSON));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(body(answer).get("title").asString()).isEqualTo("Đã có thay đổi khác");
    }

    @Test
    void what_is_missing_or_has_the_wrong_form_is_named() throws Exception {
        assertThat(body(ask(MockMvcRequestBuilders.get("/api/number")))
                        .get("parameter")
                        .asString())
                .isEqualTo("count");
        var wrong = body(ask(MockMvcRequestBuilders.get("/api/number").param("count", "ten")));
        assertThat(wrong.get("status").asInt()).isEqualTo(400);
        assertThat(wrong.get("detail").asString()).isEqualTo("Giá trị của “count” không đúng dạng.");
    }

    @Test
    void wrong_methods_kinds_and_bodies_are_told_apart() throws Exception {
        var method = ask(MockMvcRequestBuilders.delete("/api/number"));
        assertThat(method.getStatus()).isEqualTo(405);
        assertThat(method.getHeader("Allow")).contains("GET");
        assertThat(body(method).get("detail").asString()).contains("DELETE");
        var kind = MockMvcRequestBuilders.post("/api/body")
                .contentType(MediaType.TEXT_PLAIN)
                .content("x");
        assertThat(ask(kind).getStatus()).isEqualTo(415);
        var unreadable = MockMvcRequestBuilders.post("/api/body")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{");
        assertThat(body(ask(unreadable)).get("detail").asString()).isEqualTo("Không đọc được nội dung đã gửi.");
    }

    @Test
    void too_large_and_too_often_have_answers_of_their_own() throws Exception {
        assertThat(ask(MockMvcRequestBuilders.get("/fail/large")).getStatus()).isEqualTo(413);
        var often = ask(MockMvcRequestBuilders.get("/fail/often"));
        assertThat(often.getStatus()).isEqualTo(429);
        assertThat(often.getHeader("Retry-After")).isEqualTo("60");
        assertThat(ask(MockMvcRequestBuilders.get("/fail/unknown-path")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_bug_is_logged_under_a_code_and_shows_nothing_of_itself() throws Exception {
        var answer = ask(MockMvcRequestBuilders.get("/api/fail/bug"));
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(body(answer).get("incident").asString()).hasSize(8);
        assertThat(answer.getContentAsString()).doesNotContain("secret").doesNotContain("Exception");
        var page = ask(MockMvcRequestBuilders.get("/fail/bug")).getContentAsString();
        assertThat(page).contains("Mã sự cố").doesNotContain("secret").doesNotContain("at vn.thucchat");
    }

    @Test
    void a_database_that_is_away_is_no_incident_and_says_when_to_come_back() throws Exception {
        for (String how : List.of("no-connection", "pool-empty", "cut-off")) {
            var answer = ask(MockMvcRequestBuilders.get("/api/fail/" + how));
            assertThat(answer.getStatus()).as(how).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
            assertThat(body(answer).has("incident")).isFalse();
        }
        assertThat(ask(MockMvcRequestBuilders.get("/fail/no-connection")).getContentAsString())
                .contains("Tạm thời chưa phục vụ được");
    }

    @Test
    void filters_that_find_the_database_away_get_the_same_answer() throws Exception {
        var answer = new MockHttpServletResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8);
        door().doFilter(new MockHttpServletRequest("GET", "/targets"), answer, (request, response) -> {
            throw (RuntimeException) Failing.failure("no-connection");
        });
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("Tạm thời chưa phục vụ được");
        var refused = new MockHttpServletResponse();
        door().doFilter(new MockHttpServletRequest("POST", "/api/v1/thing"), refused, (request, response) -> {
            throw Problem.busy(java.time.Duration.ofSeconds(2), "problem.503.detail");
        });
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
        assertThatThrownBy(() -> door().doFilter(
                                new MockHttpServletRequest("GET", "/targets"),
                                new MockHttpServletResponse(),
                                (request, response) -> {
                                    throw new IllegalStateException("a bug stays a bug");
                                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_may_do_what_is_left_to_the_security_filters() {
        assertThatThrownBy(() -> ask(MockMvcRequestBuilders.get("/fail/denied")))
                .hasRootCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void what_filters_refuse_looks_the_same_and_keeps_the_address_that_was_asked_for() throws Exception {
        var refused = ask(MockMvcRequestBuilders.get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/targets"));
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getContentAsString()).contains("Không được phép").contains("/targets?lang=en");
        var program = ask(MockMvcRequestBuilders.get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/figures"));
        assertThat(body(program).get("instance").asString()).isEqualTo("/api/v1/figures");
        assertThat(ask(MockMvcRequestBuilders.get("/error")).getStatus()).isEqualTo(404);
    }

    @Test
    void an_upload_that_lost_its_token_for_its_size_is_told_its_size() throws Exception {
        var upload = MockMvcRequestBuilders.post("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                .contentType("multipart/form-data; boundary=x")
                .content(new byte[2048]);
        assertThat(ask(upload).getStatus()).isEqualTo(413);
    }

    private JsonNode body(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsString());
    }

    private MockHttpServletResponse ask(RequestBuilder request) throws Exception {
        var answer = site.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8);
        return answer;
    }

    private OutageFilter door() {
        var pages = allPages();
        var answers = new ProblemAnswers(pages, json);
        return new OutageFilter(
                answers,
                new ProblemResolver(answers, pages),
                new Language(new SiteCookies("http://localhost")).localeResolver());
    }

    private static Pages allPages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Rendering.basenames());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Pages(
                messages, Rendering.WAYS, new StaticListableBeanFactory().getBeanProvider(ResourceUrlProvider.class));
    }

    private MockMvc site() {
        var pages = allPages();
        var answers = new ProblemAnswers(pages, json);
        return MockMvcBuilders.standaloneSetup(new Failing(), new ErrorPages(answers, DataSize.ofKilobytes(1)))
                .setHandlerExceptionResolvers(new ProblemResolver(answers, pages))
                .setLocaleResolver(new Language(new SiteCookies("http://localhost")).localeResolver())
                .build();
    }

    @RestController
    static class Failing {
        @GetMapping({"/fail/{how}", "/api/fail/{how}"})
        String fail(@PathVariable String how) throws Exception {
            throw failure(how);
        }

        static Exception failure(String how) {
            return switch (how) {
                case "no-connection" ->
                    new DataAccessResourceFailureException("x", new SQLException("refused", "08001"));
                case "pool-empty" ->
                    new CannotCreateTransactionException("x", new SQLTransientConnectionException("timed out"));
                case "cut-off" -> {
                    var failure = new TransactionSystemException("rollback", new SQLException("Connection is closed"));
                    failure.initApplicationException(
                            new DataAccessResourceFailureException("x", new SQLException("cut", "57P01")));
                    yield failure;
                }
                case "not-found" -> Problem.notFound("problem.404.detail");
                case "bad" -> Problem.bad("period", "problem.missing", "period");
                case "conflict" -> Problem.conflict("problem.409.detail");
                case "often" -> Problem.tooMany(Duration.ofMinutes(1), "problem.429.detail");
                case "large" -> new MaxUploadSizeExceededException(1);
                case "denied" -> new AccessDeniedException("no");
                case "unknown-path" -> new NoResourceFoundException(HttpMethod.GET, "/x", "x");
                default -> new IllegalStateException("secret");
            };
        }

        @GetMapping("/api/number")
        String number(@RequestParam int count) {
            return Integer.toString(count);
        }

        @PostMapping(path = "/api/body", consumes = MediaType.APPLICATION_JSON_VALUE)
        String take(@RequestBody Map<String, String> body) {
            return body.toString();
        }
    }
}
