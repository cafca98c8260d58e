package vn.thucchat.foundation.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
@NullMarked
class DueApiTests {

    private static final String PATH = "/api/v1/calendar/due";

    @Autowired
    MockMvc mvc;

    @Test
    void a_term_of_days_is_answered_with_its_steps() throws Exception {
        JsonNode answer = asked("?received=2022-08-08T09:00&workingDays=10", "vi", 200);
        assertThat(answer.path("due").asString()).isEqualTo("2022-08-22T17:00:00+07:00");
        assertThat(answer.path("received").asString()).isEqualTo("2022-08-08T09:00:00+07:00");
        assertThat(answer.path("provisional").asBoolean()).isFalse();
        assertThat(answer.path("steps").findValuesAsString("because"))
                .containsExactly(
                        "Ngày tiếp nhận, không tính",
                        "Ngày làm việc thứ 1 đến thứ 4",
                        "Ngày nghỉ hằng tuần, không tính",
                        "Ngày làm việc thứ 5 đến thứ 9",
                        "Ngày nghỉ hằng tuần, không tính",
                        "Ngày làm việc thứ 10");
    }

    @Test
    void a_term_of_hours_counts_office_hours_and_an_offset_is_understood() throws Exception {
        for (String received : List.of("2022-09-01T09:00", "2022-09-01T02:00:00Z", "2022-09-01T09:00:00%2B07:00")) {
            JsonNode answer = asked("?received=" + received + "&workingHours=4&agency=19", "en", 200);
            assertThat(answer.path("due").asString()).isEqualTo("2022-09-05T11:30:00+07:00");
            assertThat(answer.path("agency").asString()).isEqualTo("19");
            assertThat(answer.path("steps").findValuesAsString("because"))
                    .containsExactly(
                            "National Day, not counted",
                            "Weekly rest day, not counted",
                            "4 hours counted, 4 hours in all");
            assertThat(answer.path("steps").findValuesAsString("source")).contains("Thông báo 119/TB-LĐTBXH");
        }
    }

    @Test
    void all_that_is_wrong_is_said_at_once_in_either_language() throws Exception {
        String query = "?received=8/8/2022&workingDays=ten&agency=no-such";
        JsonNode vietnamese = asked(query, "vi", 400);
        assertThat(vietnamese.path("errors").findValuesAsString("parameter"))
                .containsExactly("received", "workingDays", "agency");
        assertThat(vietnamese.path("errors").findValuesAsString("detail")).contains("Viết một số nguyên từ 0 đến 400.");
        assertThat(vietnamese.path("parameter").asString()).isEqualTo("received");
        assertThat(asked(query, "en", 400).path("errors").findValuesAsString("detail"))
                .contains("Write a whole number from 0 to 400.");
        assertThat(asked("", "en", 400).path("errors").findValuesAsString("parameter"))
                .containsExactly("received", "workingDays");
        assertThat(asked("?received=2022-08-08T09:00&workingDays=1&workingHours=1", "en", 400)
                        .path("errors")
                        .findValuesAsString("parameter"))
                .containsExactly("workingHours");
    }

    @Test
    void what_could_mean_two_things_or_lies_outside_is_refused() throws Exception {
        for (String query : List.of(
                "received=2022-08-08&workingDays=1",
                "received=2013-08-08T09:00&workingDays=1",
                "received=2199-08-08T09:00&workingDays=1",
                "received=2022-08-08T09:00&workingDays=-1",
                "received=2022-08-08T09:00&workingDays=1.5",
                "received=2022-08-08T09:00&workingDays=401",
                "received=2022-08-08T09:00&workingHours=0",
                "received=2022-02-30T09:00&workingDays=1")) asked("?" + query, "vi", 400);
    }

    private JsonNode asked(String query, String language, int status) throws Exception {
        var response = mvc.perform(get(URI.create(PATH + query)).header(HttpHeaders.ACCEPT_LANGUAGE, language))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(query).isEqualTo(status);
        assertThat(response.getContentType())
                .startsWith(status == 200 ? "application/json" : "application/problem+json");
        return new JsonMapper().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
