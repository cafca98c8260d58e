package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.explanations.Explanations;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.reporting.Rounds;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

@DemonstrationTest
class DemonstrationTests {

    private static final UnitCode PROVINCE = new UnitCode("19");
    private static final Period FIRST_HALF = Period.of("2022S1");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Figures figures;

    @Autowired
    Accounts accounts;

    @Autowired
    Rounds rounds;

    @Autowired
    Submissions submissions;

    @Autowired
    Explanations explanations;

    @Autowired
    RollUps rollUps;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Acts acts;

    @Test
    void whatever_the_demonstration_wrote_is_marked() {
        // every table that can say so, wherever it is
        List<String> tables =
                jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.columns
                WHERE column_name = 'synthetic' AND table_schema NOT IN ('information_schema', 'pg_catalog')
                  AND table_name NOT LIKE 'report%'
                """).query((row, number) -> row.getString(1)).list();
        assertThat(tables).contains("facts.fact", "indicators.figure", "indicators.statement", "rollups.roll_up");
        Map<String, Long> real = Map.of(
                "indicators.figure", 24L, "indicators.statement", 24L, "indicators.target", 5L, "facts.fact", 26L);
        for (String table : tables) {
            long unmarked = count("SELECT count(*) FROM " + table + " WHERE NOT synthetic");
            if (real.containsKey(table)) assertThat(unmarked).as(table).isEqualTo(real.get(table));
            // of money in doubt there is none as long as nobody sends any, nor objections or alarms before somebody was
            // looked at
            if (List.of("payments.held_payment", "identity.look_objection", "identity.read_alarm")
                    .contains(table)) continue;
            assertThat(count("SELECT count(*) FROM " + table + " WHERE synthetic"))
                    .as(table)
                    .isPositive();
        }
        assertThat(count("SELECT count(*) FROM facts.fact WHERE kind LIKE 'demonstration.%' AND NOT synthetic"))
                .isZero();
        assertThat(count("SELECT count(*) FROM identity.account WHERE NOT synthetic"))
                .isZero();
    }

    @Test
    void the_published_report_says_what_it_said() throws Exception {
        for (NamedCsvRecord row : report()) {
            JsonNode figure = figure(row.getField("code"), row.getField("scope"), row.getField("period"));
            assertThat(figure.get("synthetic").asBoolean())
                    .as(row.getField("code"))
                    .isFalse();
            assertThat(figure.get("comparator").asString()).isEqualTo(row.getField("comparator"));
            for (String field : List.of("value", "numerator", "denominator"))
                if (!row.getField(field).isEmpty())
                    assertThat(figure.get(field).decimalValue())
                            .as(row.getField("code"))
                            .isEqualByComparingTo(new BigDecimal(row.getField(field)));
        }
    }

    @Test
    void the_invented_province_is_about_as_large_as_the_real_one() {
        assertThat(value("community-teams")).isBetween(2_150.0, 2_360.0);
        assertThat(value("community-team-members")).isBetween(16_000.0, 18_000.0);
        assertThat(value("adult-smartphone")).isBetween(68.0, 72.5);
        assertThat(value("household-fibre")).isBetween(69.5, 74.0);
        assertThat(value("payment-account-15plus")).isBetween(64.0, 68.5);
        assertThat(value("party-handbook-installed")).isBetween(80.5, 85.5);
        assertThat(value("demonstration-online-share")).isBetween(30.0, 60.0);
        assertThat(value("demonstration-satisfaction")).isBetween(80.0, 95.0);
        assertThat(value("demonstration-support-points")).isPositive();
        assertThat(count("SELECT count(*) FROM facts.fact WHERE kind LIKE 'demonstration.%'"))
                .isBetween(150_000L, 220_000L);
    }

    @Test
    void every_commune_has_a_place_and_the_last_half_year_is_still_coming_in() {
        assertThat(count("SELECT count(DISTINCT unit) FROM indicators.submission WHERE synthetic"))
                .as("178 communes of old, 92 of today, of which some have a code of old")
                .isBetween(178L, 270L);
        var states = jdbc.sql(
                        "SELECT state, count(*) FROM indicators.submission WHERE period = '2026S2' GROUP BY state")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list();
        assertThat(states).extracting(Map.Entry::getKey).contains("ACCEPTED", "SUBMITTED", "RETURNED");
        assertThat(count("SELECT count(*) FROM indicators.submission WHERE period = '2026S2' AND unit = '05443'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM indicators.submission WHERE period = '2026S2' AND state = 'ACCEPTED'"))
                .isBetween(55L, 88L);
        assertThat(figures.published(List.of(PROVINCE), List.of(Period.of("2026S2")), "community-teams"))
                .as("what is not whole is not published")
                .isEmpty();
        Figure teams = synthetic("community-teams", Period.of("2026S1"));
        assertThat(Objects.requireNonNull(teams.coverage()).expected()).isEqualTo(92);
    }

    @Test
    void a_household_that_was_visited_again_counts_once() {
        rollUps.catchUp();
        long visits = count("""
                SELECT count(*) FROM facts.fact
                WHERE kind = 'demonstration.household-supported' AND day BETWEEN '2022-01-01' AND '2022-06-30'""");
        long households = count("""
                SELECT count(DISTINCT subject) FROM facts.fact
                WHERE kind = 'demonstration.household-supported' AND day BETWEEN '2022-01-01' AND '2022-06-30'""");
        assertThat(households).isLessThan(visits);
        assertThat(value("demonstration-households-supported")).isEqualTo((double) households);
        assertThat(value("demonstration-dossiers")).isEqualTo((double) count("""
                        SELECT count(*) FROM facts.fact
                        WHERE kind = 'demonstration.dossier-received' AND day BETWEEN '2022-01-01' AND '2022-06-30'"""));
    }

    @Test
    void corrected_figures_keep_their_first_revision() {
        assertThat(figures.revisions("adult-smartphone", PROVINCE, FIRST_HALF))
                .as("%s", figures.revisions("adult-smartphone", PROVINCE, FIRST_HALF))
                .isNotEmpty();
        assertThat(count("SELECT count(*) FROM indicators.figure WHERE synthetic AND revision = 2"))
                .isPositive();
        assertThat(count("SELECT count(*) FROM facts.fact WHERE synthetic AND corrects IS NOT NULL"))
                .isPositive();
    }

    @Test
    void everybody_finds_work() {
        var officer = accounts.actor("baocao").orElseThrow();
        assertThat(rounds.missing(officer, null, 10)).isNotEmpty();
        assertThat(explanations.waiting(officer, 10)).isNotEmpty();
        assertThat(submissions.waiting(accounts.actor("thamdinh").orElseThrow(), null, 10))
                .isNotEmpty();
        assertThat(count("SELECT count(*) FROM work.item WHERE kind = 'indicators.answer' AND closed_at IS NULL"))
                .as("explanations that their leader has to read")
                .isPositive();
    }

    @Test
    void work_was_done_on_time_and_late_and_some_is_overdue() {
        assertThat(count("SELECT count(*) FROM work.item WHERE outcome = 'DONE' AND closed_at <= due_at"))
                .isGreaterThan(1_500);
        assertThat(count("SELECT count(*) FROM work.item WHERE outcome = 'DONE' AND closed_at > due_at"))
                .isBetween(50L, 250L);
        assertThat(openAndDueBefore(TestTime.now())).isBetween(1L, 20L);
        assertThat(openAndDueBefore(TestTime.now().minus(Duration.ofDays(60))))
                .as("nothing of old is left to do")
                .isZero();
        assertThat(value("work-on-time")).isBetween(80.0, 99.0);
    }

    @Test
    void what_waits_for_anybody_is_of_these_weeks() throws Exception {
        var left = new java.util.ArrayList<String>();
        for (People.Person person : People.ALL) {
            if (person.username().equals(People.TRADER)) continue; // has the till
            var visitor = new Visitor(web, accounts.actor(person.username()).orElseThrow());
            // not the first page of all: a leader's is the brief, an auditor's the log
            String work = visitor.page("/work", 200).select("main tr").text();
            var days = Pattern.compile("(còn|quá hạn) ([0-9.]+) ngày").matcher(work);
            while (days.find()) {
                assertThat(Integer.parseInt(days.group(2).replace(".", "")))
                        .as(person.username() + ": " + days.group())
                        .isLessThanOrEqualTo(45);
                if (days.group(1).equals("còn")) left.add(person.username());
            }
            var since = Pattern.compile("[0-9]{1,2}/[0-9]{1,2}/([0-9]{4})").matcher(work);
            while (since.find())
                assertThat(since.group(1)).as(person.username()).isEqualTo("2026");
        }
        assertThat(left).contains("baocao", "vanphong");
    }

    @Test
    void invented_people_pay_while_people_are_awake() {
        // what a collector took in cash was taken when it was loaded
        assertThat(count("""
                SELECT count(*) FROM payments.movement
                WHERE extract(hour FROM at AT TIME ZONE 'Asia/Ho_Chi_Minh') NOT BETWEEN 5 AND 21""")).isZero();
    }

    @Test
    void an_act_says_that_it_is_invented() throws Exception {
        for (String kind : ActKinds.ALL) {
            UUID id = jdbc.sql("SELECT evidence FROM facts.fact WHERE kind = :kind AND day = '2022-04-01' LIMIT 1")
                    .param("kind", kind)
                    .query(UUID.class)
                    .single();
            assertThat(acts.find(id)).isPresent();
            for (String language : List.of("vi", "en")) {
                String page = web.perform(get("/demonstration/acts/" + id).param("lang", language))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
                assertThat(page).contains("20220808", kind, id.toString());
                assertThat(page).contains(language.equals("en") ? "never happened" : "không có thật");
            }
        }
        web.perform(get("/demonstration/acts/" + UUID.randomUUID())).andExpect(status().isNotFound());
        web.perform(get("/demonstration/acts/none")).andExpect(status().is4xxClientError());
    }

    @Test
    void the_next_start_has_nothing_to_do() {
        String before = state();
        long begin = System.nanoTime();
        demonstration.run(new DefaultApplicationArguments());
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(5_000);
        assertThat(state()).isEqualTo(before);
    }

    private String state() {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM facts.fact) || ' ' || (SELECT count(*) FROM indicators.figure) || ' '
                    || (SELECT count(*) FROM identity.access_log) || ' ' || (SELECT sum(version) FROM identity.account)
                """).query(String.class).single();
    }

    private double value(String indicator) {
        BigDecimal value = synthetic(indicator, FIRST_HALF).value();
        return value == null ? Double.NaN : value.doubleValue();
    }

    private Figure synthetic(String indicator, Period period) {
        return figures.published(List.of(PROVINCE), List.of(period), indicator).stream()
                .filter(Figure::synthetic)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode figure(String indicator, String unit, String period) throws Exception {
        return new JsonMapper()
                .readTree(web.perform(get("/api/v1/figures/{indicator}/{unit}/{period}", indicator, unit, period))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
    }

    private static List<NamedCsvRecord> report() throws Exception {
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource("data/session-2022-08-08/figures.csv").getInputStream(),
                        StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    private long openAndDueBefore(Instant at) {
        return jdbc.sql("SELECT count(*) FROM work.item WHERE closed_at IS NULL AND due_at < :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
