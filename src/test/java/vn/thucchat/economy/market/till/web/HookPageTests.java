package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.money.webhooks.TillSoftware;
import vn.thucchat.foundation.money.webhooks.Webhook;
import vn.thucchat.foundation.money.webhooks.Webhooks;
import vn.thucchat.testing.Visitor;

/** A trader lets the own software be told, sees whether it hears, and what to do when it does not. */
@MarketTest
@Import(TillFixture.class)
@NullMarked
class HookPageTests {

    @Autowired
    TillFixture fixture;

    @Autowired
    PaymentMethods acceptances;

    @Autowired
    Webhooks webhooks;

    @Autowired
    MockMvc mvc;

    private final TillSoftware software = new TillSoftware();
    private TillFixture.@org.jspecify.annotations.Nullable Opened opened;

    @BeforeEach
    void open() {
        opened = fixture.open();
    }

    @AfterEach
    void close() {
        software.close();
        for (Webhook hook : webhooks.of(List.of(till().account().number()))) webhooks.end(till().trader(), hook);
    }

    @Test
    void a_trader_adds_an_address_sees_the_secret_once_and_tries_it() throws Exception {
        Visitor trader = trader();
        assertThat(trader.page(stall(), 200).select("a[href=" + hooks() + "]")).hasSize(1);
        assertThat(trader.page(hooks(), 200).select("#account"))
                .as("there is one account: nothing to choose")
                .isEmpty();

        String at = add();
        Document page = trader.page(at, 200);
        assertThat(page.select(".secret")).as("never again").isEmpty();
        assertThat(page.select("dd code").text()).isEqualTo(software.url());

        assertThat(Visitor.next(trader.submit(at + "/tests", Map.of()))).isEqualTo(at);
        assertThat(software.messages()).singleElement().matches(TillSoftware.Message::genuine);
        fixture.pay(till(), 35_000, "");
        software.waitFor(2);
        assertThat(software.amounts()).containsExactly(0L, 35_000L);
        TillSoftware.until(
                () -> webhooks.of(List.of(till().account().number())).getFirst().waiting() == 0);
        TillSoftware.until(() -> webhooks.deliveries(
                                webhooks.of(List.of(till().account().number())).getFirst())
                        .size()
                == 2);
        assertThat(trader.page(at, 200).select(".log li .good")).hasSize(2);
        assertThat(trader.page(at, 200).select(".say")).isEmpty();
        assertThat(trader.page(hooks(), 200).select(".log a").eachAttr("href")).containsExactly(at);
    }

    @Test
    void software_that_fails_is_said_so_at_the_till_with_what_to_do() throws Exception {
        Visitor trader = trader();
        String at = add();
        software.answer(401);
        trader.submit(at + "/tests", Map.of());
        trader.submit(at + "/tests", Map.of());
        Document tried = trader.page(at, 200);
        assertThat(tried.select(".say")).as("the same advice once").hasSize(1);
        assertThat(tried.select(".say").text()).contains("khóa bí mật");
        assertThat(tried.text()).contains("HTTP 401");
        assertThat(trader.page(stall(), 200).select(".notice.warned:not(.kept)"))
                .isEmpty();

        fixture.pay(till(), 35_000, "");
        TillSoftware.until(
                () -> webhooks.of(List.of(till().account().number())).getFirst().troubled());
        assertThat(trader.page(stall(), 200)
                        .select(".notice.warned:not(.kept) a")
                        .attr("href"))
                .isEqualTo(hooks());
        assertThat(trader.page(at, 200).select(".notice.warned:not(.kept)").text())
                .contains("không mất");
        assertThat(trader.page(at, 200).select("dd").eachText()).contains("1");

        software.answer(200);
        Visitor.next(trader.submit(at + "/paused", Map.of("paused", "false")));
        TillSoftware.until(
                () -> webhooks.of(List.of(till().account().number())).getFirst().waiting() == 0);
        assertThat(trader.page(stall(), 200).select(".notice.warned:not(.kept)"))
                .isEmpty();
    }

    @Test
    void a_message_that_is_never_taken_is_skipped_with_a_reason_and_it_stays_written() throws Exception {
        Visitor trader = trader();
        String at = add();
        // it is stopped at once and not tried again meanwhile
        software.answer(410);
        assertThat(trader.page(at, 200).select("form[action$=skipped]"))
                .as("nothing is stuck")
                .isEmpty();
        fixture.pay(till(), 35_000, "");
        TillSoftware.until(
                () -> webhooks.of(List.of(till().account().number())).getFirst().troubled());
        fixture.pay(till(), 36_000, "");

        Document stuck = trader.page(at, 200);
        assertThat(stuck.select("form[action$=skipped] [name=number]").val()).isEqualTo("1");
        assertThat(stuck.select("section:has(form[action$=skipped])").text())
                .contains("35.000")
                .contains("GET /api/v1/payments");
        var empty = trader.submit(at + "/skipped", Map.of("number", "1", "reason", " "));
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(empty).select("#reason-fault")).hasSize(1);
        assertThat(Visitor.parsed(empty).select("details.more[open]")).hasSize(1);
        var tooLong = trader.submit(at + "/skipped", Map.of("number", "1", "reason", "x".repeat(300)));
        assertThat(Visitor.parsed(tooLong).select("#reason").val()).hasSize(200);
        for (String odd : List.of("", "một", "99999999999999999999"))
            assertThat(trader.submit(at + "/skipped", Map.of("number", odd, "reason", "lỗi"))
                            .getStatus())
                    .as(odd)
                    .isEqualTo(400);

