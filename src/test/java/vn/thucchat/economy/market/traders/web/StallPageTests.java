package vn.thucchat.economy.market.traders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

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
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.testing.Visitor;

/** The stalls at the desk. */
@MarketTest
@NullMarked
class StallPageTests {

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

    @BeforeEach
    void people() {
        manager = new Visitor(mvc, MANAGER);
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
        PaymentMethod way = acceptances.of(stall).getFirst();
        next(manager.submit(at + "/acceptances/" + way.id() + "/ended", Map.of()));
        assertThat(manager.submit(at + "/acceptances/" + way.id() + "/ended", Map.of())
                        .getStatus())
                .isEqualTo(404);
        assertThat(parsed(manager.submit(at + "/acceptances", Map.of("kind", "?")))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#kind");
        var unknown = parsed(manager.submit(at + "/acceptances", Map.of("bin", "1", "account", HOSTILE)));
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
                .containsExactly("#trader", "#from", "#rent");
        next(manager.submit(at + "/closed", Map.of("closed", "true")));
        assertThat(manager.page(at, 200).text()).contains("Sạp đóng từ ngày");
        next(manager.submit(at + "/closed", Map.of("closed", "false")));
        manager.page(path + "/" + UUID.randomUUID(), 404);
    }
}
