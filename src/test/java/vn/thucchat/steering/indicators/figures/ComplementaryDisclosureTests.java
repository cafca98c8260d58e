package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Position;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.Visitor;

/**
 * What strangers learn by subtracting the figures that they see from one another. Each test has a year of its own, that
 * nothing else is in; each stall is paid 20.000 đồng, once.
 */
@MarketTest
@NullMarked
class ComplementaryDisclosureTests {

    private static final long EACH = 20_000;
    private static final long WITHHELD = -1;
    private static final String MONTH =
            "grain = 'M' AND kind = 'market.payment-received' AND unit = '05431' AND start = :month::date";
    private static final Actor REVIEWER = Persons.a(SteeringRoles.REVIEWER, "19");

    @Autowired
    MockMvc mvc;

    @Autowired
    Publishing publishing;

    @Autowired
    RollUps rollUps;

    @Autowired
    Facts facts;

    @Autowired
    Sums sums;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Units units;

    @Test
    void a_district_without_its_published_communes_does_not_tell_of_a_small_one() throws Exception {
        var day = LocalDate.of(2001, 2, 10);
        paid("05431", day, 3);
        paid("05434", day, 6);
        paid("05437", day, 9);
        publish("19", "2001S1");

        assertThat(stranger("164", "2001S1")).isEqualTo(18 * EACH);
        assertThat(stranger("05431", "2001S1")).isEqualTo(WITHHELD);
        assertThat(stranger("05434", "2001S1")).as("the smallest other").isEqualTo(WITHHELD);
        assertThat(stranger("05437", "2001S1")).isEqualTo(9 * EACH);
        String days = new Visitor(mvc, Actor.STRANGER)
                .open("/api/v1/figures/market-4.0-value/164/2001S1/evidence")
                .getContentAsString();
        assertThat(days)
                .as("a day of six stalls would tell of the unit that had no other")
                .contains("\"05437\"")
                .doesNotContain("\"05434\"");
        assertThat(new Visitor(mvc, Persons.a(SteeringRoles.REPORTER, "164"))
                        .open("/api/v1/figures/market-4.0-value/164/2001S1/evidence")
                        .getContentAsString())
                .as("to a reporter of the district the unit's own figure is open")
                .contains("\"05437\"", "\"05434\"")
                .doesNotContain("\"05431\"");
    }

    @Test
    void a_withheld_commune_takes_no_days_from_the_new_one_that_inherited_its_code() {
        var before = LocalDate.of(2025, 6, 30);
        var after = LocalDate.of(2025, 7, 1);
        List<UnitCode> both = units.below(new UnitCode("19"), UnitKind.Level.COMMUNE, after).stream()
                .map(Unit::code)
                .filter(unit -> units.find(unit, before).isPresent())
                .toList();
        UnitCode same =
                both.stream().filter(unit -> sources(unit) == 1).findFirst().orElseThrow();
        UnitCode merged =
                both.stream().filter(unit -> sources(unit) > 1).findFirst().orElseThrow();
        var january = Period.of("202501");
        WithheldDays withheld = WithheldDays.of(
                Set.of(new PublicSums.Cell(same, january, before), new PublicSums.Cell(merged, january, before)),
                units);
        assertThat(withheld.of(merged, before)).isTrue();
        assertThat(withheld.of(merged, after)).as("another commune").isFalse();
        assertThat(withheld.of(same, after))
                .as("the same: its days of the year")
                .isTrue();
    }

    /** How many communes of before a reform are in a unit of today. */
    private long sources(UnitCode unit) {
        LocalDate before = LocalDate.of(2025, 6, 30);
        return units.compose(List.of(unit), LocalDate.of(2025, 7, 1), before).partsOf(unit).stream()
                .flatMap(part -> units.find(part.source(), before).stream())
                .filter(it -> it.kind().level() == UnitKind.Level.COMMUNE)
                .count();
    }

