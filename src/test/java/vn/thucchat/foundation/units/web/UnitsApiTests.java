package vn.thucchat.foundation.units.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
@NullMarked
class UnitsApiTests {

    @Autowired
    WebApplicationContext application;

    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    void a_ward_of_2022_is_told_with_its_heir() throws Exception {
        mvc.perform(get("/api/v1/units/05437?on=2022-08-08"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/json"))
                .andExpect(content().json("""
                        {"code":"05437","name":"Phường Túc Duyên","nameEn":"Túc Duyên Ward","kind":"ward","parent":"164",
                         "validFrom":null,"validTo":"2025-06-30","successors":[
                         {"code":"05443","name":"Phường Phan Đình Phùng","effective":"2025-07-01","whole":true}]}
                        """));
    }

    @Test
    void a_split_ward_names_both_heirs_as_not_whole() throws Exception {
        mvc.perform(get("/api/v1/units/05461?on=2022-08-08"))
                .andExpect(jsonPath("$.successors[*].code").value(org.hamcrest.Matchers.contains("05443", "05467")))
                .andExpect(jsonPath("$.successors[*].whole").value(org.hamcrest.Matchers.contains(false, false)));
    }

    @Test
    void an_agency_has_dots_in_its_address() throws Exception {
        mvc.perform(get("/api/v1/units/H55.11?on=2022-08-08"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("agency"))
                .andExpect(jsonPath("$.parent").value("19"));
    }

    @ParameterizedTest
    @CsvSource({"2022-08-08,178", "2025-01-15,172", "2025-06-30,172", "2025-08-01,92"})
    void the_communes_of_the_province_come_in_one_page(String day, int count) throws Exception {
        mvc.perform(get("/api/v1/units?parent=19&level=commune&on=" + day))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").value(hasSize(count)))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
    }

    @Test
    void a_cursor_leads_to_the_next_part() throws Exception {
        mvc.perform(get("/api/v1/units?parent=164&on=2022-08-08&level=commune&limit=2"))
                .andExpect(jsonPath("$.items").value(hasSize(2)))
                .andExpect(jsonPath("$.items[1].code").value("05434"))
                .andExpect(jsonPath("$.nextCursor").value(Cursor.of("05434")));
        mvc.perform(get("/api/v1/units?parent=164&on=2022-08-08&level=commune&limit=2&cursor=" + Cursor.of("05434")))
                .andExpect(jsonPath("$.items[0].code").value("05437"));
    }

    @Test
    void an_answer_that_has_not_changed_is_not_sent_again() throws Exception {
        String etag = mvc.perform(get("/api/v1/units?parent=19&level=commune&on=2022-08-08"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mvc.perform(get("/api/v1/units?parent=19&level=commune&on=2022-08-08")
                        .header("If-None-Match", java.util.Objects.requireNonNull(etag)))
                .andExpect(status().isNotModified())
                .andExpect(header().string("ETag", etag))
                .andExpect(content().string(""));
    }

    @Test
    void a_unit_that_did_not_exist_that_day_says_when_it_did() throws Exception {
        mvc.perform(get("/api/v1/units/05437?on=2025-08-01"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.status").value(404))
                .andExpect(jsonPath("$.detail").value(containsString("đến hết 30/6/2025")));
        mvc.perform(get("/api/v1/units/05437?on=2025-08-01&lang=en"))
                .andExpect(jsonPath("$.detail").value(containsString("until 30 Jun 2025")));
        mvc.perform(get("/api/v1/units/99999"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("99999")));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/units/05437?on=2022-13-01,on",
        "/api/v1/units/05437?on=hôm nay,on",
        "/api/v1/units/05437?on=+12022-01-01,on",
        "/api/v1/units/x'--,code",
        "/api/v1/units?parent=*,parent",
        "/api/v1/units?level=village,level",
        "/api/v1/units?limit=501,limit",
        "/api/v1/units?limit=0,limit",
        "/api/v1/units?limit=99999999999999999999,limit",
        "/api/v1/units?cursor=%00,cursor"
    })
    void what_cannot_be_understood_is_named(String address, String parameter) throws Exception {
        mvc.perform(get(java.net.URI.create(address.replace(" ", "%20")
                                .replace("ô", "%C3%B4")
                                .replace("+", "%2B")))
                        .header("Accept-Language", "en"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.parameter").value(parameter))
                .andExpect(jsonPath("$.title").value("Something in the request is wrong"));
    }
}