        software.answer(200);
        var skip = Map.of("number", "1", "reason", "<b>phần mềm</b> báo trùng");
        assertThat(Visitor.next(trader.submit(at + "/skipped", skip))).isEqualTo(at);
        assertThat(Visitor.next(trader.submit(at + "/skipped", skip)))
                .as("sent twice, it skips once")
                .isEqualTo(at);
        software.waitFor(2);
        assertThat(software.amounts()).containsExactly(35_000L, 36_000L);
        TillSoftware.until(
                () -> webhooks.of(List.of(till().account().number())).getFirst().waiting() == 0);
        Document after = trader.page(at, 200);
        assertThat(after.select("form[action$=skipped]")).isEmpty();
        assertThat(after.select(".skipped li")).hasSize(1);
        assertThat(after.select(".skipped li").text())
                .contains("số 1", till().trader().name(), "<b>phần mềm</b> báo trùng");
        assertThat(trader.page(stall(), 200).select(".notice.warned:not(.kept)"))
                .isEmpty();
    }

    @Test
    void it_is_paused_goes_on_gets_another_secret_and_is_taken_away() throws Exception {
        Visitor trader = trader();
        String at = add();
        Visitor.next(trader.submit(at + "/paused", Map.of("paused", "true")));
        Visitor.next(trader.submit(at + "/paused", Map.of("paused", "true")));
        fixture.pay(till(), 1_000, "");
        assertThat(trader.page(at, 200).select("button").eachText()).contains("Báo tiếp");
        Visitor.next(trader.submit(at + "/paused", Map.of("paused", "false")));
        software.waitFor(1);

        var seen = Map.of("seen", trader.page(at, 200).select("[name=seen]").val());
        var changed = trader.submit(at + "/secret", seen);
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(changed.getHeader("Cache-Control")).contains("no-store");
        String fresh = Visitor.parsed(changed).select(".secret").text();
        assertThat(fresh).startsWith("whsec_");
        assertThat(Visitor.next(trader.submit(at + "/secret", seen)))
                .as("sent twice, it changes once")
                .isEqualTo(at);
        software.knowing(fresh);
        trader.submit(at + "/tests", Map.of());
        assertThat(software.messages().getLast().genuine()).isTrue();

        assertThat(Visitor.next(trader.submit(at + "/ended", Map.of()))).isEqualTo(hooks());
        trader.page(at, 404);
        assertThat(trader.page(hooks(), 200).select(".empty")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "till.example", "ftp://till.example/", "https://a:b@till.example/", "javascript:alert(1)"})
    void an_address_that_cannot_be_told_is_refused_with_what_was_typed(String typed) throws Exception {
        var answer = trader().submit(hooks(), Map.of("url", typed));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(answer).select("#url").val()).isEqualTo(typed);
        assertThat(Visitor.parsed(answer).select("#url-fault")).hasSize(1);
    }

    @Test
    void an_address_is_there_once_and_there_are_five_at_most() throws Exception {
        add();
        assertThat(fault(trader().submit(hooks(), Map.of("url", software.url()))))
                .contains("danh sách");
        for (int i = 0; i < 4; i++)
            assertThat(trader().submit(hooks(), Map.of("url", "http://localhost:1/" + i))
                            .getStatus())
                    .isEqualTo(200);
        assertThat(fault(trader().submit(hooks(), Map.of("url", "http://localhost:1/5"))))
                .contains("nhiều nhất 5");
    }

    @Test
    void nobody_else_sees_or_changes_it() throws Exception {
        String at = add();
        var other = fixture.open();
        var stranger = new Visitor(mvc, other.trader());
        stranger.page(hooks(), 404);
        stranger.page(at, 404);
        String through = "/market/stalls/" + other.stall().id() + "/hooks/" + at.substring(at.lastIndexOf('/') + 1);
        stranger.page(through, 404);
        for (String act : List.of("tests", "ended", "secret"))
            assertThat(stranger.submit(through + "/" + act, Map.of()).getStatus())
                    .as(act)
                    .isEqualTo(404);
        assertThat(stranger.submit(through + "/paused", Map.of("paused", "true"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(stranger.submit(through + "/skipped", Map.of("number", "1", "reason", "lỗi"))
                        .getStatus())
                .isEqualTo(404);
        trader().page(hooks() + "/" + UUID.randomUUID(), 404);
        trader().page(at, 200);
    }

    @Test
    void it_ends_with_the_last_stall_that_is_paid_on_the_account() throws Exception {
        add();
        PaymentMethod way = acceptances.of(till().stall()).getFirst();
        MarketFixture.done(acceptances.end(MarketFixture.MANAGER, till().market(), till().stall(), way.id()));
        assertThat(webhooks.of(List.of(till().account().number()))).isEmpty();
    }

    private String add() throws Exception {
        var answer = trader().submit(hooks(), Map.of("url", software.url()));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        Document page = Visitor.parsed(answer);
        software.knowing(page.select(".secret").text());
        String test = page.select("form[action$=tests]").attr("action");
        return test.substring(0, test.length() - "/tests".length());
    }

    private static String fault(org.springframework.mock.web.MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        return Visitor.parsed(answer).select("#url-fault").text();
    }

    private TillFixture.Opened till() {
        return java.util.Objects.requireNonNull(opened);
    }

    private Visitor trader() {
        return new Visitor(mvc, till().trader());
    }

    private String stall() {
        return "/market/stalls/" + till().stall().id();
    }

    private String hooks() {
        return stall() + "/hooks";
    }
}
