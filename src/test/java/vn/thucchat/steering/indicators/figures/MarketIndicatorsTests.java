package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.overview.MarketFigures;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** A market's page and the commune's scorecard say the same of the same facts. */
@MarketTest
@NullMarked
class MarketIndicatorsTests {

    private static final UnitCode COMMUNE = new UnitCode(MarketFixture.COMMUNE);
    private static final String CASHLESS = "market-4.0-charges-cashless";

    private final TillFixture tills;
    private final MarketFixture fixture;

    @Autowired
    Markets markets;

    @Autowired
    MarketFigures figures;

    @Autowired
    Charges charges;

    @Autowired
    CashDesk desk;

    @Autowired
    Indicators indicators;

    @Autowired
    Computation computation;

    @Autowired
    RollUps rollUps;

    @Autowired
    Publishing publishing;

    @Autowired
    Figures all;

    @Autowired
    Facts facts;

    @Autowired
    TransactionTemplate transactions;

    private final LocalDate today;
    private final YearMonth month;
    private final Market busy;
    private final Market quiet;

    MarketIndicatorsTests(@Autowired MarketFixture fixture, @Autowired TillFixture tills) {
        this.fixture = fixture;
        this.tills = tills;
        today = fixture.today();
        month = YearMonth.from(today);
        Opened till = tills.charging();
        busy = till.market();
        // twice at one stall, which counts once; another has its sign and was never paid
        tills.pay(till, 35_000, "mua rau");
        tills.pay(till, 20_000, "");
        fixture.equipped(busy, "B1");
        Opened other = tills.open();
        tills.pay(other, 1_000, "");
        quiet = other.market();
    }

    @BeforeEach
    void chargesArePaid() {
        charges.rent(MANAGER, busy, month, month.atEndOfMonth());
        List<Charge> asked = charges.of(busy, month, Charge.Kind.RENT, "", 10);
        assertThat(asked).as("premise: rent of two stalls").hasSize(2);
        take(asked.getFirst(), asked.getFirst().amountVnd());
        rollUps.catchUp();
    }

    /** Those of the dictionary that are computed from a market's facts. */
    private List<Indicator> ofMarkets() {
        return indicators.all().stream()
                // what tests of the dictionary add is of no room
                .filter(it -> !it.code().matches("(test|demonstration)[.-].*"))
                .filter(it -> it.formula().contains("(market."))
                .toList();
    }

    /** The same formula, of one market. */
    private static Indicator of(Indicator it, Market market) {
        return with(it, it.computed().orElseThrow().with("market", market.code()));
    }

    private static Indicator with(Indicator it, Formula formula) {
        return new Indicator(
                it.code(),
                it.nameVi(),
                it.nameEn(),
                it.pillar(),
                it.measure(),
                it.direction(),
                it.aggregation(),
                it.overTime(),
                it.frequency(),
                it.reportedBy(),
                it.definitionVi(),
                it.definitionEn(),
                it.legalBasis(),
                formula.toString(),
                it.sort(),
                it.active(),
                it.version());
    }

    private Map<String, BigDecimal> computed(List<Indicator> wanted) {
        var period = Period.containing(today, Period.Grain.MONTH);
        var values = new TreeMap<String, BigDecimal>();
        for (Figure figure : computation.figures(List.of(COMMUNE), period, today, wanted, today)) {
            BigDecimal value = figure.value();
            if (!figure.synthetic() && value != null && value.signum() != 0)
                values.put(figure.indicator(), value.setScale(2, RoundingMode.HALF_UP));
        }
        return values;
    }