    @Test
    void a_province_without_its_districts_does_not_tell_of_a_small_one() throws Exception {
        var day = LocalDate.of(2002, 2, 10);
        paid("05431", day, 3);
        paid("05518", day, 8);
        paid("05533", day, 7);
        paid("05692", day, 30);
        publish("19", "2002S1");

        assertThat(stranger("19", "2002S1")).isEqualTo(48 * EACH);
        assertThat(stranger("05431", "2002S1")).isEqualTo(WITHHELD);
        assertThat(stranger("164", "2002S1")).as("has no other commune").isEqualTo(WITHHELD);
        for (String withheld : List.of("165", "05533"))
            assertThat(stranger(withheld, "2002S1")).as("the smallest others").isEqualTo(WITHHELD);
        for (String shown : List.of("05518", "169", "05692"))
            assertThat(stranger(shown, "2002S1")).as(shown).isPositive();
    }

    @Test
    void a_half_year_without_a_published_quarter_does_not_tell_of_a_small_one() throws Exception {
        paid("05431", LocalDate.of(2003, 2, 10), 3);
        paid("05431", LocalDate.of(2003, 5, 10), 20);
        for (int month : List.of(2, 5)) {
            paid("05434", LocalDate.of(2003, month, 10), 40);
            paid("05437", LocalDate.of(2003, month, 10), 50);
        }
        publish("19", "2003Q2");
        assertThat(stranger("05431", "2003Q2")).isEqualTo(20 * EACH);
        publish("19", "2003S1");

        assertThat(stranger("05431", "2003S1"))
                .as("less 20 it would be of 3 stalls")
                .isEqualTo(WITHHELD);
        assertThat(stranger("05434", "2003S1")).as("or the district tells it").isEqualTo(WITHHELD);
        assertThat(stranger("05437", "2003S1")).isEqualTo(100 * EACH);
        assertThat(stranger("164", "2003S1")).isEqualTo(203 * EACH);
    }

    @Test
    void a_running_quarter_without_its_months_does_not_tell_of_a_small_one() throws Exception {
        paid("05431", LocalDate.of(2004, 1, 10), 3);
        paid("05431", LocalDate.of(2004, 2, 10), 9);
        paid("05431", LocalDate.of(2004, 3, 10), 8);
        rollUps.catchUp();

        for (String withheld : List.of("200401", "200403"))
            assertThat(stranger("19", withheld)).as(withheld).isEqualTo(WITHHELD);
        assertThat(stranger("19", "200402")).isEqualTo(9 * EACH);
        for (String shown : List.of("2004Q1", "2004S1", "2004"))
            assertThat(stranger("19", shown)).as(shown).isEqualTo(20 * EACH);
    }

    @Test
    void the_boundaries_of_another_day_do_not_tell_of_a_small_province() throws Exception {
        paid("05431", LocalDate.of(2005, 1, 10), 30);
        paid("01840", LocalDate.of(2005, 1, 10), 3);
        rollUps.catchUp();

        assertThat(stranger("19", "2005S1")).isEqualTo(30 * EACH);
        assertThat(stranger("19", "2005S1", "?boundaries=2025-07-01"))
                .as("with Bắc Kạn, of which it would tell")
                .isEqualTo(WITHHELD);
    }

    @Test
    void the_same_ones_are_withheld_when_another_office_publishes_its_part() throws Exception {
        var day = LocalDate.of(2006, 2, 10);
        paid("05431", day, 3);
        paid("05434", day, 6);
        paid("05437", day, 9);
        publish("05434", "2006S1");
        publish("05437", "2006S1");
        publish("164", "2006S1");

        assertThat(stranger("05434", "2006S1")).isEqualTo(WITHHELD);
        assertThat(stranger("05437", "2006S1")).isEqualTo(9 * EACH);
        paid("05434", day, 90);
        publish("19", "2006S1");
        assertThat(stranger("05434", "2006S1"))
                .as("the other is known already, so that nobody else hides the small one")
                .isEqualTo(WITHHELD);
    }

    /** Of the denominator less the numerator: who paid in cash. */
    @Test
    void a_share_does_not_tell_of_the_few_that_are_not_in_its_numerator() throws Exception {
        var day = LocalDate.of(2007, 2, 10);
        for (String unit : List.of("05431", "05434", "05437")) charged(unit, day, "cashless", 12);
        charged("05431", day, "cash", 2);
        charged("05434", day, "cash", 6);
        charged("05437", day, "cash", 7);
        publish("19", "2007S1");

        String at = "/api/v1/figures/market-4.0-charges-cashless/";
        var stranger = new Visitor(mvc, Actor.STRANGER);
        assertThat(stranger.open(at + "05431/2007S1").getStatus()).isEqualTo(404);
        assertThat(stranger.open(at + "05434/2007S1").getStatus())
                .as("the smallest other")
                .isEqualTo(404);
        for (String shown : List.of("05437", "164", "19"))
            assertThat(stranger.open(at + shown + "/2007S1").getStatus())
                    .as(shown)
                    .isEqualTo(200);
    }

