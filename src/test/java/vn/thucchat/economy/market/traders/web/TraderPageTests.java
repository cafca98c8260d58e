package vn.thucchat.economy.market.traders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
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
import vn.thucchat.testing.Visitor;

/** A trader at the desk. */
@MarketTest
@NullMarked
class TraderPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Contracts contracts;

    private Visitor manager;

    @BeforeEach
    void people() {
        manager = new Visitor(mvc, MANAGER);
    }

    @Test
    void a_trader_is_changed_looked_at_for_a_purpose_and_leaves() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        UUID id = contracts.of(stall).getFirst().trader();
        String trader = "/markets/" + market.code() + "/traders/" + id;
        assertThat(manager.page(trader, 200)
                        .select("a[href$=" + stall.id() + "]")
                        .text())
                .isEqualTo("Sạp A1");
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
    void all_that_is_wrong_with_a_trader_is_told_at_once() throws Exception {
        Market market = fixture.market();
        String form = "/markets/" + market.code() + "/traders/new";
        var page =
                parsed(manager.submit(form, Map.of("name", " ", "tax", "4600100156", "personal", "1", "phone", "2")));
        for (String field : List.of("kind", "name", "tax", "personal", "phone", "joined"))
            assertThat(page.select("#" + field + "-fault")).as(field).isNotEmpty();
    }
}
