package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.testing.ApplicationTest;

/** Every figure of the report of 8 August 2022 is published as the report gives it, and opens down to its words. */
@ApplicationTest
class ReportOf2022Tests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FirstFigures firstFigures;

    static List<NamedCsvRecord> rows() throws Exception {
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource("data/session-2022-08-08/figures.csv").getInputStream(),
                        StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    static Stream<String> lines() throws Exception {
        return rows().stream().map(row -> row.getField("scope") + " " + row.getField("code"));
    }

    @Test
    void the_report_has_22_figures() throws Exception {
        assertThat(rows()).hasSize(22);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_figure_stands_as_the_report_gives_it(String line) throws Exception {
        NamedCsvRecord row = rows().stream()
                .filter(r -> line.equals(r.getField("scope") + " " + r.getField("code")))
                .findFirst()
                .orElseThrow();
        JsonNode figure = api(path(row));
        assertThat(figure.get("comparator").asString()).isEqualTo(row.getField("comparator"));
        assertThat(figure.get("measure").asString()).isEqualTo(row.getField("measure"));
        assertThat(figure.get("asOf").asString()).isEqualTo(row.getField("as_of"));
        assertThat(figure.get("provenance").asString()).isEqualTo("REPORTED");
        assertThat(figure.get("synthetic").asBoolean()).isFalse();
        assertThat(figure.get("derived").asBoolean()).isFalse();
        assertThat(figure.get("revision").asInt()).isEqualTo(1);
        assertThat(figure.get("source").get("quote").asString()).isEqualTo(row.getField("quote"));
        assertThat(figure.get("publishedAt").asString()).isEqualTo("2022-08-08T09:44:00Z");
        for (String number : List.of("numerator", "denominator"))
            if (row.getField(number).isEmpty())
                assertThat(figure.get(number).isNull()).isTrue();
            else assertThat(figure.get(number).decimalValue()).isEqualByComparingTo(row.getField(number));
        if (!row.getField("value").isEmpty())
            assertThat(figure.get("value").decimalValue()).isEqualByComparingTo(row.getField("value"));
        if (!row.getField("plan").isEmpty())
            assertThat(figure.get("target").decimalValue()).isEqualByComparingTo(row.getField("plan"));
        if (!row.getField("yoy_pct").isEmpty())
            assertThat(figure.get("yoyPct").decimalValue()).isEqualByComparingTo(row.getField("yoy_pct"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_figure_opens_down_to_its_words(String line) throws Exception {
        NamedCsvRecord row = rows().stream()
                .filter(r -> line.equals(r.getField("scope") + " " + r.getField("code")))
                .findFirst()
                .orElseThrow();
        JsonNode facts = api(path(row) + "/evidence").get("items");
        assertThat(facts.size()).isEqualTo(row.getField("numerator").isEmpty() ? 1 : 2);
        for (JsonNode fact : facts) {
            assertThat(fact.get("provenance").asString()).isEqualTo("REPORTED");
            String number = row.getField(fact.get("facets").get("part").asString());
            assertThat(fact.get("amount").decimalValue()).isEqualByComparingTo(number);
            String page = mvc.perform(get(fact.get("evidence").asString()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            // the parser folds no-break spaces, which the report has here and there
            assertThat(org.jsoup.Jsoup.parse(page).select("blockquote").text().replace("\u00a0", " "))
                    .contains(row.getField("quote").replace("\u00a0", " "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "e-commerce-retail-share, 4.27, 161",
        "payment-account-15plus, 1, 101.54",
        "adult-smartphone, -14.09, 83.42",
        "household-fibre, -3.25, 95.67"
    })
    void plan_and_actual_are_held_against_each_other(String code, BigDecimal points, BigDecimal achievement)
            throws Exception {
        JsonNode figure = api("/api/v1/figures/" + code + "/VN/2022S1");
        assertThat(figure.get("variancePoints").decimalValue()).isEqualByComparingTo(points);
        assertThat(figure.get("achievementPct").decimalValue()).isEqualByComparingTo(achievement);
    }

    @Test
    void a_plan_that_the_report_only_implies_says_so() throws Exception {
        assertThat(api("/api/v1/figures/payment-account-15plus/VN/2022S1")
                        .get("targetDerivation")
                        .asString())
                .contains("vượt 1%");
        assertThat(api("/api/v1/figures/e-commerce-retail-share/VN/2022S1")
                        .get("targetDerivation")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"fixed-broadband-speed, 54.10", "mobile-broadband-speed, 33.71"})
    void last_years_speed_is_derived_and_says_so(String code, BigDecimal value) throws Exception {
        JsonNode figure = api("/api/v1/figures/" + code + "/VN/2021S1");
        assertThat(figure.get("value").decimalValue()).isEqualByComparingTo(value);
        assertThat(figure.get("derived").asBoolean()).isTrue();
        assertThat(figure.get("derivation").asString()).contains("÷");
    }

    @Test
    void loading_again_changes_nothing() {
        String count = "SELECT (SELECT count(*) FROM indicators.figure) + (SELECT count(*) FROM facts.fact)"
                + " + (SELECT count(*) FROM indicators.target)";
        long before = jdbc.sql(count).query(Long.class).single();
        firstFigures.run(new org.springframework.boot.DefaultApplicationArguments());
        assertThat(jdbc.sql(count).query(Long.class).single()).isEqualTo(before);
    }

    private static String path(NamedCsvRecord row) {
        return "/api/v1/figures/%s/%s/%s"
                .formatted(row.getField("code"), row.getField("scope"), row.getField("period"));
    }

    private JsonNode api(String path) throws Exception {
        var response = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
