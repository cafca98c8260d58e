package vn.thucchat.foundation.payments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.Persons;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.payments.Bank;
import vn.thucchat.foundation.payments.Banks;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
@NullMarked
class BanksPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Banks banks;

    @Test
    void the_list_names_the_document_of_every_line() throws Exception {
        var response = mvc.perform(get("/admin/banks").with(Persons.as(Persons.a(Role.ADMINISTRATOR, "19"))))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(200);
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select("tbody tr:contains(970436)").text()).contains("Vietcombank", "1589/NHNN-TT");
        assertThat(page.select("tbody td:nth-child(4):matchesOwn(^$)")).isEmpty();
    }

    @Test
    void a_bank_changes_its_name_from_a_day_on() throws Exception {
        var response = change("19", "970414", "MBV", "2024-10-17", "a decision");

        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(banks.find("970414", LocalDate.of(2022, 8, 8)))
                .map(Bank::name)
                .contains("OceanBank");
        assertThat(banks.find("970414", LocalDate.of(2024, 10, 17)))
                .map(Bank::name)
                .contains("MBV");
    }

    @Test
    void what_is_missing_is_told_with_its_field_and_nothing_typed_is_lost() throws Exception {
        var response = change("19", "97041", "", "17/10/24", "a decision");

        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#bin", "#name", "#from");
        assertThat(page.select("#source").val()).isEqualTo("a decision");
    }

    @Test
    void an_administrator_of_a_ward_may_not_change_what_all_share() throws Exception {
        var response = change("05437", "970436", "Ours", "2024-10-17", "a decision");

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(banks.find("970436", LocalDate.of(2025, 1, 1)))
                .map(Bank::name)
                .contains("Vietcombank");
    }

    private org.springframework.mock.web.MockHttpServletResponse change(
            String unit, String bin, String name, String from, String source) throws Exception {
        return mvc.perform(post("/admin/banks")
                        .param("bin", bin)
                        .param("name", name)
                        .param("from", from)
                        .param("source", source)
                        .with(Persons.as(Persons.a(Role.ADMINISTRATOR, unit)))
                        .with(ownForm()))
                .andReturn()
                .getResponse();
    }
}