    /** As the market's page has it; noughts are left out, as nothing is computed of no facts. */
    private Map<String, BigDecimal> shown(List<Market> of) {
        var months = of.stream().map(market -> figures.of(market, month)).toList();
        var counts = new TreeMap<String, Long>();
        long paid = 0;
        long cashless = 0;
        for (MarketFigures.Month it : months) {
            counts.merge("market-4.0-markets", it.running() ? 1L : 0, Long::sum);
            counts.merge("market-4.0-certified", it.certified() ? 1L : 0, Long::sum);
            counts.merge("market-4.0-traders", it.traders(), Long::sum);
            counts.merge("market-4.0-stalls-with-qr", it.ready(), Long::sum);
            counts.merge("market-4.0-stalls-active", it.stallsPaid(), Long::sum);
            counts.merge("market-4.0-payments", it.received().count(), Long::sum);
            counts.merge("market-4.0-value", it.received().amountVnd(), Long::sum);
            paid += it.paid();
            cashless += it.cashless();
        }
        assertThat(counts.keySet())
                .as(
                        "every indicator of markets is on a market's page: add it to MarketFigures.Month, figures.jte and here")
                .containsExactlyInAnyOrderElementsOf(ofMarkets().stream()
                        .map(Indicator::code)
                        .filter(code -> !code.equals(CASHLESS))
                        .toList());
        var values = new TreeMap<String, BigDecimal>();
        counts.forEach((code, count) -> {
            if (count != 0) values.put(code, BigDecimal.valueOf(count).setScale(2));
        });
        if (cashless > 0)
            values.put(
                    CASHLESS,
                    BigDecimal.valueOf(100 * cashless).divide(BigDecimal.valueOf(paid), 2, RoundingMode.HALF_UP));
        return values;
    }

    @Test
    void a_market_s_page_says_what_the_indicators_formulas_say_of_that_market() {
        for (Market market : List.of(busy, quiet)) {
            var wanted = ofMarkets().stream().map(it -> of(it, market)).toList();
            assertThat(shown(List.of(market))).as(market.name()).isEqualTo(computed(wanted));
        }
        assertThat(figures.of(busy, month).stallsPaid())
                .as("one stall, paid twice")
                .isEqualTo(1);
        assertThat(figures.of(busy, month).received().count()).isEqualTo(2);
        assertThat(shown(List.of(busy)))
                .containsEntry("market-4.0-stalls-with-qr", new BigDecimal("2.00"))
                .containsEntry("market-4.0-value", new BigDecimal("55000.00"));
    }

    @Test
    void the_commune_is_the_sum_of_its_markets() {
        var all = new ArrayList<Market>();
        for (Market market : markets.page("", 10_000)) if (market.unit().equals(COMMUNE)) all.add(market);
        assertThat(all).as("premise").contains(busy, quiet);

        assertThat(shown(all)).isEqualTo(computed(ofMarkets()));
    }

    /** A ward and a half-year that nothing else of the tests is in. */
    @Test
    void what_fewer_than_five_stalls_were_paid_is_nobody_s_to_read_but_the_offices() throws Exception {
        var ward = new UnitCode("05458");
        Period half = Period.of("2014S1");
        List<String> restricted = List.of("market-4.0-payments", "market-4.0-stalls-active", "market-4.0-value");
        var reviewer = Persons.a(SteeringRoles.REVIEWER, "19");
        for (int stall = 0; stall < 4; stall++) paid(ward, half.from(), UUID.randomUUID());
        rollUps.catchUp();
        publishing.publish(reviewer, ward, half);
        assertThat(published(ward, half)).isEmpty();
        assertThat(readBy(Actor.STRANGER, ward, half)).isEmpty();
        assertThat(readBy(reviewer, ward, half)).containsExactlyElementsOf(restricted);
        assertThat(publishing.pending(reviewer, ward, half)).isEmpty();

        paid(ward, half.from().plusDays(30), UUID.randomUUID());
        rollUps.catchUp();
        publishing.publish(reviewer, ward, half);
        assertThat(published(ward, half)).containsExactlyElementsOf(restricted);
        assertThat(readBy(Actor.STRANGER, ward, half)).containsExactlyElementsOf(restricted);
    }

    /** Not one that a test of the dictionary defined, which may count the same facts. */
    private static boolean own(String indicator) {
        return !indicator.startsWith("test.");
    }

    private List<String> published(UnitCode unit, Period period) {
        return all.published(List.of(unit), period).stream()
                .map(Figure::indicator)
                .filter(MarketIndicatorsTests::own)
                .sorted()
                .toList();
    }