    /** Changes the months behind the log's back: nothing but reading them again would tell. */
    @Test
    void the_months_are_read_again_when_more_is_counted_and_for_what_is_published() throws Exception {
        for (int year : List.of(2009, 2010)) paid("05431", LocalDate.of(year, 1, 10), 3);
        rollUps.catchUp();
        Map<String, byte[]> subjects =
                Map.of("2009-01-01", subjects("2009-01-01"), "2010-01-01", subjects("2010-01-01"));
        var seen = new ArrayList<Long>();
        List<Publishing.Change> pending;
        Position position;
        do {
            seen.clear();
            position = sums.position();
            for (String month : List.of("200901", "201001")) seen.add(stranger("19", month));
            for (String month : subjects.keySet()) put(month, null);
            for (String month : List.of("200901", "201001")) seen.add(stranger("19", month));
            pending = publishing.pending(REVIEWER, new UnitCode("19"), Period.of("201001"));
            subjects.forEach(this::put);
            // unless something else was counted meanwhile
        } while (!sums.position().equals(position));
        assertThat(seen).as("the same twice").hasSize(4).containsOnly(WITHHELD);
        assertThat(pending)
                .as("what is published is decided by what is there")
                .anyMatch(change -> change.running().indicator().equals("market-4.0-value"));

        paid("05431", LocalDate.of(2009, 1, 11), 7);
        rollUps.catchUp();
        assertThat(stranger("19", "200901")).isEqualTo(10 * EACH);
    }

    private byte[] subjects(String month) {
        return jdbc.sql("SELECT subjects FROM rollups.roll_up WHERE " + MONTH)
                .param("month", month)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void put(String month, byte @Nullable [] subjects) {
        assertThat(jdbc.sql("UPDATE rollups.roll_up SET subjects = :subjects::bytea WHERE " + MONTH)
                        .param("month", month)
                        .param("subjects", subjects)
                        .update())
                .isEqualTo(1);
    }

    private void publish(String above, String period) {
        rollUps.catchUp();
        assertThat(publishing.publish(REVIEWER, new UnitCode(above), Period.of(period)))
                .isInstanceOf(Publishing.Outcome.Done.class);
    }

    private long stranger(String unit, String period) throws Exception {
        return stranger(unit, period, "");
    }

    /** What a stranger's page says was paid, or {@link #WITHHELD}. */
    private long stranger(String unit, String period, String query) throws Exception {
        var answer = new Visitor(mvc, Actor.STRANGER)
                .open("/figures/market-4.0-value/" + unit + "/" + period + "/now" + query);
        if (answer.getStatus() == 404) return WITHHELD;
        String value = JsonMapper.shared()
                .readTree(answer.getContentAsString())
                .get("value")
                .asString();
        return Long.parseLong(value.replaceAll("\\D", ""));
    }

    /** So many stalls, on a day. */
    private void paid(String unit, LocalDate day, int stalls) {
        record("market.payment-received", unit, day, Map.of("channel", "vietqr", "market", "cho-nho"), stalls);
    }

    private void charged(String unit, LocalDate day, String channel, int stalls) {
        record(
                "market.charge-paid",
                unit,
                day,
                Map.of("channel", channel, "kind", "RENT", "market", "cho-nho"),
                stalls);
    }

    private void record(String kind, String unit, LocalDate day, Map<String, String> facets, int stalls) {
        transactions.executeWithoutResult(_ -> {
            for (int i = 0; i < stalls; i++)
                facts.record(new Fact(
                        FactFixture.newId(),
                        kind,
                        new UnitCode(unit),
                        day,
                        day.atTime(9, 0).toInstant(java.time.ZoneOffset.UTC),
                        UUID.randomUUID(),
                        facets,
                        1,
                        EACH,
                        Provenance.MEASURED,
                        false,
                        UUID.randomUUID(),
                        null));
        });
    }
}
