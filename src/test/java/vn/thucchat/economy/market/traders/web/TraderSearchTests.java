package vn.thucchat.economy.market.traders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.testing.Visitor;

/** Markets are found by everybody, stalls and traders by those who may read their market. */
@MarketTest
@NullMarked
class TraderSearchTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Markets markets;

    @Autowired
    Traders traders;

    private Document page(Actor actor, String typed) throws Exception {
        return new Visitor(mvc, actor).page("/search?q=" + typed, 200);
    }

    private static List<String> links(Document page, String kind) {
        return page.select("section[aria-labelledby=kind-" + kind + "] li a").eachAttr("href");
    }

    @Test
    void a_trader_and_a_stall_are_found_by_those_who_look_after_their_market_and_by_nobody_else() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.stall(market, fixture.zone(market, "Khu Tìm"), "TK-907");
        Trader trader = fixture.trader(market, "Quách Thị Tìm Kiếm");
        String at = "/markets/" + market.code();
        List<Actor> readers = List.of(
                MANAGER,
                Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE),
                Persons.a(Roles.LEADER, "19"),
                Persons.a(PaymentRoles.ACCOUNTANT, "VN"));
        for (Actor reader : readers) {
            Document found = page(reader, "tim%20kiem");
            assertThat(links(found, "traders")).as(reader.name()).containsExactly(at + "/traders/" + trader.id());
            assertThat(found.select("section[aria-labelledby=kind-traders] p").text())
                    .isEqualTo(market.name());
            for (String typed : List.of("tk907", "s%E1%BA%A1p%20TK-907", "tk%2090"))
                assertThat(links(page(reader, typed), "stalls"))
                        .as(typed)
                        .containsExactly(at + "/stalls/" + stall.id());
            // what is found opens
            new Visitor(mvc, reader).page(at + "/traders/" + trader.id(), 200);
            new Visitor(mvc, reader).page(at + "/stalls/" + stall.id(), 200);
        }
        List<Actor> others = List.of(
                Actor.STRANGER,
                STRANGE_MANAGER,
                Persons.a(PaymentRoles.ACCOUNTANT, "05467"),
                Persons.a(Roles.AUDITOR, "VN"),
                Persons.a(Roles.ADMINISTRATOR, "VN"),
                Persons.a(MarketRoles.TRADER, MarketFixture.COMMUNE),
                // everybody knows its password
                Persons.synthetic(MarketRoles.MARKET_MANAGER, MarketFixture.COMMUNE));
        for (Actor other : others)
            for (String typed : List.of("tim%20kiem", "tk907", "quach")) {
                Document found = page(other, typed);
                assertThat(links(found, "traders")).as(other.name()).isEmpty();
                assertThat(links(found, "stalls")).as(other.name()).isEmpty();
                assertThat(found.select("main ul").text()).doesNotContain("Quách", "TK-907");
                assertThat(new Visitor(mvc, other)
                                .open("/api/v1/search?q=" + typed)
                                .getContentAsString())
                        .doesNotContain("Quách", "TK-907");
            }
    }

    @Test
    void a_market_is_found_by_everybody_with_its_place_and_after_it_closed() throws Exception {
        Market market = fixture.market();
        String typed = market.name().replace("Chợ", "cho").replace("Thử", "thu").replace(" ", "%20");
        Document found = page(Actor.STRANGER, typed);
        assertThat(links(found, "markets")).startsWith("/markets/" + market.code());
        assertThat(found.select("a[href='/markets/" + market.code() + "'] + p").text())
                .isEqualTo("Phường Phan Đình Phùng · Tỉnh Thái Nguyên");
        MarketFixture.done(markets.close(MANAGER, market, true));
        assertThat(page(Actor.STRANGER, typed)
                        .select("a[href='/markets/" + market.code() + "'] + p")
                        .text())
                .contains("ngừng từ");
    }

    @Test
    void who_has_left_and_what_is_closed_come_last_and_say_so() throws Exception {
        Market market = fixture.market();
        Trader gone = fixture.trader(market, "Vi Văn Đã Nghỉ");
        Trader there = fixture.trader(market, "Vi Văn Đã Nghỉ Đâu");
        MarketFixture.done(traders.leave(MANAGER, market, gone.id()));
        Document found = page(MANAGER, "van%20da%20nghi");
        assertThat(links(found, "traders"))
                .containsExactly(
                        "/markets/" + market.code() + "/traders/" + there.id(),
                        "/markets/" + market.code() + "/traders/" + gone.id());
        assertThat(found.select("section[aria-labelledby=kind-traders] p").eachText())
                .containsExactly(market.name(), market.name() + " · đã nghỉ");
    }
}
