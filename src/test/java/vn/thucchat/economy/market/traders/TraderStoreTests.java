package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thucchat.economy.market.register.MarketRows.DAY;
import static vn.thucchat.economy.market.traders.TraderRows.DAY;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.foundation.search.SearchWords;
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

    private List<String> search(String unit, boolean synthetic, String typed, int limit) {
        return store.search(Set.of(unit), synthetic, SearchWords.of(typed), limit).stream()
                .map(Traders.Hit::name)
                .toList();
    }

    @Test
    void a_trader_is_found_by_any_part_of_the_name_the_best_fit_first_and_who_has_left_last() {
        var market = new TraderRows(jdbc, "05476", false);
        for (String name : List.of("Trần Hoan", "Hoa", "Nguyễn Thị Hoa", "Hoa Lê")) market.trader(name);
        market.leave(market.trader("Hoa"), DAY);
        assertThat(search("05476", false, "hoa", 9))
                .containsExactly("Hoa", "Hoa", "Hoa Lê", "Nguyễn Thị Hoa", "Trần Hoan");
        assertThat(search("05476", false, "HOÀ", 1)).containsExactly("Hoa");
        assertThat(search("05476", false, "hoa thị", 9)).containsExactly("Nguyễn Thị Hoa");
        assertThat(search("05476", false, "oa", 9))
                .as("two letters begin a word")
                .isEmpty();
        assertThat(search("05476", false, "oan", 9)).containsExactly("Trần Hoan");
        assertThat(search("05476", false, "le", 9)).containsExactly("Hoa Lê");
    }

    @Test
    void a_trader_is_found_in_the_units_asked_for_only_and_a_real_one_by_no_demonstration_account() {
        new TraderRows(jdbc, "05899", false).trader("Phùng Xuân Quỳnh");
        new TraderRows(jdbc, "05899", true).trader("Phùng Xuân Quỳnh (minh họa)");
        assertThat(search("05899", false, "xuan quynh", 9)).as("premise").hasSize(2);
        assertThat(search("05899", true, "xuan quynh", 9)).containsExactly("Phùng Xuân Quỳnh (minh họa)");
        assertThat(search("05467", false, "xuan quynh", 9)).isEmpty();
    }

    /** Twenty thousand traders in fifty markets, as a province has. */
    @Test
    void a_search_reads_an_index_and_not_all_traders() {
        var markets = Stream.generate(() -> new TraderRows(jdbc, "05481", false))
                .limit(50)
                .toList();
        jdbc.sql("""
                        INSERT INTO market.trader (market, id, kind, name, sought, joined_on, synthetic)
                        SELECT m, gen_random_uuid(), 'PERSON', 'Người ' || md5(n::text), 'nguoi ' || md5(n::text), '2022-01-01', false
                        FROM generate_series(1, 400) AS n, unnest(:markets::uuid[]) AS m""")
                .param("markets", markets.stream().map(market -> market.id).toArray(UUID[]::new))
                .update();
        markets.getFirst().trader("Đặng Thùy Trâm");
        jdbc.sql("VACUUM ANALYZE market.trader, market.market").update();
        assertThat(search("05481", false, "thuy tr", 9)).containsExactly("Đặng Thùy Trâm");
        var plan = String.join(
                "\n", jdbc.sql("""
                        EXPLAIN SELECT t.id FROM market.trader t JOIN market.market m ON m.id = t.market
                        WHERE ' ' || t.sought LIKE '%thuy%' AND ' ' || t.sought LIKE ALL ('{% tr%}'::text[])
                            AND m.unit = ANY ('{05481}')""").query((row, _) -> row.getString(1)).list());
        assertThat(plan).contains("trader_sought").doesNotContain("Seq Scan on trader");
    }
}
