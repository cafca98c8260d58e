package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** A newcomer who has no password and no bank. */
@DemonstrationTest
class NewcomerTests {

    private static final String BUYER = "/demonstration/buyer";

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    @Test
    void the_sign_in_page_has_a_card_for_each_role_which_signs_in() throws Exception {
        var stranger = new Visitor(web, Actor.STRANGER);
        var cards = stranger.page("/sign-in", 200).select("form[action='/demonstration/sign-in'] button[name=as]");
        assertThat(cards).hasSize(16).allSatisfy(card -> assertThat(card.text()).isNotBlank());
        for (var card : cards) {
            var answer = stranger.submit("/demonstration/sign-in", Map.of("as", card.attr("value")));
            assertThat(Visitor.next(answer)).isEqualTo("/");
        }
        assertThat(stranger.submit("/demonstration/sign-in", Map.of("as", "quantri1"))
                        .getStatus())
                .as("a real person's account")
                .isEqualTo(404);
        assertThat(stranger.submit("/demonstration/sign-in", Map.of()).getStatus())
                .isEqualTo(404);
        assertThat(web.perform(post("/demonstration/sign-in").param("as", "lanhdao"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("from another site")
                .isEqualTo(403);
    }

    @Test
    void a_trader_lands_on_the_till_and_is_led_to_the_buyer() throws Exception {
        var trader = trader();
        assertThat(trader.open("/").getRedirectedUrl()).isEqualTo("/market/stalls");
        var till = trader.page(till(trader), 200);
        assertThat(till.select("a[href^='/demonstration/buyer']")).hasSize(1);
        String at = till(trader);
        assertThat(till.select("nav a").eachAttr("href"))
                .as("nothing but the stall's own ways")
                .containsExactly(at, at + "/code", at + "/today", at + "/book");
        assertThat(new Visitor(web, Actor.STRANGER).page("/", 200).select("a[href='/demonstration/buyer']"))
                .isNotEmpty();
    }

    @Test
    void whoever_plays_the_buyer_pays_the_stall_through_the_real_door() throws Exception {
        var stranger = new Visitor(web, Actor.STRANGER);
        assertThat(stranger.page(BUYER, 200).select("input[name=amount]").attr("value"))
                .isEqualTo("35000");
        String next = Visitor.next(stranger.submit(BUYER, Map.of("code", "", "amount", "41.000", "way", "EXACT")));
        String receipt = next.replaceFirst(".*receipt=([^&]+).*", "$1");
        assertThat(stranger.page("/receipts/" + receipt, 200)
                        .select(".now .sum")
                        .text())
                .isEqualTo("41.000 đ");
        var page = stranger.page(next, 200);
        assertThat(page.select("a[href='/receipts/" + receipt + "']")).hasSize(1);
        String figure = page.select("a[href^='/figures/']").attr("href");
        assertThat(stranger.open(figure).getStatus()).as(figure).isIn(200, 404);
        assertThat(trader().page(till(trader()), 200).select(".takings").text()).contains("41.000 đ");
        assertThat(stranger.submit(BUYER, Map.of("code", "", "amount", "nhiều", "way", "EXACT"))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_sale_is_paid_too_little_then_the_rest_and_another_too_much_or_without_a_memo() throws Exception {
        var trader = trader();
        String sale = sale(trader);
        pay(sale, "LESS");
        assertThat(trader.page(sale, 200).select(".now").attr("class")).contains("short");
        pay(sale, "EXACT");
        assertThat(trader.page(sale, 200).select(".now").attr("class")).contains("paid");
        assertThat(new Visitor(web, Actor.STRANGER)
                        .submit(BUYER, Map.of("code", code(sale), "way", "EXACT"))
                        .getStatus())
                .as("nothing is owed any more")
                .isEqualTo(404);
        String other = sale(trader);
        pay(other, "MORE");
        assertThat(trader.page(other, 200).select(".now").attr("class")).contains("over");
        String third = sale(trader);
        pay(third, "BARE");
        assertThat(trader.page(third, 200).select(".now").attr("class"))
                .as("the bank does not say what for")
                .contains("waiting");
    }

    private void pay(String sale, String way) throws Exception {
        Visitor.next(new Visitor(web, Actor.STRANGER).submit(BUYER, Map.of("code", code(sale), "way", way)));
    }

    private String sale(Visitor trader) throws Exception {
        return Visitor.next(trader.submit(till(trader) + "/sales", Map.of("amount", "200k")));
    }

    private static String code(String sale) {
        return sale.substring(sale.lastIndexOf('/') + 1);
    }

    private static String till(Visitor trader) throws Exception {
        return String.valueOf(trader.open("/market/stalls").getRedirectedUrl());
    }

    private Visitor trader() {
        return new Visitor(web, accounts.actor(People.TRADER).orElseThrow());
    }
}
