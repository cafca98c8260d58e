package vn.thucchat.economy.market.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.Acceptance;
import vn.thucchat.economy.market.Acceptances;
import vn.thucchat.economy.market.Contracts;
import vn.thucchat.economy.market.Market;
import vn.thucchat.economy.market.MarketFixture;
import vn.thucchat.economy.market.MarketTest;
import vn.thucchat.economy.market.Stall;
import vn.thucchat.economy.market.Stalls;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Persons;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.testing.Visitor;

/** A manager's errands at the desk, and what others see of it. */
@MarketTest
@NullMarked
class DeskPageTests {

    private static final String HOSTILE = "<script>alert(1)</script>";

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Stalls stalls;

    @Autowired
    Acceptances acceptances;

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
    void a_market_is_set_up_from_nothing_to_its_first_way_to_pay() throws Exception {
        String code = "cho-moi-" + Long.toString(System.nanoTime(), 36);
        assertThat(manager.page("/markets/new", 200).select("#unit option").eachAttr("value"))
                .contains(MarketFixture.COMMUNE);
        String market = next(manager.submit(
                "/markets/new",
                Map.of(
                        "name",
                        "Chợ Mới",
                        "code",
                        code,
                        "unit",
                        MarketFixture.COMMUNE,
                        "opened",
                        fixture.today().toString(),
                        "class",
                        "2",
                        "address",
                        HOSTILE)));
        assertThat(market).isEqualTo("/markets/" + code);
        assertThat(manager.page(market + "/stalls/new", 200).text()).contains("Chợ chưa có khu nào");
        next(manager.submit(market + "/zones", Map.of("zone", "Khu A")));

        String zone = Objects.requireNonNull(
                        manager.page(market + "/stalls/new", 200).selectFirst("#zone option"))
                .val();
        String stall = next(manager.submit(
                market + "/stalls/new",
                Map.of(
                        "number",
                        "a 12",
                        "zone",
                        zone,
                        "area",
                        "4,5",
                        "opened",
                        fixture.today().toString())));
        assertThat(manager.page(stall, 200).text()).contains("Sạp A-12", "4,5 m²", "chưa có người thuê");

        String id = stall.substring(stall.lastIndexOf('/') + 1);
        String contract = next(manager.submit(
                market + "/traders/new",
                Map.of(
                        "stall", id,
                        "kind", "HOUSEHOLD",
                        "name", "Nguyễn Thị Bích",
                        "personal", "019185004321",
                        "phone", "0912345678",
                        "joined", fixture.today().toString())));
        assertThat(contract).startsWith(stall + "/contract?trader=");
        var form = manager.page(contract, 200);
        String trader = Objects.requireNonNull(form.selectFirst("input[name=trader][checked]"))
                .val();
        next(manager.submit(
                stall + "/contract",
                Map.of("trader", trader, "from", fixture.today().toString(), "rent", "350.000")));

        next(manager.submit(
                stall + "/acceptances",
                Map.of(
                        "kind", "VIETQR",
                        "bin", "970436",
                        "account", MarketFixture.account(),
                        "holder", "NGUYEN THI BICH")));
        assertThat(manager.page(stall, 200).text()).contains("Vietcombank", "350.000 đồng", "Nguyễn Thị Bích");

        var page = stranger.page(market, 200);
        assertThat(page.select(".numbers b").eachText()).containsExactly("1", "1", "1");
        assertThat(page.text()).contains(HOSTILE).doesNotContain("Nguyễn Thị Bích");
        assertThat(page.select("main form, main script")).isEmpty();
    }

    @Test
    void what_is_wrong_is_told_with_its_field_and_nothing_typed_is_lost() throws Exception {
        Market market = fixture.market();
        var response = manager.submit(
                "/markets/new",
                Map.of("name", HOSTILE, "code", market.code(), "unit", "05467", "opened", "mai", "class", "9"));
        assertThat(response.getStatus()).isEqualTo(422);
        var page = parsed(response);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#opened", "#class");
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
    }

    @Test
    void a_market_is_changed_by_whoever_saw_its_last_version() throws Exception {
        Market market = fixture.charging();
        String path = "/markets/" + market.code();
        var form = manager.page(path + "/edit", 200);
        assertThat(form.select("#charges-holder").val()).isEqualTo("BAN QUAN LY CHO");
        String version = form.select("input[name=version]").val();
        next(manager.submit(path + "/edit", Map.of("name", "Chợ Đổi Tên", "version", version)));
        assertThat(manager.submit(path + "/edit", Map.of("name", "Chợ Khác", "version", version))
                        .getStatus())
                .isEqualTo(409);
        assertThat(manager.page(path, 200).select("h1").text()).isEqualTo("Chợ Đổi Tên");
        var wrong = parsed(manager.submit(
                path + "/edit", Map.of("name", "Chợ", "version", "2", "charges-bin", "999999", "class", "1")));
        assertThat(wrong.select(".errors a").eachAttr("href")).containsExactly("#charges-bin");

        next(manager.submit(path + "/closed", Map.of("closed", "true")));
        assertThat(manager.page(path, 200).text()).contains("Chợ ngừng từ ngày");
        next(manager.submit(path + "/closed", Map.of("closed", "false")));
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
        var leader = new Visitor(mvc, Persons.a(Role.LEADER, "19"));
        assertThat(leader.page(path + "/stalls", 200).text()).contains("A1");
        assertThat(leader.page(path + "/stalls/" + stall.id(), 200).select("main form"))
                .isEmpty();
        leader.page(path + "/traders/" + trader, 200);
    }

