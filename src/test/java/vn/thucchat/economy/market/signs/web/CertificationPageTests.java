package vn.thucchat.economy.market.signs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.signs.Certifications;
import vn.thucchat.economy.market.signs.Criterion;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.Visitor;

/** A market is certified when it meets every criterion, by a leader, and may lose it again. */
@MarketTest
@NullMarked
class CertificationPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Certifications certifications;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_is_computed_and_what_is_confirmed_make_the_certificate() throws Exception {
        Market market = fixture.charging();
        fixture.equipped(market, "A1");
        var manager = new Visitor(mvc, MANAGER);
        var leader = new Visitor(mvc, Persons.a(Roles.LEADER, "19"));
        String at = "/markets/" + market.code();
        assertThat(leader.page(at + "/certification", 200).text())
                .contains("1 trên 1", "Kế hoạch 156/KH-UBND", "chưa được công nhận", "chưa đối chiếu văn bản");

        YearMonth now = YearMonth.from(fixture.today());
        next(manager.submit(at + "/charges", Map.of("month", now, "kind", "RENT", "due", now.atEndOfMonth())));
        jdbc.sql("""
                        UPDATE market.charge SET month = :month, paid_on = :day, channel = 'cashless'
                        WHERE market = :market""")
                .param("month", now.minusMonths(1).atDay(1))
                .param("day", fixture.today())
                .param("market", market.id())
                .update();
        assertThat(parsed(manager.submit(at + "/criteria/speciality", Map.of("holds", "true")))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#note-speciality");
        next(manager.submit(
                at + "/criteria/speciality", Map.of("holds", "false", "note-speciality", "Chưa thấy gian hàng")));
        next(manager.submit(at + "/criteria/speciality", Map.of("holds", "true", "note-speciality", "Chè Đại Từ <b>")));
        assertThat(manager.submit(at + "/criteria/traders-qr", Map.of("holds", "true", "note-traders-qr", "x"))
                        .getStatus())
                .as("computed, not confirmed")
                .isEqualTo(404);
        next(manager.submit(at + "/criteria/zalo-group", Map.of("holds", "true", "note-zalo-group", "Nhóm chợ")));
        assertThat(certifications.states(market)).allMatch(Criterion.State::holds);
        var ready = leader.page(at + "/certification", 200);
        assertThat(ready.select("form[action$=/certification] button").text()).isEqualTo("Công nhận đạt chuẩn");
        assertThat(ready.select("#missing")).isEmpty();

        next(leader.submit(at + "/certification", Map.of()));
        assertThat(leader.submit(at + "/certification", Map.of()).getStatus()).isEqualTo(409);
        var page = leader.page(at + "/certification", 200);
        assertThat(page.text()).contains("Chợ đạt chuẩn từ ngày", "Chè Đại Từ <b>");
        assertThat(parsed(leader.submit(at + "/certification/revoked", Map.of("reason", "")))
                        .select("#reason-fault"))
                .isNotEmpty();
        next(leader.submit(at + "/certification/revoked", Map.of("reason", "Thu tiền mặt trở lại")));
        assertThat(leader.submit(at + "/certification/revoked", Map.of("reason", "lần nữa"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(leader.page(at + "/certification", 200).text()).contains("Thu tiền mặt trở lại");
        assertThat(jdbc.sql("""
                                SELECT amount FROM facts.fact
                                WHERE kind = 'market.certified' AND subject = :market ORDER BY id""").param("market", market.id()).query(Long.class).list())
                .containsExactly(1L, 0L);
        var id = certifications.of(market).getFirst().id();
        new Visitor(mvc, Actor.STRANGER).page("/market/acts/certifications/" + id, 200);
        new Visitor(mvc, Actor.STRANGER).page("/market/acts/certifications/" + market.id(), 404);
    }

    @Test
    void what_is_missing_is_told_and_the_act_is_neither_offered_nor_done() throws Exception {
        Market market = fixture.charging();
        fixture.equipped(market, "A1");
        fixture.trader(market, "Người chưa có mã");
        var leader = new Visitor(mvc, Persons.a(Roles.LEADER, "19"));
        String at = "/markets/" + market.code();
        next(new Visitor(mvc, MANAGER)
                .submit(at + "/criteria/speciality", Map.of("holds", "false", "note-speciality", "Chưa có gian hàng")));

        var page = leader.page(at + "/certification", 200);
        assertThat(page.select("#missing").text()).contains("còn 4 tiêu chí");
        assertThat(page.select("li:has(b.bad)").eachText())
                .satisfiesExactly(
                        text -> assertThat(text).contains("mới có 1 trên 2, cần ít nhất 2"),
                        text -> assertThat(text).contains("chưa có số liệu"),
                        text -> assertThat(text).contains("ban quản lý ghi là chưa đạt", "Chưa có gian hàng"),
                        text -> assertThat(text).contains("chưa ai xác nhận"));
        assertThat(page.select("form[action$=/certification]")).isEmpty();

        var posted = leader.submit(at + "/certification", Map.of());
        assertThat(posted.getStatus()).isEqualTo(422);
        assertThat(parsed(posted).select(".errors").text()).contains("chưa đạt mọi tiêu chí");
        assertThat(parsed(posted).select("#missing").text()).contains("còn 4 tiêu chí");
        assertThat(certifications.of(market)).isEmpty();
        assertThat(new Visitor(mvc, MANAGER).page(at + "/certification", 200).select("#missing"))
                .as("who cannot certify reads the list of criteria alone")
                .isEmpty();
    }

    @Test
    void a_manager_does_not_certify_and_strangers_find_nothing() throws Exception {
        Market market = fixture.market();
        assertThat(certifications.certify(MANAGER, market)).isInstanceOf(Result.NotFound.class);
        assertThat(certifications.revoke(MANAGER, market, "x")).isInstanceOf(Result.NotFound.class);
        assertThat(certifications.confirm(STRANGE_MANAGER, market, "speciality", true, "x"))
                .isInstanceOf(Result.NotFound.class);
        new Visitor(mvc, STRANGE_MANAGER).page("/markets/" + market.code() + "/certification", 404);
    }
}
