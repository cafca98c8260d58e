package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.reports.web.ReportTest;
import vn.thucchat.testing.ApplicationTest;

/** Published figures as files for anyone. */
@ApplicationTest
class DownloadTests extends ReportTest {

    @Autowired
    Figures figures;

    @Test
    void a_csv_holds_every_published_figure_of_the_unit_and_period() throws Exception {
        var response = fetched("/figures.csv?unit=VN&period=2022S1", null);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).contains("so-lieu-cong-bo-VN-2022S1.csv");
        String csv = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFMã đơn vị,Tên đơn vị,Mã chỉ số");
        assertThat(csv.lines()).hasSize(16);
        assertThat(csv)
                .contains("e-commerce-retail-share,", ",11.27,", ",477,832,", "đơn vị báo cáo")
                .contains("http://localhost:8080/figures/e-commerce-retail-share/VN/2022S1");
        String again = java.util.Objects.requireNonNull(response.getHeader("ETag"));
        assertThat(again).startsWith("W/");
        assertThat(mvc.perform(get("/figures.csv?unit=VN&period=2022S1").header("If-None-Match", again))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
        assertThat(fetched("/figures.csv?unit=VN&period=2022S1", OFFICE).getContentAsByteArray())
                .as("the same for those signed in")
                .isEqualTo(response.getContentAsByteArray());
    }

    @Test
    void english_headings_one_indicator_and_the_communes_of_a_province() throws Exception {
        publish("05437", "2017S1", "community-teams", "12", true, 1);
        publish("05443", "2017S1", "community-teams", "7", true, 1);
        var response =
                fetched("/figures.csv?unit=19&period=2017S1&indicator=community-teams&level=commune&lang=en", null);
        assertThat(response.getHeader("Content-Disposition"))
                .contains("published-figures-19-commune-community-teams-2017S1.csv");
        List<String> lines =
                response.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\uFEFFUnit code,Unit name").as("read by any program");
        assertThat(lines.get(1)).startsWith("05437,").contains(",12,", ",\"demonstration, not a real figure\",");
    }

    @Test
    void in_the_boundaries_of_another_day_the_new_communes_are_listed() throws Exception {
        publish("05437", "2016S1", "community-teams", "5", false, 1);
        var csv = fetched("/figures.csv?unit=19&period=2016S1&level=commune&boundaries=2025-07-01", null)
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("05443,", ",2025-07-01,", "boundaries=2025-07-01");
    }

    @Test
    void a_spreadsheet_says_first_what_it_is() throws Exception {
        var response = fetched("/figures.xlsx?unit=VN&period=2022S1", null);
        assertThat(response.getHeader("Content-Disposition")).contains("so-lieu-cong-bo-VN-2022S1.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(book.getSheetName(0)).isEqualTo("Ghi chú");
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .contains("Số liệu đã công bố");
            assertThat(book.getSheetAt(1).getLastRowNum()).isEqualTo(15);
        }
        String again = java.util.Objects.requireNonNull(response.getHeader("ETag"));
        assertThat(fetched("/figures.xlsx?unit=VN&period=2022S1", null).getHeader("ETag"))
                .as("made at another time, of the same figures")
                .isEqualTo(again);
    }

    @Test
    void what_makes_no_sense_is_refused_clearly() throws Exception {
        assertThat(fetched("/figures.csv?unit=ZZZ9&period=2022S1", null).getStatus())
                .isEqualTo(404);
        assertThat(fetched("/figures.csv?unit=VN&period=2022S9", null).getStatus())
                .isEqualTo(400);
        assertThat(fetched("/figures.csv?unit=VN&period=2022S1&level=galaxy", null)
                        .getStatus())
                .isEqualTo(400);
        assertThat(fetched("/figures.csv?unit=VN&period=2022S1&indicator=none", null)
                        .getStatus())
                .isEqualTo(404);
        assertThat(fetched("/figures.csv?unit=VN", null).getStatus()).isEqualTo(400);
    }

    @Test
    void rows_are_counted_no_further_than_asked() {
        var nation = List.of(UnitCode.NATION);
        assertThat(figures.count(nation, Period.of("2022S1"), null, 100)).isEqualTo(15);
        assertThat(figures.count(nation, Period.of("2022S1"), null, 3)).isEqualTo(3);
        assertThat(figures.count(nation, Period.of("2022S1"), "adult-smartphone", 100))
                .isOne();
    }
}
