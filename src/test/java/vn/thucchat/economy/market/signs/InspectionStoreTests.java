package vn.thucchat.economy.market.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.economy.market.register.MarketRows.DAY;
import static vn.thucchat.economy.market.traders.TraderRows.DAY;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.economy.market.signs.SignReading.Result;
import vn.thucchat.economy.market.traders.TraderRows;
import vn.thucchat.testing.StoreTest;

@NullMarked
class InspectionStoreTests extends StoreTest {

    private static final Instant NOON = Instant.parse("2026-03-10T05:00:00Z");

    private InspectionStore store;
    private TraderRows rows;
    private UUID trader;

    @BeforeEach
    void market() {
        store = new InspectionStore(jdbc);
        rows = new TraderRows(jdbc);
        trader = rows.trader("Hoa");
    }

    private UUID signed(String number) {
        UUID stall = rows.stall(number);
        rows.acceptance(stall, trader, 1, DAY);
        return stall;
    }

    private UUID open() {
        UUID round = TraderRows.id();
        assertThat(store.open(rows.id, round, NOON, "Ai")).isTrue();
        return round;
    }

    private UUID read(UUID round, UUID stall, Result result, Instant at) {
        UUID id = TraderRows.id();
        store.insert(new SignReading(rows.id, round, id, stall, "", at, "Ai", result, null, null), null);
        return id;
    }

    @Test
    void one_round_goes_on_at_a_time_and_is_closed_once() {
        UUID first = open();
        assertThat(store.open(rows.id, TraderRows.id(), NOON, "Ai")).isFalse();
        assertThat(store.close(new TraderRows(jdbc).id, first, NOON))
                .as("elsewhere")
                .isFalse();
        assertThat(store.close(rows.id, first, NOON.minusSeconds(9))).isTrue();
        assertThat(store.find(rows.id, first))
                .get()
                .extracting(InspectionRound::closedAt)
                .as("not before it was opened")
                .isEqualTo(NOON);
        assertThat(store.close(rows.id, first, NOON)).isFalse();
        UUID second = open();
        assertThat(store.inspected(List.of(rows.id, UUID.randomUUID()))).containsExactly(rows.id);
        assertThat(store.of(rows.id)).extracting(InspectionRound::id).containsExactly(second, first);
        assertThat(store.find(new TraderRows(jdbc).id, first)).isEmpty();
    }

    @Test
    void of_each_stall_the_last_reading_counts() {
        UUID one = signed("A1");
        UUID two = signed("A2");
        signed("A3");
        rows.acceptance(rows.stall("A4"), trader, null, DAY);
        UUID round = open();
        UUID wrong = read(round, one, Result.FOREIGN, NOON);
        read(round, two, Result.MISSING, NOON);
        assertThat(store.find(rows.id, round))
                .get()
                .as("a wallet has no sign of ours")
                .matches(it -> it.stalls() == 3 && it.seen() == 2 && it.wrong() == 2);
        assertThat(store.wrong(rows.id, round)).extracting(SignReading::number).containsExactly("A2", "A1");

        read(round, one, Result.GENUINE, NOON.plusSeconds(60));
        assertThat(store.find(rows.id, round)).get().matches(it -> it.seen() == 2 && it.wrong() == 1);
        assertThat(store.wrong(rows.id, round)).extracting(SignReading::stall).containsExactly(two);
        assertThat(store.reading(rows.id, round, wrong))
                .get()
                .extracting(SignReading::result)
                .as("what was read stays")
                .isEqualTo(Result.FOREIGN);
        assertThat(store.reading(new TraderRows(jdbc).id, round, wrong)).isEmpty();
    }

    @Test
    void how_signs_stood_is_told_as_of_an_instant() {
        UUID stall = signed("A1");
        assertThat(store.standing(rows.id, NOON)).isEmpty();
        UUID round = open();
        read(round, stall, Result.FOREIGN, NOON.plusSeconds(60));
        read(round, stall, Result.GENUINE, NOON.plusSeconds(120));
        assertThat(store.standing(rows.id, NOON)).as("opened at that instant").isEmpty();
        assertThat(store.standing(rows.id, NOON.plusSeconds(60)))
                .contains(new InspectionRound.Standing(round, NOON, 0, 0));
        assertThat(store.standing(rows.id, NOON.plusSeconds(120)))
                .contains(new InspectionRound.Standing(round, NOON, 1, 1));
        assertThat(store.standing(rows.id, NOON.plusSeconds(121)))
                .contains(new InspectionRound.Standing(round, NOON, 0, 0));
    }

    @Test
    void the_next_to_look_at_are_those_with_a_sign_not_read_yet_from_one_on_and_round() {
        for (String number : new String[] {"A1", "A10", "A2"}) signed(number);
        UUID seen = signed("A3");
        rows.stall("A4");
        UUID round = open();
        read(round, seen, Result.UNREADABLE, NOON);
        assertThat(store.next(rows.id, round, "", 9))
                .extracting(InspectionStop::number)
                .containsExactly("A1", "A2", "A10");
        assertThat(store.next(rows.id, round, "A2", 9))
                .extracting(InspectionStop::number)
                .containsExactly("A10", "A1", "A2");
        assertThat(store.next(rows.id, round, "A2", 1))
                .extracting(InspectionStop::number)
                .containsExactly("A10");
        assertThat(store.next(rows.id, TraderRows.id(), "", 9))
                .as("of another round")
                .hasSize(4);
    }

    @Test
    void a_reading_is_of_a_round_and_a_stall_of_its_own_market() {
        UUID round = open();
        UUID elsewhere = new TraderRows(jdbc).stall("A1");
        assertThatThrownBy(() -> read(round, elsewhere, Result.GENUINE, NOON))
                .isInstanceOf(DataIntegrityViolationException.class);
        UUID stall = signed("A1");
        assertThatThrownBy(() -> read(TraderRows.id(), stall, Result.GENUINE, NOON))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
