package vn.thucchat.economy.market.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.economy.market.register.MarketRows.DAY;
import static vn.thucchat.economy.market.traders.TraderRows.DAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.economy.market.traders.TraderRows;
import vn.thucchat.testing.StoreTest;

@NullMarked
class CertificationStoreTests extends StoreTest {

    private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");

    private CertificationStore store;
    private TraderRows rows;

    @BeforeEach
    void market() {
        store = new CertificationStore(jdbc);
        rows = new TraderRows(jdbc);
    }

    private static Criterion criterion(String code, Criterion.Measure measure, LocalDate from, @Nullable LocalDate to) {
        return new Criterion(
                code, code, code, measure, measure == Criterion.Measure.CONFIRMED ? null : 80, from, to, "a test");
    }

    private List<String> on(LocalDate day) {
        return store.criteria(day).stream().map(Criterion::code).toList();
    }

    @Test
    void a_criterion_holds_from_its_first_day_to_its_last_and_those_computed_come_first() {
        store.add(criterion("a-said", Criterion.Measure.CONFIRMED, DAY, null));
        store.add(criterion("b-charges", Criterion.Measure.CHARGES_CASHLESS, DAY, null));
        store.add(criterion("z-traders", Criterion.Measure.TRADERS_EQUIPPED, DAY, DAY.plusDays(9)));
        assertThat(on(DAY.minusDays(1))).isEmpty();
        assertThat(on(DAY)).containsExactly("z-traders", "b-charges", "a-said");
        assertThat(on(DAY.plusDays(9))).contains("z-traders");
        assertThat(on(DAY.plusDays(10))).containsExactly("b-charges", "a-said");

        jdbc.sql("UPDATE market.criterion SET least_pct = 70 WHERE code = 'b-charges'")
                .update();
        store.add(criterion("b-charges", Criterion.Measure.CHARGES_CASHLESS, DAY, null));
        assertThat(store.criteria(DAY).get(1).leastPct())
                .as("a correction stays")
                .isEqualTo(70);
        assertThatThrownBy(() -> store.add(new Criterion(
                        "c-share", "c", "c", Criterion.Measure.CHARGES_CASHLESS, null, DAY, null, "a test")))
                .as("of nothing")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_latest_word_counts_for_each_criterion_of_a_market() {
        for (boolean holds : new boolean[] {true, false}) say(rows, "one", holds);
        say(rows, "two", true);
        say(new TraderRows(jdbc), "three", true);
        assertThat(store.confirmed(rows.id))
                .extracting(said -> said.criterion() + " " + said.holds())
                .containsExactly("one false", "two true");
    }

    private void say(TraderRows of, String criterion, boolean holds) {
        store.confirm(of.id, TraderRows.id(), new Criterion.Confirmation(criterion, holds, NOW, "Ai", "thấy"));
    }

    @Test
    void a_market_holds_one_certificate_at_a_time() {
        UUID first = TraderRows.id();
        assertThat(store.revoke(rows.id, DAY, "không có")).as("there is none").isFalse();
        assertThat(store.certify(rows.id, first, DAY, "Ai")).isTrue();
        assertThat(store.certify(rows.id, TraderRows.id(), DAY, "Ai")).isFalse();
        assertThat(store.certify(new TraderRows(jdbc).id, TraderRows.id(), DAY, "Ai"))
                .as("another market")
                .isTrue();
        assertThatThrownBy(() -> store.revoke(rows.id, DAY.minusDays(1), "trước khi có"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(store.revoke(rows.id, DAY, "Thu tiền mặt")).isTrue();
        assertThat(store.revoke(rows.id, DAY, "lần nữa")).isFalse();
        UUID second = TraderRows.id();
        assertThat(store.certify(rows.id, second, DAY, "Ai")).isTrue();
        assertThat(store.of(rows.id)).extracting(Certification::id).containsExactly(second, first);
        assertThat(store.find(first)).get().extracting(Certification::reason).isEqualTo("Thu tiền mặt");
        assertThat(store.find(rows.id)).isEmpty();
    }

    @Test
    void a_trader_with_several_ways_to_pay_is_equipped_once_and_who_left_is_not_asked() {
        UUID equipped = rows.trader("Hoa");
        UUID ended = rows.trader("Lan");
        UUID left = rows.trader("Mai");
        UUID stall = rows.stall("A1");
        rows.acceptance(stall, equipped, 1, DAY);
        rows.acceptance(stall, equipped, null, DAY);
        UUID way = rows.acceptance(stall, ended, 2, DAY);
        rows.acceptance(stall, left, 3, DAY);
        assertThat(store.equipped(rows.id)).as("premise").isEqualTo(new CertificationStore.Equipped(3, 3));
        rows.endAcceptance(way, DAY);
        rows.leave(left, DAY);
        assertThat(store.equipped(rows.id)).isEqualTo(new CertificationStore.Equipped(2, 1));
    }
}
