package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.economy.market.register.MarketRows.DAY;
import static vn.thucchat.economy.market.traders.TraderRows.DAY;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.testing.StoreTest;

@NullMarked
class TraderStoreTests extends StoreTest {

    private static final UUID FIRST = new UUID(0, 0);

    private TraderStore store;
    private TraderRows rows;

    @BeforeEach
    void market() {
        store = new TraderStore(jdbc);
        rows = new TraderRows(jdbc);
    }

    private List<String> page(String words, boolean left, String after, UUID id, int limit) {
        return store.page(rows.id, words, left, after, id, limit).stream()
                .map(kept -> kept.trader().name())
                .toList();
    }

    @Test
    void a_page_is_in_the_order_of_names_and_goes_on_behind_the_one_seen_last() {
        for (String name : List.of("Lê Thị Hoa", "An", "Đỗ Bình")) rows.trader(name);
        UUID second = rows.trader("An");
        assertThat(page("", false, "", FIRST, 9)).containsExactly("An", "An", "Đỗ Bình", "Lê Thị Hoa");
        assertThat(page("", false, "", FIRST, 1)).containsExactly("An");
        assertThat(page("", false, "An", second, 9))
                .as("a namesake is not passed over twice")
                .containsExactly("Đỗ Bình", "Lê Thị Hoa");
        assertThat(page("thi", false, "", FIRST, 9)).containsExactly("Lê Thị Hoa");
    }

    @Test
    void who_has_left_is_found_only_where_asked_for() {
        UUID account = UUID.randomUUID();
        UUID trader = rows.signingIn("Hoa", account);
        assertThat(store.ofAccount(account)).as("premise").hasSize(1);
        rows.leave(trader, DAY);

        assertThat(store.all(rows.id)).isEmpty();
        assertThat(store.ofAccount(account)).isEmpty();
        assertThat(page("", false, "", FIRST, 9)).isEmpty();
        assertThat(page("", true, "", FIRST, 9)).containsExactly("Hoa");
        assertThat(store.find(trader)).isPresent();
        assertThat(store.find(new TraderRows(jdbc).id, trader)).as("elsewhere").isEmpty();
    }

    @Test
    void nobody_is_in_a_market_twice_at_a_time() {
        var there = rows.draft("Hoa", "4600100155", null);
        var again = rows.draft("Hoa khác", "4600100155", null);
        store.insert(rows.id, List.of(there));
        assertThat(store.taken(there)).as("one's own").isFalse();
        assertThat(store.taken(again)).isTrue();
        assertThatThrownBy(() -> store.insert(rows.id, List.of(again))).isInstanceOf(DuplicateKeyException.class);

        rows.leave(there.trader().id(), DAY);
        assertThat(store.taken(again)).isFalse();
        assertThat(store.insert(rows.id, List.of(again))).isEqualTo(1);
    }

    @Test
    void a_personal_number_is_known_again_by_its_mark_and_sealed_with_it() {
        var bare = rows.draft("Hoa", null, null);
        var marked = new TraderStore.Kept(bare.trader(), "sealed", "mark", "phone");
        store.insert(rows.id, List.of(marked));
        assertThat(store.find(rows.id, bare.trader().id())).contains(marked);
        var other = rows.draft("Lan", null, null).trader();
        assertThat(store.taken(new TraderStore.Kept(other, "sealed otherwise", "mark", null)))
                .isTrue();
        assertThatThrownBy(() -> store.insert(rows.id, List.of(new TraderStore.Kept(other, null, "mark 2", null))))
                .as("a mark of nothing")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_change_reaches_no_other_market_and_nobody_leaves_before_joining() {
        UUID trader = rows.trader("Hoa");
        var kept = store.find(trader).orElseThrow();
        assertThat(store.update(
                        new TraderRows(jdbc).id, List.of(kept.with(kept.trader().leaving(DAY)))))
                .isZero();
        var early = kept.with(kept.trader().leaving(kept.trader().joinedOn().minusDays(1)));
        assertThatThrownBy(() -> store.update(rows.id, List.of(early)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(store.find(trader)).contains(kept);
    }
}
