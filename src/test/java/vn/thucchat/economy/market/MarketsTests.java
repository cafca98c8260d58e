package vn.thucchat.economy.market;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.economy.market.MarketFixture.done;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Persons;
import vn.thucchat.foundation.identity.Role;

/** The register of markets keeps what is true, and says what happened. */
@MarketTest
@NullMarked
class MarketsTests {

    @Autowired
    MarketFixture fixture;

    @Autowired
    Markets markets;

    @Autowired
    Stalls stalls;

    @Autowired
    Traders traders;

    @Autowired
    Contracts contracts;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    /** Facts of a market: kind, and how often with which amount. */
    private List<String> facts(Market market) {
        return jdbc.sql("""
                        SELECT kind || ' ' || amount || ' ×' || count(*) FROM facts.fact
                        WHERE facets ->> 'market' = :code GROUP BY kind, amount ORDER BY 1""")
                .param("code", market.code())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void a_market_is_opened_changed_closed_and_opened_again() {
        Market market = fixture.charging();
        assertThat(markets.find(market.code())).contains(market);
        assertThat(market.chargesAccount()).isNotNull();

        var draft = new Markets.Draft(
                "other", "Chợ Mới", "05467", 1, "Số 2", fixture.today().minusDays(9), null, null);
        done(markets.change(MANAGER, market, draft));
        Market changed = markets.find(market.id()).orElseThrow();
        assertThat(changed.name()).isEqualTo("Chợ Mới");
        assertThat(changed.code()).as("never changes").isEqualTo(market.code());
        assertThat(changed.unit()).as("nor does the commune").isEqualTo(market.unit());
        assertThat(markets.change(MANAGER, market, draft)).as("seen before").isInstanceOf(Change.Stale.class);

        done(markets.close(MANAGER, changed, true));
        done(markets.close(MANAGER, markets.find(market.id()).orElseThrow(), false));
        assertThat(facts(market)).containsExactly("market.running 0 ×1", "market.running 1 ×2");
    }

    @Test
    void only_whoever_manages_markets_there_changes_them() {
        Market market = fixture.market();
        UUID zone = fixture.zone(market, "Khu A");
        Stall stall = fixture.stall(market, zone, "A1");
        Trader trader = fixture.trader(market, "Lê Thị Hoa");
        var reader = Persons.a(Role.LEADER, "19");
        assertThat(markets.mayRead(reader, market)).isTrue();
        assertThat(markets.mayRead(STRANGE_MANAGER, market)).isFalse();
        assertThat(markets.mayInspect(Persons.a(Role.COLLECTOR, "19"), market)).isTrue();

        for (var stranger : List.of(reader, STRANGE_MANAGER, Persons.a(Role.COLLECTOR, MarketFixture.COMMUNE))) {
            assertThat(List.of(
                            markets.addZone(stranger, market, "Khu B"),
                            markets.renameZone(stranger, market, zone, "Khu B"),
                            markets.close(stranger, market, true),
                            stalls.close(stranger, market, stall, true),
                            traders.add(stranger, market, fixture.trader("Ai", "")),
                            traders.leave(stranger, market, trader.id()),
                            acceptances.add(stranger, market, stall, fixture.vietQr("123"))))
                    .allMatch(change -> change instanceof Change.OutOfReach);
            assertThat(traders.contact(stranger, market, trader.id(), "xem thử"))
                    .isEmpty();
        }
        assertThat(markets.open(
                        STRANGE_MANAGER,
                        new Markets.Draft(
                                "cho-la", "Chợ Lạ", MarketFixture.COMMUNE, null, "", fixture.today(), null, null)))
                .isEqualTo(Change.wrong("unit", "market.unit.fault"));
    }

    @Test
    void a_code_is_taken_once() {
        Market market = fixture.market();
        var again =
                new Markets.Draft(market.code(), "Khác", MarketFixture.COMMUNE, null, "", fixture.today(), null, null);
        assertThat(markets.open(MANAGER, again)).isEqualTo(Change.wrong("code", "market.code.taken"));
    }

    @Test
    void markets_are_listed_everywhere_and_of_ones_own_units() {
        Market market = fixture.market();
        String before = market.code().substring(0, market.code().length() - 1);
        assertThat(markets.page(before, 1_000)).contains(market);
        assertThat(markets.page(MANAGER, before, 1_000, Role.MARKET_MANAGER)).contains(market);
        assertThat(markets.page(STRANGE_MANAGER, before, 1_000, Role.MARKET_MANAGER))
                .doesNotContain(market);
        assertThat(markets.communes(MANAGER)).extracting("value").contains(MarketFixture.COMMUNE);
    }

    @Test
    void a_stall_counts_as_ready_from_its_first_way_to_pay_to_the_end_of_its_last() {
        Market market = fixture.market();
        UUID zone = fixture.zone(market, "Khu A");
        Stall stall = fixture.stall(market, zone, "A1");
        assertThat(acceptances.add(MANAGER, market, stall, fixture.vietQr("1")))
                .as("nobody rents it")
                .isEqualTo(Change.wrong("", "market.acceptance.nobody"));
        Trader trader = fixture.trader(market, "Lê Thị Hoa");
        fixture.contract(market, stall, trader);

        var one = fixture.vietQr(market, stall);
        var two = fixture.vietQr(market, stall);
        UUID wallet = done(
                acceptances.add(MANAGER, market, stall, new Acceptances.Draft(Acceptance.Kind.WALLET, "MoMo", null)));
        assertThat(acceptances.add(MANAGER, market, stall, new Acceptances.Draft(Acceptance.Kind.WALLET, "MoMo", null)))
                .as("sent twice")
                .isEqualTo(Change.wrong("label", "market.acceptance.there"));
        assertThat(markets.counts(List.of(market.id()))).isEqualTo(Map.of(market.id(), new Market.Counts(1, 1, 1)));
        assertThat(one.mark()).matches("[2-9A-HJ-NP-Z]{6}").isNotEqualTo(two.mark());
        assertThat(one.label()).as("the bank list's word").isEqualTo("Vietcombank");
        assertThat(markets.served(List.of(java.util.Objects.requireNonNull(one.account()))))
                .extracting(Served::number)
                .containsExactly("A1");

        done(acceptances.end(MANAGER, market, stall, one.id()));
        done(acceptances.end(MANAGER, market, stall, wallet));
        done(acceptances.end(MANAGER, market, stall, two.id()));
        assertThat(acceptances.end(MANAGER, market, stall, two.id())).isInstanceOf(Change.OutOfReach.class);

        assertThat(facts(market))
                .containsExactly(
                        "market.running 1 ×1",
                        "market.stall-equipped 0 ×2",
                        "market.stall-ready 0 ×1",
                        "market.stall-ready 1 ×1",
                        "market.trader-active 1 ×1",
                        "market.trader-joined 0 ×1");
        assertThat(acceptances.of(stall)).hasSize(3).allMatch(a -> a.toOn() != null);
    }

    @Test
    void an_account_of_somebody_elses_commune_or_for_charges_is_not_taken_up() {
        Market market = fixture.charging();
        Stall stall = fixture.equipped(market, "A1");
        Acceptance there = acceptances.of(stall).getFirst();
        String account =
                acceptances.accounts(List.of(there)).values().iterator().next().account();
        assertThat(acceptances.add(MANAGER, market, stall, fixture.vietQr(account)))
                .isEqualTo(Change.wrong("account", "market.acceptance.there"));

        UUID id = done(markets.open(
                STRANGE_MANAGER,
                new Markets.Draft(market.code() + "-la", "Chợ Lạ", "05467", null, "", fixture.today(), null, null)));
        Market other = markets.find(id).orElseThrow();
        UUID zone = done(markets.addZone(STRANGE_MANAGER, other, "Khu A"));
        UUID theirs = done(stalls.add(STRANGE_MANAGER, other, new Stalls.Draft(zone, "A1", null, "", fixture.today())));
        UUID trader = done(traders.add(STRANGE_MANAGER, other, fixture.trader("Ai Đó", "")));
        Stall strange = stalls.find(other, theirs).orElseThrow();
        done(contracts.conclude(
                STRANGE_MANAGER, other, strange, new Contracts.Draft(trader, fixture.today(), null, 0)));
        assertThat(acceptances.add(STRANGE_MANAGER, other, strange, fixture.vietQr(account)))
                .isEqualTo(Change.wrong("account", "market.account.of-others"));
        assertThat(acceptances.add(
                        MANAGER,
                        market,
                        stall,
                        new Acceptances.Draft(
                                Acceptance.Kind.VIETQR, "", new AccountsOfMarket.Draft("970499", "12", "A"))))
                .isEqualTo(Change.wrong("bin", "market.bin.fault"));
    }

    @Test
    void a_stall_is_rented_by_one_trader_at_a_time() {
        Market market = fixture.market();
        Stall stall = fixture.stall(market, fixture.zone(market, "Khu A"), "A1");
        Trader one = fixture.trader(market, "Một");
        Trader two = fixture.trader(market, "Hai");
        var today = fixture.today();
        done(contracts.conclude(
                MANAGER, market, stall, new Contracts.Draft(one.id(), today.minusDays(30), null, 200_000)));
        var second = new Contracts.Draft(two.id(), today.plusDays(1), today.plusYears(1), 250_000);
        assertThat(contracts.conclude(MANAGER, market, stall, second))
                .isEqualTo(Change.wrong("from", "market.contract.overlaps"));

        Contract first = contracts.of(stall).getFirst();
        done(contracts.end(MANAGER, market, stall, first.id()));
        assertThat(contracts.end(MANAGER, market, stall, first.id())).isInstanceOf(Change.Stale.class);
        done(contracts.conclude(MANAGER, market, stall, second));

        assertThat(contracts.of(one)).hasSize(1);
        assertThat(contracts.inForce(market, today)).hasSize(2);
        assertThat(stalls.page(market, Stalls.Filter.ALL, 10).getFirst().traderName())
                .isEqualTo("Một");
        assertThat(contracts.conclude(
                        MANAGER, market, stall, new Contracts.Draft(UUID.randomUUID(), today, today.minusDays(1), -1)))
                .isInstanceOfSatisfying(
                        Change.Wrong.class,
                        wrong -> assertThat(wrong.flaws())
                                .extracting(Change.Flaw::field)
                                .containsExactly("to", "rent", "trader"));
    }

    @Test
    void whoever_leaves_ends_contracts_and_ways_to_pay() {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        Stall other = fixture.equipped(market, "A2");
        UUID trader = contracts.of(stall).getFirst().trader();

        done(traders.leave(MANAGER, market, trader));
        done(traders.leave(MANAGER, market, trader));

        assertThat(contracts.of(stall).getFirst().toOn()).isEqualTo(fixture.today());
        assertThat(acceptances.open(market)).extracting(Acceptance::stall).containsExactly(other.id());
        assertThat(facts(market))
                .contains("market.trader-left 0 ×1", "market.trader-active 0 ×1", "market.stall-ready 0 ×1");
        assertThat(traders.page(market, "", false, null, 10)).hasSize(1);
        List<Trader> all = traders.page(market, "nguyen thi BICH", true, null, 10);
        assertThat(all).hasSize(2);
        assertThat(traders.page(market, "", true, all.getFirst(), 10)).containsExactly(all.getLast());
    }

    @Test
    void stalls_are_listed_as_people_count_and_found_by_number_and_trader() {
        Market market = fixture.market();
        UUID zone = fixture.zone(market, "Khu A");
        for (String number : List.of("A10", "a 2", "Ki ốt 1")) fixture.stall(market, zone, number);
        fixture.equipped(market, "B/7");

        assertThat(numbers(market, Stalls.Filter.ALL)).containsExactly("A-2", "A10", "B/7", "KI-OT-1");
        assertThat(numbers(market, new Stalls.Filter("", null, false, "A10"))).containsExactly("B/7", "KI-OT-1");
        assertThat(numbers(market, new Stalls.Filter("a1", null, false, ""))).containsExactly("A10");
        assertThat(numbers(market, new Stalls.Filter("thị bích", null, false, "")))
                .containsExactly("B/7");
        assertThat(numbers(market, new Stalls.Filter("", zone, true, "A10"))).containsExactly("KI-OT-1");
        assertThat(stalls.find(market, "b / 7")).isPresent();
        assertThat(stalls.all(market)).hasSize(4);
    }

    private List<String> numbers(Market market, Stalls.Filter filter) {
        return stalls.page(market, filter, 100).stream().map(StallLine::number).toList();
    }

    @Test
    void a_stall_is_changed_closed_with_its_ways_to_pay_and_opened_again() {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        UUID zone = fixture.zone(market, "Khu B");
        done(markets.renameZone(MANAGER, market, zone, "Khu C"));
        assertThat(markets.addZone(MANAGER, market, "Khu C")).isEqualTo(Change.wrong("zone", "market.zone.taken"));

        var moved = new Stalls.Draft(zone, "A3", new BigDecimal("6"), "Cá", stall.openedOn());
        done(stalls.change(MANAGER, market, stall, moved));
        assertThat(stalls.change(MANAGER, market, stall, new Stalls.Draft(zone, "A2", null, "", stall.openedOn())))
                .isEqualTo(Change.wrong("number", "market.number.taken"));
        Stall changed = stalls.find(stall.id()).orElseThrow();
        assertThat(changed.zoneName()).isEqualTo("Khu C");

        done(stalls.close(MANAGER, market, changed, true));
        assertThat(acceptances.open(market)).hasSize(1);
        Stall closed = stalls.find(market, stall.id()).orElseThrow();
        assertThat(closed.closedOn()).isEqualTo(fixture.today());
        done(stalls.close(MANAGER, market, closed, false));
        assertThat(markets.counts(List.of(market.id())).get(market.id())).isEqualTo(new Market.Counts(2, 1, 2));
        assertThat(stalls.add(
                        MANAGER,
                        market,
                        new Stalls.Draft(
                                UUID.randomUUID(),
                                "!",
                                new BigDecimal("0"),
                                "",
                                fixture.today().plusDays(1))))
                .isInstanceOfSatisfying(
                        Change.Wrong.class,
                        wrong -> assertThat(wrong.flaws())
                                .extracting(Change.Flaw::field)
                                .containsExactly("number", "area", "opened", "zone"));
    }

    @Test
    void personal_numbers_are_sealed_unique_and_read_only_for_a_purpose() {
        Market market = fixture.market();
        UUID id = done(traders.add(MANAGER, market, fixture.trader("Lê Thị Hoa", "019 185 001234")));
        assertThat(traders.add(MANAGER, market, fixture.trader("Lê Thị Hoa khác", "019185001234")))
                .isEqualTo(Change.wrong("personal", "market.trader.taken"));
        assertThat(jdbc.sql("SELECT personal_number_sealed || phone_sealed FROM market.trader WHERE id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain("019185001234")
                .doesNotContain("0912345678");

        assertThat(traders.masked(market, id)).isEqualTo(new Traders.Contact("019••••••234", "091•••••78"));
        assertThat(traders.contact(MANAGER, market, id, "gọi báo thu phí"))
                .contains(new Traders.Contact("019185001234", "0912345678"));
        assertThat(jdbc.sql("SELECT detail FROM identity.access_log WHERE object LIKE :object AND action = :action")
                        .param("object", "%" + id)
                        .param("action", "market.contact-read")
                        .query(String.class)
                        .list())
                .containsExactly("gọi báo thu phí");

        var renamed = new Traders.Draft(
                Trader.Kind.COMPANY,
                "Công ty Hoa",
                "4600100155",
                "",
                "",
                fixture.today().minusYears(3),
                "");
        done(traders.change(MANAGER, market, id, renamed));
        Trader changed = traders.find(id).orElseThrow();
        assertThat(changed.joinedOn()).isEqualTo(fixture.today());
        assertThat(traders.masked(market, id).personalNumber()).as("kept").isEqualTo("019••••••234");
        assertThat(traders.change(
                        MANAGER,
                        market,
                        id,
                        new Traders.Draft(
                                Trader.Kind.PERSON, " ", "4600100156", "12", "1", fixture.today(), "không-ai")))
                .isInstanceOfSatisfying(
                        Change.Wrong.class,
                        wrong -> assertThat(wrong.flaws())
                                .extracting(Change.Flaw::field)
                                .containsExactly("username", "name", "tax", "personal", "phone"));
    }

    @Test
    void a_trader_who_signs_in_sees_the_own_stall_and_nobody_is_made_a_trader_by_a_manager() {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        UUID trader = contracts.of(stall).getFirst().trader();
        String username = "tieuthuong." + market.code();
        accounts.ensure(username, "Nguyễn Thị Bích", null, false);
        var linked = new Traders.Draft(Trader.Kind.PERSON, "Nguyễn Thị Bích", "", "", "", fixture.today(), username);
        assertThat(traders.change(MANAGER, market, trader, linked))
                .as("the account holds no role")
                .isEqualTo(Change.wrong("username", "market.username.fault"));

        accounts.ensure(
                username,
                "Nguyễn Thị Bích",
                null,
                false,
                new vn.thucchat.foundation.identity.Actor.Grant(Role.TRADER, MarketFixture.COMMUNE));
        done(traders.change(MANAGER, market, trader, linked));
        var person = accounts.actor(username).orElseThrow();
        assertThat(traders.of(person)).extracting(Trader::id).containsExactly(trader);
        assertThat(markets.served(person))
                .singleElement()
                .satisfies(served -> assertThat(served.number()).isEqualTo("A1"));
        assertThat(markets.served(MANAGER)).isEmpty();
    }
}
