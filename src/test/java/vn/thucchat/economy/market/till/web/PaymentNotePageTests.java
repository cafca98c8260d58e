package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.testing.Visitor;

/** A trader writes beside a payment, and that its buyer wants the money back; the market's managers see it. */
@MarketTest
@NullMarked
class PaymentNotePageTests {

    @Autowired
    TillFixture fixture;

    @Autowired
    PaymentMethods methods;

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

        assertThat(Visitor.next(send(trader, at, "NOTE", " trả giúp chị Lan "))).isEqualTo(at);
        Visitor.next(send(trader, at, "REFUND_ASKED", ""));
        assertThat(send(trader, at, "REFUND_ASKED", "").getStatus()).as("once").isEqualTo(409);
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

        Visitor.next(send(trader, at, "REFUND_DONE", ""));
        assertThat(send(trader, at, "REFUND_DONE", "").getStatus()).isEqualTo(409);
        assertThat(manager.page("/", 200).select("a[href='" + at + "']")).isEmpty();
        assertThat(manager.page(at, 200).text()).contains("Đã trả lại").doesNotContain("đang chờ trả lại");
    }

    @Test
    void a_note_needs_words_and_the_trader_of_the_stall() throws Exception {
        var till = fixture.open();
        var trader = new Visitor(mvc, till.trader());
        String at = paid(till);
        for (String text : new String[] {"", " ", "x".repeat(201)}) {
            var answer = send(trader, at, "NOTE", text);
            assertThat(answer.getStatus()).isEqualTo(422);
            var again = Visitor.parsed(answer);
            assertThat(again.select("#text").val()).isEqualTo(text.strip());
            assertThat(again.select("#text-fault").text()).contains("1 đến 200");
            assertThat(again.select("h2").text()).contains("Ghi chú và trả lại");
        }
        assertThat(send(trader, at, "GIFT", "x").getStatus()).isEqualTo(422);
        assertThat(send(new Visitor(mvc, fixture.open().trader()), at, "NOTE", "x")
                        .getStatus())
                .isEqualTo(404);
        assertThat(trader.page(at, 200).select(".log")).isEmpty();
    }

    @Test
    void each_trader_of_a_stall_has_the_payments_of_the_own_time() throws Exception {
        var first = fixture.open();
        var former = new Visitor(mvc, first.trader());
        String earlier = paid(first);
        Visitor.next(send(former, earlier, "REFUND_ASKED", "chị Lan"));
        var second = fixture.next(first);
        var next = new Visitor(mvc, second.trader());
        String later = paid(second);
        String receipt = next.page("/market/stalls/" + second.stall().id(), 200)
                .select(".takings a")
                .attr("href");
        assertThat(next.page(receipt, 200).select("a[href='" + later + "']")).hasSize(1);
        assertThat(former.page(receipt, 200).select("a[href^=/market/acts]")).isEmpty();

        next.page(earlier, 404);
        assertThat(send(next, earlier, "REFUND_DONE", "x").getStatus()).isEqualTo(404);
        former.page("/market/stalls/" + first.stall().id(), 200);
        former.page(later, 404);
        assertThat(send(former, later, "NOTE", "x").getStatus()).isEqualTo(404);
        assertThat(former.page(earlier, 200).text()).contains("chị Lan");
        Visitor.next(send(next, later, "NOTE", "khách quen"));

        endAll(first);
        assertThat(former.page(earlier, 200).text()).as("sells there no more").contains("chị Lan");
        Visitor.next(send(former, earlier, "REFUND_DONE", ""));
        former.page(later, 404);
    }

    @Test
    void a_refund_stays_with_the_trader_who_was_paid_when_the_account_is_another_stall_s_the_same_day()
            throws Exception {
        var first = fixture.open();
        var former = new Visitor(mvc, first.trader());
        var manager = new Visitor(mvc, MarketFixture.MANAGER);
        String earlier = paid(first);
        Visitor.next(send(former, earlier, "REFUND_ASKED", "chị Lan"));
        var second = fixture.moved(first);
        var next = new Visitor(mvc, second.trader());
        String later = paid(second);
        assertThat(next.page(later, 200).select("form[action$=notes]"))
                .as("the premise: the account is the other stall's")
                .isNotEmpty();

        assertThat(former.page(earlier, 200).select(".log").text()).contains("chị Lan", "Khách xin trả lại tiền");
        next.page(earlier, 404);
        assertThat(send(next, earlier, "NOTE", "x").getStatus()).isEqualTo(404);
        assertThat(manager.page(earlier, 200).text()).contains("chị Lan", "đang chờ trả lại");
        assertThat(manager.page("/", 200).select("a[href='" + earlier + "']")).hasSize(1);
        Visitor.next(send(former, earlier, "REFUND_DONE", ""));
        assertThat(manager.page("/", 200).select("a[href='" + earlier + "']")).isEmpty();
        former.page(later, 404);
    }

    @Test
    void real_payments_are_read_by_no_demonstration_account_and_none_by_other_communes() throws Exception {
        var till = fixture.open();
        String at = paid(till);
        Visitor.next(send(new Visitor(mvc, till.trader()), at, "NOTE", "chị Lan"));
        assertThat(new Visitor(mvc, MarketFixture.MANAGER).page(at, 200).text()).contains("chị Lan");
        for (String role : new String[] {MarketRoles.MARKET_MANAGER, PaymentRoles.ACCOUNTANT, Roles.LEADER})
            new Visitor(mvc, Persons.synthetic(role, MarketFixture.COMMUNE)).page(at, 404);
        new Visitor(mvc, MarketFixture.STRANGE_MANAGER).page(at, 404);
    }

    @Test
    void a_refund_that_a_trader_who_is_gone_left_open_is_ended_by_the_manager_with_a_reason() throws Exception {
        var till = fixture.open();
        String at = paid(till);
        var trader = new Visitor(mvc, till.trader());
        var manager = new Visitor(mvc, MarketFixture.MANAGER);
        Visitor.next(send(trader, at, "REFUND_ASKED", ""));
        assertThat(manager.page(at, 200).select("form[action$=notes]")).isEmpty();
        assertThat(send(manager, at, "REFUND_DONE", "x").getStatus())
                .as("while the trader can")
                .isEqualTo(404);

        endAll(till);
        assertThat(manager.page(at, 200).select("form[action$=notes] button").eachAttr("value"))
                .containsExactly("REFUND_DONE", "REFUND_REFUSED");
        for (String kind : new String[] {"NOTE", "REFUND_ASKED"})
            assertThat(send(manager, at, kind, "x").getStatus()).isEqualTo(404);
        assertThat(send(manager, at, "REFUND_REFUSED", " ").getStatus())
                .as("with a reason")
                .isEqualTo(422);
        assertThat(send(new Visitor(mvc, MarketFixture.STRANGE_MANAGER), at, "REFUND_REFUSED", "x")
                        .getStatus())
                .isEqualTo(404);
        assertThat(manager.page("/", 200).select("a[href='" + at + "']")).hasSize(1);
        Visitor.next(send(manager, at, "REFUND_REFUSED", "đã nghỉ bán"));
        assertThat(manager.page("/", 200).select("a[href='" + at + "']")).isEmpty();
        var ended = manager.page(at, 200);
        assertThat(ended.select(".log").text()).contains("đã nghỉ bán", MarketFixture.MANAGER.name());
        assertThat(ended.select("form[action$=notes]")).isEmpty();
    }

    /** Every way to pay at the stall ends. */
    private void endAll(TillFixture.Opened till) {
        for (var method : methods.of(till.stall()))
            if (method.toOn() == null)
                MarketFixture.done(methods.end(MarketFixture.MANAGER, till.market(), till.stall(), method.id()));
    }

    /** Where the payment that a buyer makes now is read. */
    private String paid(TillFixture.Opened till) throws Exception {
        fixture.pay(till, 35_000, "");
        String id = new Visitor(mvc, till.trader())
                .page("/market/stalls/" + till.stall().id(), 200)
                .select(".takings li")
                .attr("data-id");
        return "/market/acts/payments/" + id;
    }

    private static MockHttpServletResponse send(Visitor by, String at, String kind, String text) throws Exception {
        return by.submit(at + "/notes", Map.of("kind", kind, "text", text, "key", UUID.randomUUID()));
    }
}
