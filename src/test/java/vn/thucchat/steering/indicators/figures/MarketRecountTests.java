package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.correctionOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.economy.market.overview.MarketDay;
import vn.thucchat.economy.market.overview.MarketDays;
import vn.thucchat.economy.market.overview.MarketFigures;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;

/** For whatever happened in a commune with one market: the market's numbers are the commune's figures. */
@MarketTest
@NullMarked
class MarketRecountTests {

    private static final YearMonth MONTH = YearMonth.of(2013, 5);
    private static final List<String> COMMUNES = List.of("05455", "05464", "05470");
    private static final List<String> STATES =
            List.of("market.running", "market.certified", "market.trader-active", "market.stall-ready");

    private static final Actor AUDITOR = Persons.a(Roles.AUDITOR, "19");

    @Autowired
    MarketFigures figures;

    @Autowired
    MarketDays days;

    @Autowired
    Indicators indicators;

    @Autowired
    Computation computation;

    @Autowired
    DailyCourse course;

    @Autowired
    RollUps rollUps;

    @Autowired
    Facts facts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void a_market_is_counted_as_its_commune(long seed) {
        var random = new Random(seed);
        var commune = new UnitCode(COMMUNES.get((int) seed));
        var market = new Market(
                UUID.randomUUID(), "cho-" + seed, "Chợ", commune, null, "", null, null, MONTH.atDay(1), null, false, 1);
        var uncorrected = new ArrayList<Fact>();
        for (int round = 0; round < 8; round++) {
            var some = new ArrayList<Fact>();
            for (int i = 0; i < 40; i++) {
                Fact fact = !uncorrected.isEmpty() && random.nextInt(6) == 0
                        ? correction(random, uncorrected.remove(random.nextInt(uncorrected.size())))
                        : happened(random, market);
                some.add(fact);
                uncorrected.add(fact);
            }
            transactions.executeWithoutResult(_ -> facts.record(some));
            rollUps.catchUp();
            assertSame(market);
        }
        Map<String, BigDecimal> before = commune(market);
        assertThat(before.keySet()).as("premise: there is something to compare").hasSize(8);

        rollUps.rebuild((_, _) -> {});
        assertThat(rollUps.verify()).isZero();
        assertThat(commune(market)).isEqualTo(before);
        assertSame(market);
    }

    @Test
    void hours_that_an_upgrade_has_not_added_yet_are_asked_for_again_later() {
        LocalDate day = LocalDate.of(2012, 5, 9);
        var unit = new UnitCode(COMMUNES.getFirst());
        transactions.executeWithoutResult(_ -> facts.record(aFact().kind("market.payment-received")
                .unit(unit.value())
                .facets(Map.of("market", "cho-hours", "channel", "vietqr"))
                .day(day)
                .amount(7_000)
                .build()));
        rollUps.catchUp();
        Indicator value = indicators.find("market-4.0-value").orElseThrow();
        Figure figure = computation
                .figures(List.of(unit), Period.containing(day, Period.Grain.MONTH), day, List.of(value), day)
                .getFirst();
        assertThat(course.hours(AUDITOR, figure, value, day, day)).containsOnlyKeys(9);
        assertThat(jdbc.sql(
                                "UPDATE rollups.roll_up SET hours = NULL WHERE grain = 'D' AND unit = :unit AND start = :day")
                        .param("unit", unit.value())
                        .param("day", day)
                        .update())
                .isOne();
        assertThatThrownBy(() -> course.hours(AUDITOR, figure, value, day, day)).isInstanceOf(Problem.class);
        rollUps.rebuild((_, _) -> {});
        assertThat(course.hours(AUDITOR, figure, value, day, day)).containsOnlyKeys(9);
    }

    private void assertSame(Market market) {
        MarketFigures.Month own = figures.of(market, MONTH);
        Map<String, BigDecimal> commune = commune(market);
        Map.of(
                        "market-4.0-traders", own.traders(),
                        "market-4.0-stalls-with-qr", own.ready(),
                        "market-4.0-stalls-active", own.stallsPaid(),
                        "market-4.0-payments", own.received().count(),
                        "market-4.0-value", own.received().amountVnd())
                .forEach((code, number) -> assertThat(commune.getOrDefault(code, BigDecimal.ZERO))
                        .as(code)
                        .isEqualByComparingTo(BigDecimal.valueOf(number)));
        assertThat(commune.getOrDefault("market-4.0-markets", BigDecimal.ZERO).signum() > 0)
                .isEqualTo(own.running());
        assertThat(commune.getOrDefault("market-4.0-certified", BigDecimal.ZERO).signum() > 0)
                .isEqualTo(own.certified());
        if (own.charges().value() != null)
            assertThat(commune.get("market-4.0-charges-cashless"))
                    .isEqualByComparingTo(own.charges().value());
        else assertThat(commune).doesNotContainKey("market-4.0-charges-cashless");
        assertThat(days(market)).isEqualTo(own.received().amountVnd());
    }

