package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import vn.thucchat.testing.ApplicationTest;

/** Wired as the application is: a path that nobody serves has an answer, and the look has a name that may be kept. */
@ApplicationTest
class UnknownPathTests {

    private final MockMvcTester site;
    private final ResourceUrlProvider assets;

    @Autowired
    UnknownPathTests(MockMvc site, ResourceUrlProvider assets) {
        this.site = MockMvcTester.create(site);
        this.assets = assets;
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

    @ParameterizedTest
    @CsvSource({"/voice.js,text/javascript", "/voice/vi.mp3,audio/mpeg", "/voice/vi.json,application/json"})
    void the_voice_is_open_to_all_and_may_be_kept(String path, String type) {
        assertThat(site.get().uri(path).exchange())
                .hasStatusOk()
                .hasContentTypeCompatibleWith(type)
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control", values -> assertThat(values).asString().contains("max-age=31536000"));
        assertThat(assets.getForLookupPath(path)).matches(".*-[0-9a-f]{32}\\.\\w+");
    }

    @Test
    void programs_are_given_a_problem() {
        var answer =
                site.get().uri("/api/nowhere").header("Accept-Language", "en").exchange();
        assertThat(answer).hasStatus(404).bodyJson().extractingPath("title").isEqualTo("Not found");
    }
}
