package vn.thucchat.economy.market.traders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.testing.OwnForm.ownForm;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.Visitor;

/** A manager gives a trader a sign-in over the counter, and takes it back. */
@MarketTest
@NullMarked
class TraderSignInPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Traders traders;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<PersonalDataSource> sources;

    @Autowired
    MessageSource messages;

    private Visitor manager;
    private Market market;

    @BeforeEach
    void people() {
        accounts.ensure(
                "quanly.thu",
                "Quản lý",
                null,
                false,
                new Actor.Grant(MarketRoles.MARKET_MANAGER, MarketFixture.COMMUNE));
        manager = new Visitor(mvc, accounts.actor("quanly.thu").orElseThrow());
        market = fixture.market();
    }

    private String at(Trader trader) {
        return "/markets/" + market.code() + "/traders/" + trader.id();
    }

    private Account bound(Trader trader) {
        return accounts.find(Objects.requireNonNull(
                        traders.find(market, trader.id()).orElseThrow().account()))
                .orElseThrow();
    }

    private int logged(String action, Trader trader) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND object = :object")
                .param("action", action)
                .param("object", at(trader))
                .query(Integer.class)
                .single();
    }

    @Test
    void what_a_market_keeps_of_a_trader_is_in_the_export_of_who_signs_in_as_one() throws Exception {
        Trader trader = fixture.trader(market, "Lê Thị Chép");
        manager.submit(at(trader) + "/sign-in", Map.of());
        PersonalDataSource kept = sources.stream()
                .filter(source -> source.purpose().equals("market.trader"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.gather(bound(trader).id(), new Texts(messages, Locale.of("vi"))))
                .singleElement()
                .satisfies(held -> assertThat(held.values()).containsEntry("name", "Lê Thị Chép"));
        assertThat(kept.gather(UUID.randomUUID(), new Texts(messages, Locale.of("vi"))))
                .isEmpty();
    }

    @Test
    void a_trader_with_an_account_sees_who_opened_the_own_record_and_what_for() throws Exception {
        Trader trader = fixture.trader(market, "Lê Thị Xem");
        manager.page(at(trader), 200);
        manager.submit(at(trader) + "/sign-in", Map.of());
        manager.page(at(trader), 200);
        manager.submit(at(trader) + "/contact", Map.of("purpose", "gọi về tiền điện"));
        Actor owner = accounts.actor(bound(trader).username()).orElseThrow();
        var rows = new Visitor(mvc, owner)
                .page("/id/looks", 200)
                .select("tbody tr")
                .eachText();
        assertThat(rows)
                .satisfiesExactly(
                        row -> assertThat(row).contains("Quản lý", "Số định danh, điện thoại", "gọi về tiền điện"),
                        row -> assertThat(row).contains("Quản lý", "Hồ sơ tiểu thương", "quản lý chợ"));
    }

    @Test
    void the_password_is_shown_once_on_a_slip_and_the_trader_sees_the_own_stall() throws Exception {
        Trader trader = fixture.trader(market, "Nguyễn Thị Bích");
        assertThat(manager.page(at(trader), 200)
                        .select("form[action$=/sign-in] button")
                        .text())
                .isEqualTo("Cấp tài khoản đăng nhập");
        var given = manager.submit(at(trader) + "/sign-in", Map.of());
        assertThat(given.getStatus()).isEqualTo(200);
        assertThat(given.getHeader("Cache-Control")).contains("no-store");
        var slip = parsed(given).select(".slip");
        String password = slip.select("code").get(1).text();
        Account account = bound(trader);
        assertThat(account.username()).isEqualTo("bich." + market.code());
        assertThat(slip.select("code").eachText()).containsExactly(account.username(), password);
        assertThat(slip.select("svg")).as("a QR code that opens the sign-in").isNotEmpty();
        assertThat(account.mustChange()).isTrue();
        assertThat(accounts.actor(account.username()).orElseThrow().grants())
                .containsExactly(new Actor.Grant(MarketRoles.TRADER, MarketFixture.COMMUNE));
        assertThat(logged("market.sign-in-given", trader)).isEqualTo(1);

        var page = manager.page(at(trader), 200);
        assertThat(page.text()).contains(account.username(), "chưa đổi mật khẩu");
        assertThat(page.html()).as("never again").doesNotContain(password);
        assertThat(manager.submit(at(trader) + "/sign-in", Map.of()).getStatus())
                .as("sent twice gives once")
                .isEqualTo(409);

        var renewed = parsed(manager.submit(at(trader) + "/sign-in/renewed", Map.of()));
        assertThat(renewed.select(".slip").text()).contains(account.username()).doesNotContain(password);
        assertThat(logged("market.sign-in-renewed", trader)).isEqualTo(1);
    }

    @Test
    void a_sign_in_that_is_taken_back_is_closed_and_another_can_be_given() throws Exception {
        Trader trader = fixture.trader(market, "Trần Lan");
        assertThat(manager.submit(at(trader) + "/sign-in/renewed", Map.of()).getStatus())
                .as("there is none")
                .isEqualTo(404);
        assertThat(manager.submit(at(trader) + "/sign-in/taken-back", Map.of()).getStatus())
                .isEqualTo(404);
        manager.submit(at(trader) + "/sign-in", Map.of());
        Account first = bound(trader);
        assertThat(takenBack(trader)).isEqualTo("market.sign-in.ended");
        assertThat(accounts.find(first.id()).orElseThrow().disabled()).isTrue();
        assertThat(traders.find(market, trader.id()).orElseThrow().account()).isNull();
        assertThat(logged("market.sign-in-taken-back", trader)).isEqualTo(1);
        manager.submit(at(trader) + "/sign-in", Map.of());
        assertThat(bound(trader).username()).isEqualTo(first.username() + "2");

        next(manager.submit(at(trader) + "/left", Map.of()));
        assertThat(bound(trader).disabled()).as("who left signs in no more").isTrue();
        assertThat(manager.submit(at(trader) + "/sign-in", Map.of()).getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_sign_in_ends_when_the_form_names_another_or_none() throws Exception {
        Trader trader = fixture.trader(market, "Đỗ Thu");
        manager.submit(at(trader) + "/sign-in", Map.of());
        Account first = bound(trader);
        String other = "do.thu." + market.code();
        accounts.ensure(other, "Đỗ Thu", null, false, new Actor.Grant(MarketRoles.TRADER, MarketFixture.COMMUNE));
        var form = Map.of("kind", "PERSON", "name", "Đỗ Thu");

        next(manager.submit(at(trader) + "/edit", with(form, first.username(), first)));
        assertThat(bound(trader).disabled()).as("the same as before").isFalse();
        next(manager.submit(at(trader) + "/edit", with(form, other, first)));
        assertThat(accounts.find(first.id()).orElseThrow().disabled()).isTrue();
        Account second = bound(trader);
        assertThat(second.disabled()).isFalse();
        next(manager.submit(at(trader) + "/edit", with(form, "", second)));
        assertThat(accounts.find(second.id()).orElseThrow().disabled()).isTrue();
        assertThat(logged("market.sign-in-taken-back", trader)).isEqualTo(2);
    }

    @Test
    void a_form_opened_before_a_sign_in_was_given_does_not_end_it() throws Exception {
        Trader trader = fixture.trader(market, "Bùi Hạnh");
        var form = Map.of("kind", "PERSON", "name", "Bùi Thị Hạnh");
        var opened = manager.page(at(trader) + "/edit", 200);
        String seen = opened.select("input[name=seen]").val();
        assertThat(seen).as("premise: none yet").isEmpty();
        manager.submit(at(trader) + "/sign-in", Map.of());
        Account given = bound(trader);

        var stale = manager.submit(at(trader) + "/edit", form);
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(parsed(stale).select(".errors").text()).contains("vừa sửa trước bạn");
        assertThat(parsed(stale).select("#name").val()).isEqualTo("Bùi Thị Hạnh");
        assertThat(bound(trader)).isEqualTo(given);
        assertThat(traders.find(market, trader.id()).orElseThrow().name()).isEqualTo("Bùi Hạnh");

        var again = manager.page(at(trader) + "/edit", 200);
        assertThat(again.select("input[name=seen]").val()).isEqualTo(given.id().toString());
        next(manager.submit(at(trader) + "/edit", with(form, given.username(), given)));
        assertThat(bound(trader).disabled()).isFalse();
    }

    private static Map<String, String> with(Map<String, String> form, String username, Account seen) {
        var named = new HashMap<>(form);
        named.put("username", username);
        named.put("seen", seen.id().toString());
        return named;
    }

    @Test
    void an_account_that_serves_another_trader_stays_open() throws Exception {
        Trader trader = fixture.trader(market, "Lê Mai");
        manager.submit(at(trader) + "/sign-in", Map.of());
        Account account = bound(trader);
        Market other = fixture.market();
        var draft = new Traders.Draft(Trader.Kind.PERSON, "Lê Mai", "", "", "", fixture.today(), account.username());
        MarketFixture.done(traders.add(MarketFixture.MANAGER, other, draft));
        next(manager.submit(at(trader) + "/left", Map.of()));
        assertThat(accounts.find(account.id()).orElseThrow().disabled()).isFalse();
        assertThat(takenBack(trader)).isEqualTo("market.sign-in.goes-on");
        assertThat(accounts.find(account.id()).orElseThrow().disabled()).isFalse();
    }

    /** What the manager is told. */
    private @Nullable Object takenBack(Trader trader) throws Exception {
        return mvc.perform(post(at(trader) + "/sign-in/taken-back")
                        .with(Persons.as(manager.actor()))
                        .with(ownForm()))
                .andReturn()
                .getFlashMap()
                .get(Pages.NOTICE);
    }

    @Test
    void only_the_market_s_own_manager_gives_them() throws Exception {
        Trader trader = fixture.trader(market, "Vũ Nga");
        var strange = new Visitor(mvc, MarketFixture.STRANGE_MANAGER);
        for (String act : new String[] {"", "/renewed", "/taken-back"})
            assertThat(strange.submit(at(trader) + "/sign-in" + act, Map.of()).getStatus())
                    .as(act)
                    .isEqualTo(404);
        accounts.ensure(
                "vu.nga.can-bo",
                "Vũ Nga",
                null,
                false,
                new Actor.Grant(MarketRoles.TRADER, MarketFixture.COMMUNE),
                new Actor.Grant(SteeringRoles.REPORTER, MarketFixture.COMMUNE));
        next(manager.submit(
                at(trader) + "/edit", Map.of("kind", "PERSON", "name", "Vũ Nga", "username", "vu.nga.can-bo")));
        assertThat(manager.page(at(trader), 200).text()).contains("chỉ quản trị viên đặt lại được mật khẩu");
        assertThat(manager.submit(at(trader) + "/sign-in/renewed", Map.of()).getStatus())
                .isEqualTo(409);
        assertThat(takenBack(trader)).isEqualTo("market.sign-in.stays-open");
        assertThat(accounts.actor("vu.nga.can-bo").orElseThrow().grants())
                .as("the rest stays")
                .containsExactly(new Actor.Grant(SteeringRoles.REPORTER, MarketFixture.COMMUNE));
    }
}
