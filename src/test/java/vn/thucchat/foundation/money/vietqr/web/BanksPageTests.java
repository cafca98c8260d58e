package vn.thucchat.foundation.money.vietqr.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.vietqr.Bank;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

@ApplicationTest
@NullMarked
class BanksPageTests {

    private static final Actor ADMINISTRATOR = Persons.a(Roles.ADMINISTRATOR, "19");

    @Autowired
    MockMvc mvc;

    @Autowired
    Banks banks;

    @Test
    void the_list_is_searched_and_names_the_document_of_every_line() throws Exception {
        var administrator = new Visitor(mvc, ADMINISTRATOR);
        for (String words : List.of("VIETCOM", "970436")) {
            Document found = administrator.page("/admin/banks?q=" + words, 200);
            assertThat(found.select("tbody tr")).hasSize(1);
            assertThat(found.select("tbody tr:contains(970436)").text()).contains("Vietcombank", "1589/NHNN-TT");
        }
        assertThat(administrator.page("/admin/banks?q=khong%20co%20dau", 200).select(".empty"))
                .hasSize(1);

        var shown = new ArrayList<String>();
        Document page = administrator.page("/admin/banks", 200);
        assertThat(page.select("tbody tr")).hasSize(10);
        while (true) {
            assertThat(page.select("tbody td:nth-child(4):matchesOwn(^$)")).isEmpty();
            shown.addAll(page.select("tbody tr").eachText());
            String next = page.select(".pager a[rel=next]").attr("href");
            if (next.isEmpty()) break;
            page = administrator.page(next, 200);
        }
        assertThat(shown).as("each line once").hasSameSizeAs(banks.lines()).doesNotHaveDuplicates();
    }

    @Test
    void a_bank_changes_its_name_from_a_day_on() throws Exception {
        var response = change("19", "970414", "MBV", "2024-10-17", "a decision");

        assertThat(response.getStatus()).isEqualTo(303);
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

    @Test
    void a_filled_in_template_is_taken_whole_and_what_was_before_stays() throws Exception {
        var template = mvc.perform(get("/admin/banks/template.xlsx").with(Persons.as(ADMINISTRATOR)))
                .andReturn()
                .getResponse();
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(template.getContentAsByteArray()))) {
            Row titles = book.getSheetAt(0).getRow(0);
            assertThat(List.of(
                            titles.getCell(0).getStringCellValue(),
                            titles.getCell(2).getStringCellValue()))
                    .containsExactly("Mã BIN", "Từ ngày");
        }

        var response = send("""
                Văn bản;Từ ngày;Mã BIN;Ngân hàng hoặc ví
                Quyết định số 1;1/2/2024;999101;Ngân hàng Thử Một
                Quyết định số 1;01-02-2025;999101;Ngân hàng Đổi Tên
                Quyết định số 2;2024-02-01;999102;Ví Thử Hai
                """);

        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(banks.find("999101", LocalDate.of(2024, 12, 31)))
                .map(Bank::name)
                .contains("Ngân hàng Thử Một");
        assertThat(banks.find("999101", LocalDate.of(2025, 2, 1)))
                .map(Bank::name)
                .contains("Ngân hàng Đổi Tên");
        assertThat(banks.find("999102", LocalDate.of(2024, 2, 1))).isPresent();
    }

    @Test
    void every_bad_cell_of_a_file_is_named_and_nothing_is_taken() throws Exception {
        var response = send("""
                Mã BIN;Ngân hàng hoặc ví;Từ ngày;Văn bản
                999103;Ngân hàng Tốt;1/2/2024;Quyết định số 3
                99910;;31/2/2024;Quyết định số 3
                999104;Ngân hàng;1/2/24;
                """);

        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select(".errors tbody th").eachText()).containsExactly("A3", "B3", "C3", "C4", "D4");
        assertThat(page.select(".errors tbody tr:contains(C4)").text()).contains("hai chữ số của năm");
        assertThat(banks.find("999103", LocalDate.of(2024, 3, 1))).isEmpty();
    }

    @Test
    void two_names_for_one_number_from_one_day_are_refused() throws Exception {
        assertThat(faults(send("""
                Mã BIN;Ngân hàng hoặc ví;Từ ngày;Văn bản
                999106;Tên Một;1/2/2024;Quyết định số 4
                999106;Tên Hai;01/02/2024;Quyết định số 4
                """))).contains("A3", "đã có ở dòng trên");
        assertThat(banks.find("999106", LocalDate.of(2024, 3, 1))).isEmpty();
    }

    @Test
    void other_titles_no_rows_and_no_file_are_told() throws Exception {
        assertThat(faults(send("Mã BIN;Tên;Từ ngày;Văn bản\n999105;A;1/2/2024;B\n")))
                .contains("B1", "Không nhận ra");
        assertThat(faults(send("Mã BIN;Ngân hàng hoặc ví;Từ ngày\n999105;A;1/2/2024\n")))
                .contains("Văn bản", "Thiếu cột này");
        assertThat(faults(send("Mã BIN;Mã BIN;Ngân hàng hoặc ví;Từ ngày;Văn bản\n")))
                .contains("B1", "cột trước");
        assertThat(faults(send("Mã BIN;Ngân hàng hoặc ví;Từ ngày;Văn bản\n"))).contains("không có dòng nào");
        assertThat(faults(send(""))).contains("Tệp");
    }

    private static String faults(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(422);
        return Jsoup.parse(response.getContentAsString()).select(".errors").text();
    }

    private MockHttpServletResponse send(String csv) throws Exception {
        return mvc.perform(multipart("/admin/banks/import")
                        .file(new MockMultipartFile("sheet", csv.getBytes(StandardCharsets.UTF_8)))
                        .with(Persons.as(ADMINISTRATOR))
                        .with(ownForm()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse change(String unit, String bin, String name, String from, String source)
            throws Exception {
        return mvc.perform(post("/admin/banks")
                        .param("bin", bin)
                        .param("name", name)
                        .param("from", from)
                        .param("source", source)
                        .with(Persons.as(Persons.a(Roles.ADMINISTRATOR, unit)))
                        .with(ownForm()))
                .andReturn()
                .getResponse();
    }
}
