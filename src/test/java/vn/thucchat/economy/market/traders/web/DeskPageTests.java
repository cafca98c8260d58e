package vn.thucchat.economy.market.traders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.testing.Visitor;

/** What the desk says of wrong forms, and to whom it says nothing. */
@MarketTest
@NullMarked
class DeskPageTests {

    private static final String HOSTILE = "<script>alert(1)</script>";

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    PaymentMethods acceptances;

    @Autowired
    Contracts contracts;

    private Visitor manager;
    private Visitor stranger;

    @BeforeEach
    void people() {
        manager = new Visitor(mvc, MANAGER);
        stranger = new Visitor(mvc, Actor.STRANGER);
    }

    @Test
    void what_is_wrong_is_told_with_its_field_and_nothing_typed_is_lost() throws Exception {
        Market market = fixture.market();
        var response = manager.submit(
                "/markets/new",
                Map.of("name", HOSTILE, "code", market.code(), "unit", "05467", "opened", "mai", "marketClass", "9"));
        assertThat(response.getStatus()).isEqualTo(422);
        var page = parsed(response);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#opened", "#marketClass");
        assertThat(page.select("#name").val()).isEqualTo(HOSTILE);

        String traders = "/markets/" + market.code() + "/traders/new";
        page = parsed(manager.submit(
                traders,
                Map.of(
                        "kind", "PERSON",
                        "name", "",
                        "tax", "4600100156",
                        "personal", "12",
                        "phone", "không",
                        "joined", fixture.today().plusDays(3).toString())));
        assertThat(page.select(".errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#joined", "#name", "#tax", "#personal", "#phone");
        assertThat(page.select("#tax").val()).isEqualTo("4600100156");

        page = parsed(manager.submit("/markets/" + market.code() + "/zones", Map.of("zone", " ")));
        assertThat(page.select("#zone-fault")).isNotEmpty();
        UUID zone = fixture.zone(market, "Khu A");
        fixture.zone(market, "Khu B");
        page = parsed(manager.submit("/markets/" + market.code() + "/zones/" + zone, Map.of("name", "Khu B")));
        assertThat(page.select("#zone-" + zone).val()).isEqualTo("Khu B");
        next(manager.submit("/markets/" + market.code() + "/zones/" + zone, Map.of("name", "Khu C")));

        page = parsed(manager.submit(
                "/markets/" + market.code() + "/stalls/new",
                Map.of("number", HOSTILE, "zone", zone, "area", "rộng", "opened", fixture.today())));
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#area");
        assertThat(page.select("#number").val()).isEqualTo(HOSTILE);

        page = parsed(manager.submit(
                "/markets/" + market.code() + "/stalls/new",
                Map.of("number", "", "zone", zone, "opened", "99/99/2026")));
        assertThat(page.select(".errors a").eachAttr("href"))
                .as("empty and unread")
                .containsExactly("#number", "#opened");
        page = parsed(manager.submit("/markets/new", Map.of()));
        assertThat(page.select(".errors a").eachAttr("href")).containsExactlyInAnyOrder("#name", "#unit", "#opened");
    }

    @Test
    void those_of_another_commune_find_nothing() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        UUID trader = contracts.of(stall).getFirst().trader();
        String path = "/markets/" + market.code();
        var strange = new Visitor(mvc, STRANGE_MANAGER);
        for (String closed : List.of(
                "/stalls",
                "/stalls/new",
                "/stalls/" + stall.id(),
                "/stalls/" + stall.id() + "/edit",
                "/stalls/" + stall.id() + "/contract",
                "/traders",
                "/traders/new",
                "/traders/" + trader,
                "/edit")) strange.page(path + closed, 404);
        for (String closed : List.of(
                "/closed",
                "/zones",
                "/stalls/" + stall.id() + "/closed",
                "/stalls/" + stall.id() + "/acceptances",
                "/traders/" + trader + "/left",
                "/traders/" + trader + "/contact",
                "/traders/" + trader + "/edit"))
            assertThat(strange.submit(path + closed, Map.of("purpose", "xem", "zone", "Khu"))
                            .getStatus())
                    .as(closed)
                    .isEqualTo(404);
        assertThat(strange.page(path, 200).text()).doesNotContain("Đổi tên");
        var leader = new Visitor(mvc, Persons.a(Roles.LEADER, "19"));
        assertThat(leader.page(path + "/stalls", 200).text()).contains("A1");
        assertThat(leader.page(path + "/stalls/" + stall.id(), 200).select("main form"))
                .isEmpty();
        leader.page(path + "/traders/" + trader, 200);
    }

    @Test
    void the_evidence_of_facts_is_open_and_names_nobody() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        var contract = contracts.of(stall).getFirst();
        for (String act : List.of(
                "/market/acts/markets/" + market.id(),
                "/market/acts/traders/" + contract.trader(),
                "/market/acts/acceptances/" + acceptances.of(stall).getFirst().id()))
            assertThat(stranger.page(act, 200).text())
                    .contains(market.name())
                    .doesNotContain(contract.traderName())
                    .doesNotContain("NGUYEN VAN A");
        stranger.page("/market/acts/traders/" + market.id(), 404);
        stranger.page("/market/acts/acceptances/" + market.id(), 404);
        stranger.page("/market/acts/markets/" + stall.id(), 404);
    }
}
