package vn.thucchat.economy.market.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.maps.Maps;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.testing.Rendering;
import vn.thucchat.testing.Visitor;

/** A market is set up, changed and listed at the desk. */
@MarketTest
@NullMarked
class MarketPageTests {

    private static final String HOSTILE = "<script>alert(1)</script>";

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Markets markets;

    @Autowired
    Maps maps;

    @Autowired
    Pages pages;

    private Visitor manager;
    private Visitor stranger;

    @BeforeEach
    void people() {
        manager = new Visitor(mvc, MANAGER);
        stranger = new Visitor(mvc, Actor.STRANGER);
    }

    @Test
    void a_market_needs_no_code_but_its_name() throws Exception {
        String name = "Chợ Đầu Mối " + Long.toString(System.nanoTime(), 36);
        String market = next(manager.submit(
                "/markets/new",
                Map.of(
                        "name",
                        name,
                        "unit",
                        MarketFixture.COMMUNE,
                        "opened",
                        fixture.today().toString())));
        assertThat(market).isEqualTo("/markets/cho-dau-moi-" + name.substring(12));
        assertThat(manager.page(market, 200).select("h1").text()).contains(name);
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
                        "marketClass",
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
    void a_market_is_changed_by_whoever_saw_its_last_version() throws Exception {
        Market market = fixture.charging();
        String path = "/markets/" + market.code();
        var form = manager.page(path + "/edit", 200);
        assertThat(form.select("#chargesHolder").val()).isEqualTo("BAN QUAN LY CHO");
        String version = form.select("input[name=version]").val();
        next(manager.submit(path + "/edit", Map.of("name", "Chợ Đổi Tên", "version", version)));
        assertThat(manager.submit(path + "/edit", Map.of("name", "Chợ Khác", "version", version))
                        .getStatus())
                .isEqualTo(409);
        assertThat(manager.page(path, 200).select("h1").text()).isEqualTo("Chợ Đổi Tên");
        var wrong = parsed(manager.submit(
                path + "/edit", Map.of("name", "Chợ", "version", "2", "chargesBin", "999999", "marketClass", "1")));
        assertThat(wrong.select(".errors a").eachAttr("href")).containsExactly("#chargesBin");

        next(manager.submit(path + "/closed", Map.of("closed", "true")));
        assertThat(manager.page(path, 200).text()).contains("Chợ ngừng từ ngày");
        next(manager.submit(path + "/closed", Map.of("closed", "false")));
    }

    @Test
    void the_list_shows_counts_to_everybody_and_the_form_to_managers() throws Exception {
        Market market = fixture.market();
        fixture.equipped(market, "A1");
        String row = "tbody tr:has(a[href=/markets/" + market.code() + "])";
        String asked = "/markets?q=" + market.name().replace(' ', '+');
        var page = stranger.page(asked, 200);
        assertThat(page.select(row).text()).contains("Phan Đình Phùng", "100% có mã QR");
        assertThat(page.select("a[href=/markets/new]")).isEmpty();
        assertThat(page.select(".total .badge").eachAttr("class")).containsExactly("badge measured");
        assertThat(page.select("img"))
                .as("the map shows all markets, a filtered list some")
                .isEmpty();
        assertThat(stranger.page("/markets?sort=-STALLS", 200)
                        .select("img[src=/markets/map.svg]")
                        .attr("alt"))
                .contains("các chợ đang hoạt động");
        var mine = manager.page(asked + "&mine=true", 200);
        assertThat(mine.select("a[href=/markets/new]")).isNotEmpty();
        assertThat(mine.select("nav a[href=/markets]").text()).contains("Chợ");
        assertThat(new Visitor(mvc, STRANGE_MANAGER)
                        .page(asked + "&mine=true", 200)
                        .select(row))
                .isEmpty();
        assertThat(stranger.page("/markets?lang=en", 200).select("h1").text()).isEqualTo("Market 4.0");
        assertThat(stranger.page("/markets?q=khong+co+cho+nay", 200).text()).contains("Không có chợ nào như vậy");
        assertThat(stranger.open("/markets?sort=CODE").getStatus()).isEqualTo(400);
        stranger.page("/markets/khong-co", 404);
    }

    @Test
    void the_list_is_ordered_and_summed_up_whatever_part_is_shown() throws Exception {
        String name = "Chợ Xếp " + Long.toString(System.nanoTime(), 36);
        for (int i = 1; i <= 13; i++) {
            String at = next(manager.submit(
                    "/markets/new",
                    Map.of(
                            "name",
                            name + " " + (char) ('A' + i),
                            "unit",
                            MarketFixture.COMMUNE,
                            "opened",
                            fixture.today().toString())));
            if (i == 7)
                fixture.equipped(
                        markets.find(at.substring("/markets/".length())).orElseThrow(), "A1");
        }
        String asked = "/markets?q=" + name.replace(' ', '+');
        var page = stranger.page(asked, 200);
        assertThat(page.select("tbody th a").eachText()).hasSize(12).first().isEqualTo(name + " B");
        assertThat(page.select(".total").text()).contains("13 chợ · 1 sạp, 100% có mã QR · 1 tiểu thương");
        assertThat(page.select("thead th.n")).as("numbers are right-aligned").hasSize(3);
        String next = page.select(".pager a").attr("href");
        assertThat(stranger.page(next, 200).select("tbody th a").eachText()).containsExactly(name + " N");
        assertThat(stranger.page(asked + "&sort=-STALLS", 200)
                        .select("tbody th a")
                        .eachText())
                .first()
                .isEqualTo(name + " H");
        for (String sort : List.of("NAME", "PAYMENTS", "-PAYMENTS"))
            assertThat(stranger.page(asked + "&sort=" + sort, 200).select("tbody tr"))
                    .hasSize(12);
    }

    @Test
    void a_demonstration_account_has_no_real_market() throws Exception {
        Market real = fixture.market();
        Market invented = fixture.invented("05533");
        var demonstration = new Visitor(mvc, Persons.synthetic(MarketRoles.MARKET_MANAGER, "19"));
        for (Market market : List.of(real, invented)) {
            String asked = "/markets?q=" + market.name().replace(' ', '+');
            assertThat(demonstration.page(asked, 200).select("tbody tr"))
                    .as("premise")
                    .isNotEmpty();
            assertThat(demonstration
                            .page(asked + "&mine=true", 200)
                            .select("tbody a[href=/markets/" + market.code() + "]"))
                    .hasSize(market.synthetic() ? 1 : 0);
        }
        var list = stranger.page("/markets?q=" + invented.name().replace(' ', '+'), 200);
        assertThat(list.select(".total .badge").eachAttr("class")).containsExactly("badge measured", "badge synthetic");
    }

    @Test
    void the_map_shows_invented_markets_only_where_no_real_one_is_open_and_says_so() throws Exception {
        Market real = fixture.market();
        Market invented = fixture.invented("05533");
        assertThat(stranger.open("/markets/map.svg").getContentAsString(StandardCharsets.UTF_8))
                .contains("data-unit=\"" + MarketFixture.COMMUNE + "\"")
                .doesNotContain("data-unit=\"05533\"", "minh họa");
        assertThat(MarketsMapPage.drawn(List.of(invented, real))).containsExactly(real);
        assertThat(MarketsMapPage.drawn(List.of(invented))).containsExactly(invented);

        PlaceMap map = maps.below(new UnitCode("19"), UnitKind.Level.COMMUNE, fixture.today())
                .orElseThrow();
        var place = new MarketsMapPage.Place("05533", "Xã", 3, 10, 10);
        for (boolean synthetic : List.of(true, false))
            assertThat(pages.paper(
                                    "economy/market/overview/markets-map",
                                    Rendering.texts(Rendering.VIETNAMESE),
                                    MarketsMapPage.of(map, List.of(place), synthetic))
                            .contains("chợ minh họa"))
                    .isEqualTo(synthetic);
    }

    @Test
    void the_map_names_communes_where_there_is_room() {
        PlaceMap map = maps.below(new UnitCode("19"), UnitKind.Level.COMMUNE, fixture.today())
                .orElseThrow();
        var large = new MarketsMapPage.Place("1", "Phan Đình Phùng", 400, 200, 200);
        var same = new MarketsMapPage.Place("2", "Gia Sàng", 40, 201, 190);
        var far = new MarketsMapPage.Place("3", "Định Hóa", 40, 60, 40);
        var under = new MarketsMapPage.Place("4", "Quan Triều", 30, 200, 190);
        var fourth = new MarketsMapPage.Place("5", "Tân Cương", 20, 202, 191);
        var page = MarketsMapPage.of(map, List.of(large, same, far, under, fourth), true);
        assertThat(page.names())
                .extracting(name -> name.key())
                .contains(large, far)
                .doesNotContain(fourth);
        assertThat(page.names()).allSatisfy(name -> {
            assertThat(name.x()).isBetween(page.left(), page.left() + page.size());
            assertThat(name.y()).isBetween(page.top(), page.top() + page.size());
        });
    }

    @Test
    void the_map_shows_the_communes_with_markets() throws Exception {
        fixture.equipped(fixture.market(), "A1");
        var map = stranger.open("/markets/map.svg");
        assertThat(map.getContentType()).startsWith("image/svg+xml");
        assertThat(map.getContentAsString(StandardCharsets.UTF_8))
                .contains("<circle data-unit=\"" + MarketFixture.COMMUNE + "\"")
                .doesNotContain("Nguyễn");
    }
}
