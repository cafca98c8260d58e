package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Persons;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.testing.Visitor;

/** A trader writes beside a payment, and that its buyer wants the money back; the market's managers see it. */
@MarketTest
@NullMarked
class PaymentNotePageTests {

    @Autowired
    TillFixture fixture;

    @Autowired
    MockMvc mvc;

    @Test
    void a_refund_is_asked_for_seen_by_the_manager_and_answered_by_the_trader() throws Exception {
        var till = fixture.open();
        fixture.pay(till, 35_000, "");
        var trader = new Visitor(mvc, till.trader());
        String receipt = trader.page("/market/stalls/" + till.stall().id(), 200)
                .select(".takings a")
                .attr("href");
        String at = trader.page(receipt, 200)
                .select("a[href^=/market/acts/payments/]")
                .attr("href");
        assertThat(new Visitor(mvc, Actor.STRANGER).page(receipt, 200).select("a[href^=/market/acts]"))
                .as("whoever holds the receipt sees no more than it says")
                .isEmpty();

        String notes = at + "/notes";
        assertThat(Visitor.next(trader.submit(notes, Map.of("kind", "NOTE", "text", " trả giúp chị Lan "))))
                .isEqualTo(at);
        Visitor.next(trader.submit(notes, Map.of("kind", "REFUND_ASKED", "text", "")));
        assertThat(trader.submit(notes, Map.of("kind", "REFUND_ASKED")).getStatus())
                .as("once")
                .isEqualTo(409);
        var manager = new Visitor(mvc, MarketFixture.MANAGER);
        var seen = manager.page(at, 200);
        assertThat(seen.select(".log").text()).contains("trả giúp chị Lan", "Khách xin trả lại tiền");
        assertThat(seen.text()).contains("đang chờ trả lại");
        assertThat(seen.select("form[action$=notes]")).isEmpty();
        assertThat(manager.page("/", 200).select("a[href='" + at + "']")).hasSize(1);
        assertThat(new Visitor(mvc, Persons.a(Roles.LEADER, MarketFixture.COMMUNE))
                        .page(at, 200)
                        .text())
                .as("not for all who may recount the figure")
                .doesNotContain("chị Lan");

        Visitor.next(trader.submit(notes, Map.of("kind", "REFUND_DONE")));
        assertThat(trader.submit(notes, Map.of("kind", "REFUND_DONE")).getStatus())
                .isEqualTo(409);
        assertThat(manager.page("/", 200).select("a[href='" + at + "']")).isEmpty();
        assertThat(manager.page(at, 200).text()).contains("Đã trả lại").doesNotContain("đang chờ trả lại");
    }

    @Test
    void a_note_needs_words_and_the_trader_of_the_stall() throws Exception {
        var till = fixture.open();
        fixture.pay(till, 35_000, "");
        var trader = new Visitor(mvc, till.trader());
        String id = trader.page("/market/stalls/" + till.stall().id(), 200)
                .select(".takings li")
                .attr("data-id");
        String notes = "/market/acts/payments/" + id + "/notes";
        for (String text : new String[] {"", " ", "x".repeat(201)})
            assertThat(trader.submit(notes, Map.of("kind", "NOTE", "text", text))
                            .getStatus())
                    .isEqualTo(409);
        assertThat(trader.submit(notes, Map.of("kind", "GIFT")).getStatus()).isEqualTo(400);
        assertThat(new Visitor(mvc, fixture.open().trader())
                        .submit(notes, Map.of("kind", "NOTE", "text", "x"))
                        .getStatus())
                .isEqualTo(404);
    }
}
