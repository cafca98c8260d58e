package vn.thucchat.foundation.units.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.testing.ApplicationTest;

/** The import's page by itself; who may come to it at all is identity's. */
@ApplicationTest
@NullMarked
class UnitImportPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Units units;

    @Test
    void every_field_has_its_label() throws Exception {
        Document page = Jsoup.parse(mvc.perform(get("/admin/units").with(administrator("19")))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("main input:not([type=hidden])")).hasSize(3);
        for (var field : page.select("main input:not([type=hidden])"))
            assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1);
    }

    @Test
    void a_form_without_its_files_is_refused() throws Exception {
        var response = mvc.perform(multipart("/admin/units")
                        .param("collection", "x")
                        .with(administrator("19"))
                        .with(ownForm()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(response.getContentAsString())
                        .select(".errors a")
                        .eachAttr("href"))
                .as("all faults at once")
                .containsExactly("#units", "#successions");
    }

    @Test
    void faults_of_an_import_are_shown_with_line_and_column_and_nothing_is_taken() throws Exception {
        Document page =
                upload("tuyen-quang", "08,Tỉnh Tuyên Quang,,province,VN,,,x,V\n08001,=1+1,,commune,77,,,x,V\n", 422);
        assertThat(page.select("#unit-errors").text()).startsWith("units.csv:");
        assertThat(page.select("[role=alert] tbody tr").eachText())
                .singleElement()
                .asString()
                .startsWith("B3 Tên Ô B3 chứa công thức");
        assertThat(page.select("input[name=collection]").val()).isEqualTo("tuyen-quang");
        assertThat(page.select("section li").eachText())
                .contains("thai-nguyen đi kèm nền tảng")
                .noneMatch(line -> line.startsWith("tuyen-quang"));
        assertThat(upload("Tuyên Quang", "", 422).select("[role=alert]").text()).contains("tên bộ dữ liệu");
        assertThat(units.history(new UnitCode("08"))).isEmpty();
    }

    @Test
    void an_administrator_of_a_ward_may_not_change_the_units() throws Exception {
        assertThat(upload("x", "", administrator("05437"), 403)
                        .select("[role=alert]")
                        .text())
                .contains("Chỉ quản trị của cấp tỉnh");
    }

    private Document upload(String collection, String units, int status) throws Exception {
        return upload(collection, units, administrator("19"), status);
    }

    private Document upload(String collection, String units, RequestPostProcessor actor, int status) throws Exception {
        var response = mvc.perform(multipart("/admin/units")
                        .file(file(
                                "units", "code,name,name_en,kind,parent,valid_from,valid_to,source,checked\n" + units))
                        .file(file("successions", "effective,old_code,new_code,share,source,checked\n"))
                        .param("collection", collection)
                        .with(actor)
                        .with(ownForm()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return Jsoup.parse(response.getContentAsString());
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile(name, name + ".csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestPostProcessor administrator(String unit) {
        return Persons.as(Persons.a(Roles.ADMINISTRATOR, unit));
    }
}
