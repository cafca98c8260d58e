package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.thucchat.testing.ApplicationTest;

/** Wired as the application is: a path that nobody serves has an answer, and the look has a name that may be kept. */
@ApplicationTest
class UnknownPathTests {

    private final MockMvcTester site;

    @Autowired
    UnknownPathTests(MockMvc site) {
        this.site = MockMvcTester.create(site);
    }

    @Test
    void people_are_shown_a_page_in_the_one_look() {
        var answer = site.get().uri("/nowhere").exchange();
        assertThat(answer)
                .hasStatus(404)
                .bodyText()
                .contains("Không tìm thấy")
                .containsPattern("/look-[0-9a-f]{32}.css");
    }

    @Test
    void programs_are_given_a_problem() {
        var answer =
                site.get().uri("/api/nowhere").header("Accept-Language", "en").exchange();
        assertThat(answer).hasStatus(404).bodyJson().extractingPath("title").isEqualTo("Not found");
    }
}
