package vn.thucchat.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.testing.ApplicationTest;

/** Programs that ask again are told in a few bytes that nothing has changed. */
@ApplicationTest
class ApiStampsTests {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/indicators",
                "/api/v1/indicators/household-fibre",
                "/api/v1/figures?unit=VN&period=2022S1",
                "/api/v1/figures/household-fibre/VN/2022S1",
                "/api/v1/figures/household-fibre/VN/2022S1/evidence",
                "/api/v1/units?parent=19&level=commune&on=2022-08-08",
                "/api/v1/units/05437?on=2022-08-08"
            })
    void an_answer_that_did_not_change_is_not_sent_again(String path) throws Exception {
        var first = ask(path, null);
        String stamp = Objects.requireNonNull(first.getHeader("ETag"));
        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getHeader("Cache-Control")).contains("no-cache").doesNotContain("no-store");
        var again = ask(path, stamp);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(ask(path, "\"another\"").getStatus()).isEqualTo(200);
    }

    @Test
    void a_problem_is_not_stamped() throws Exception {
        var response = ask("/api/v1/figures/household-fibre/VN/2022S9", null);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getHeader("ETag")).isNull();
    }

    private MockHttpServletResponse ask(String path, @org.jspecify.annotations.Nullable String known) throws Exception {
        var request = get(path);
        if (known != null) request.header("If-None-Match", known);
        return mvc.perform(request).andReturn().getResponse();
    }
}