    @Test
    void a_trader_is_changed_looked_at_for_a_purpose_and_leaves() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        UUID id = contracts.of(stall).getFirst().trader();
        String trader = "/markets/" + market.code() + "/traders/" + id;
        assertThat(manager.page(trader, 200).text()).contains("091•••••78").doesNotContain("0912345678");
        assertThat(parsed(manager.submit(trader + "/contact", Map.of("purpose", " ")))
                        .select("#purpose-fault"))
                .isNotEmpty();
        assertThat(parsed(manager.submit(trader + "/contact", Map.of("purpose", "báo phí")))
                        .text())
                .contains("0912345678", "đã được ghi vào nhật ký");

        assertThat(manager.page(trader + "/edit", 200).select("#phone").val()).isEmpty();
        next(manager.submit(trader + "/edit", Map.of("kind", "COMPANY", "name", "Công ty Bích", "tax", "4600100155")));
        assertThat(manager.page(trader, 200).text()).contains("Công ty Bích", "4600100155", "091•••••78");
        assertThat(manager.page("/markets/" + market.code() + "/traders?q=cong+ty", 200)
                        .select("tbody tr"))
                .hasSize(1);

        next(manager.submit(trader + "/left", Map.of()));
        assertThat(manager.page(trader, 200).text()).contains("Đã rời chợ");
        assertThat(manager.page("/markets/" + market.code() + "/traders", 200).select("tbody tr"))
                .isEmpty();
        assertThat(manager.page("/markets/" + market.code() + "/traders?left=true", 200)
                        .select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void stalls_are_searched_paged_changed_and_closed() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        fixture.stall(market, stall.zone(), "A2");
        String path = "/markets/" + market.code() + "/stalls";
        assertThat(manager.page(path, 200).select("tbody th b").eachText()).containsExactly("A1", "A2");
        assertThat(manager.page(path + "?q=bich", 200).select("tbody th b").eachText())
                .containsExactly("A1");
        assertThat(manager.page(path + "?bare=true&zone=" + stall.zone(), 200)
                        .select("tbody th b")
                        .eachText())
                .containsExactly("A2");
        assertThat(manager.page(path + "?zone=x'&after=%00&q=" + "x".repeat(5_000), 200)
                        .select("tbody tr"))
                .isEmpty();

        String at = path + "/" + stall.id();
        assertThat(manager.page(at + "/edit", 200).select("#area").val()).isEqualTo("4,5");
        next(manager.submit(
                at + "/edit",
                Map.of("number", "A3", "zone", stall.zone(), "opened", stall.openedOn(), "goods", HOSTILE)));
        Acceptance way = acceptances.of(stall).getFirst();
        next(manager.submit(at + "/acceptances/" + way.id() + "/ended", Map.of()));
        assertThat(manager.submit(at + "/acceptances/" + way.id() + "/ended", Map.of())
                        .getStatus())
                .isEqualTo(404);
        var unknown = parsed(manager.submit(at + "/acceptances", Map.of("kind", "?", "bin", "1", "account", HOSTILE)));
        assertThat(unknown.select(".errors a").eachAttr("href")).containsExactly("#bin");
        assertThat(unknown.select("#account").val()).isEqualTo(HOSTILE);
        next(manager.submit(at + "/acceptances", Map.of("kind", "WALLET", "label", "MoMo")));
        String contract = contracts.of(stall).getFirst().id().toString();
        next(manager.submit(at + "/contracts/" + contract + "/ended", Map.of()));
        assertThat(manager.submit(at + "/contracts/" + contract + "/ended", Map.of())
                        .getStatus())
                .isEqualTo(409);
        assertThat(parsed(manager.submit(at + "/contract", Map.of("rent", "1,5", "from", "")))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#from", "#rent", "#trader");
        next(manager.submit(at + "/closed", Map.of("closed", "true")));
        assertThat(manager.page(at, 200).text()).contains("Sạp đóng từ ngày");
        next(manager.submit(at + "/closed", Map.of("closed", "false")));
        manager.page(path + "/" + UUID.randomUUID(), 404);
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

    @Test
    void the_list_shows_counts_to_everybody_and_the_form_to_managers() throws Exception {
        Market market = fixture.market();
        fixture.equipped(market, "A1");
        var row = "tbody tr:contains(" + market.name() + ")";
        String before = market.code().substring(0, market.code().length() - 1);
        var page = stranger.page("/markets?after=" + before, 200);
        assertThat(page.select(row).text()).contains("Phan Đình Phùng", "1");
        assertThat(page.select("a[href=/markets/new]")).isEmpty();
        var mine = manager.page("/markets?mine=true&after=" + before, 200);
        assertThat(mine.select("a[href=/markets/new]")).isNotEmpty();
        assertThat(mine.select("nav a[href=/markets]").text()).contains("Chợ");
        assertThat(new Visitor(mvc, STRANGE_MANAGER)
                        .page("/markets?mine=true&after=" + before, 200)
                        .select(row))
                .isEmpty();
        assertThat(stranger.page("/markets?lang=en", 200).select("h1").text()).isEqualTo("Market 4.0");
        stranger.page("/markets/khong-co", 404);
    }
}