    private List<String> readBy(Actor reader, UnitCode unit, Period period) {
        return all.visible(reader, List.of(unit), period, period.to(), indicators.all()).stream()
                .map(Figure::indicator)
                .filter(MarketIndicatorsTests::own)
                .sorted()
                .toList();
    }

    private void paid(UnitCode unit, LocalDate day, UUID stall) {
        transactions.executeWithoutResult(_ -> facts.record(new Fact(
                FactFixture.newId(),
                "market.payment-received",
                unit,
                day,
                day.atTime(9, 0).toInstant(java.time.ZoneOffset.UTC),
                stall,
                Map.of("channel", "vietqr", "market", "cho-nho"),
                1,
                20_000,
                Provenance.MEASURED,
                false,
                UUID.randomUUID(),
                null)));
    }

    @Test
    void the_facts_listed_behind_a_number_come_to_the_same() {
        int compared = 0;
        for (Indicator it : ofMarkets())
            for (Term term : it.computed().orElseThrow().terms()) {
                if (term.measure() == Measure.LAST) continue;
                Evidence.Total listed = figures.total(
                        busy,
                        figures.kind(term.kind()).orElseThrow(),
                        term.filter(),
                        month.atDay(1),
                        month.atEndOfMonth());
                long total = switch (term.measure()) {
                    case COUNT -> listed.count();
                    case AMOUNT -> listed.amount();
                    case SUBJECTS -> listed.subjects();
                    case LAST -> throw new IllegalStateException("passed over above");
                };
                var alone = with(it, new Formula(BigDecimal.ONE, List.of(term), List.of()).with("market", busy.code()));
                assertThat(computed(List.of(alone)).getOrDefault(it.code(), BigDecimal.ZERO))
                        .as(it.code() + ": " + term)
                        .isEqualByComparingTo(BigDecimal.valueOf(total));
                compared++;
            }
        assertThat(compared).as("premise").isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_charge_paid_in_part_in_cash_is_not_paid_without_cash() {
        Opened till = tills.charging();
        fixture.equipped(till.market(), "B1");
        fixture.equipped(till.market(), "B2");
        charges.rent(MANAGER, till.market(), month, month.atEndOfMonth());
        List<Charge> asked = charges.of(till.market(), month, Charge.Kind.RENT, "", 10);
        assertThat(asked).as("premise").hasSize(3);
        tills.payCharge(till, asked.getFirst(), asked.getFirst().amountVnd());
        take(asked.get(1), asked.get(1).amountVnd() - 1_000);
        tills.payCharge(till, asked.get(1), 1_000);
        tills.payCharge(till, asked.getLast(), asked.getLast().amountVnd() - 1_000);
        take(asked.getLast(), 1_000);
        rollUps.catchUp();

        assertThat(figures.of(till.market(), month).paid()).isEqualTo(3);
        var wanted = ofMarkets().stream().map(it -> of(it, till.market())).toList();
        assertThat(shown(List.of(till.market())))
                .containsEntry(CASHLESS, new BigDecimal("33.33"))
                .isEqualTo(computed(wanted));
    }

    private void take(Charge charge, long amountVnd) {
        assertThat(desk.take(
                        Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE),
                        charge.code(),
                        amountVnd,
                        UUID.randomUUID()))
                .isInstanceOf(CashDesk.Taking.Taken.class);
    }

    @Test
    void a_share_of_a_market_s_charges_is_of_those_paid_in_full() {
        Opened till = tills.charging();
        fixture.equipped(till.market(), "B1");
        charges.rent(MANAGER, till.market(), month, month.atEndOfMonth());
        List<Charge> asked = charges.of(till.market(), month, Charge.Kind.RENT, "", 10);
        tills.payCharge(till, asked.getFirst(), asked.getFirst().amountVnd());
        take(asked.getLast(), asked.getLast().amountVnd());
        rollUps.catchUp();

        var wanted = ofMarkets().stream().map(it -> of(it, till.market())).toList();
        assertThat(shown(List.of(till.market())))
                .containsEntry(CASHLESS, new BigDecimal("50.00"))
                .isEqualTo(computed(wanted));
    }
}