    /** What the market's days say was paid, which each come to by hours and by stalls too: at the commune's hours. */
    private long days(Market market) {
        long sum = 0;
        var hours = new TreeMap<Integer, BigDecimal>();
        for (LocalDate day = MONTH.atDay(1); !day.isAfter(MONTH.atEndOfMonth()); day = day.plusDays(7)) {
            MarketDay.Received received = days.of(market, day).received();
            assertThat(received.hours().values().stream()
                            .mapToLong(it -> it.amount())
                            .sum())
                    .isEqualTo(received.total().amountVnd());
            received.hours()
                    .forEach((hour, total) -> hours.merge(hour, BigDecimal.valueOf(total.amount()), BigDecimal::add));
            assertThat(received.stalls()).hasSize((int) received.stallsPaid());
            sum += received.total().amountVnd();
        }
        assertThat(hours(market)).isEqualTo(hours);
        return sum;
    }

    private SortedMap<Integer, BigDecimal> hours(Market market) {
        Indicator value = indicators.find("market-4.0-value").orElseThrow();
        return figures(market, List.of(value)).stream()
                .findFirst()
                .map(figure -> course.hours(AUDITOR, figure, value, MONTH.atDay(1), MONTH.atEndOfMonth()))
                .orElseGet(TreeMap::new);
    }

    private Map<String, BigDecimal> commune(Market market) {
        var ofMarkets = indicators.all().stream()
                // what tests of the dictionary add is of no room
                .filter(it -> !it.code().matches("(test|demonstration)[.-].*"))
                .filter(it -> it.formula().contains("(market."))
                .toList();
        return figures(market, ofMarkets).stream()
                .collect(Collectors.toMap(
                        Figure::indicator, figure -> java.util.Objects.requireNonNull(figure.value())));
    }

    private List<Figure> figures(Market market, List<Indicator> of) {
        var period = Period.containing(MONTH.atDay(1), Period.Grain.MONTH);
        LocalDate end = MONTH.atEndOfMonth();
        return computation.figures(List.of(market.unit()), period, end, of, end).stream()
                .filter(figure -> !figure.synthetic() && figure.value() != null)
                .toList();
    }

    /** Every seventh day of the MONTH. */
    private static Fact happened(Random random, Market market) {
        LocalDate day = MONTH.atDay(1 + 7 * random.nextInt(5));
        String state = STATES.get(random.nextInt(STATES.size()));
        FactFixture fact = aFact().unit(market.unit().value())
                .day(day)
                .at(day.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.ofHours(7)))
                .synthetic(random.nextInt(5) == 0);
        return switch (random.nextInt(3)) {
            case 0 ->
                fact.kind(state)
                        .facets(Map.of("market", market.code()))
                        .subject(new UUID(state.hashCode(), random.nextInt(6)))
                        .amount(random.nextInt(3) == 0 ? 0 : 1)
                        .build();
            case 1 ->
                fact.kind("market.payment-received")
                        .facets(Map.of("market", market.code(), "channel", "vietqr"))
                        .subject(new UUID(1, random.nextInt(9)))
                        .amount(1_000L + random.nextInt(50_000))
                        .build();
            default ->
                fact.kind("market.charge-paid")
                        .facets(Map.of(
                                "market",
                                market.code(),
                                "channel",
                                random.nextBoolean() ? "cash" : "cashless",
                                "kind",
                                "RENT"))
                        .subject(new UUID(1, random.nextInt(9)))
                        .amount(300_000)
                        .build();
        };
    }

    private static Fact correction(Random random, Fact wrong) {
        FactFixture correction = correctionOf(wrong);
        return random.nextBoolean()
                ? correction.subject(null).count(0).amount(0).build()
                : correction
                        .amount(wrong.amount() > 1 ? wrong.amount() + 500 : 1 - wrong.amount())
                        .build();
    }
}
