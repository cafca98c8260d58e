package vn.thucchat.steering.indicators.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** A document is kept once, by what it says. */
@NullMarked
class DocumentStoreTests extends StoreTest {

    private static final LocalDate DAY = LocalDate.of(2022, 8, 8);

    private DocumentStore store;

    @BeforeAll
    void open() {
        store = new DocumentStore(jdbc);
    }

    @Test
    void the_one_that_says_the_same_is_found_and_not_kept_twice() {
        Document kept = store.keep(document("793/QĐ-UBND", DAY, null));
        assertThat(store.keep(document("793/QĐ-UBND", DAY, null))).isEqualTo(kept);
        assertThat(store.keep(document("793/QĐ-UBND", null, null)).id())
                .as("of no day")
                .isNotEqualTo(kept.id());
        assertThat(store.find(kept.id())).contains(kept);
        assertThat(store.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void its_files_are_found_by_its_words_and_day() {
        Document first = store.keep(document("12/BC", DAY, UUID.randomUUID()));
        Document second = store.keep(document("12/BC", DAY, UUID.randomUUID()));
        store.keep(document("12/BC", DAY, null));
        store.keep(document("12/BC", DAY.plusDays(1), UUID.randomUUID()));
        assertThat(store.filesOf(first)).containsExactlyInAnyOrder(first.file(), second.file());
        assertThat(store.filesOf(document("12/BC", null, null))).isEmpty();
        Document undated = store.keep(document("12/BC", null, UUID.randomUUID()));
        assertThat(store.filesOf(undated)).containsExactly(undated.file());
    }

    @Test
    void those_that_targets_were_set_by_come_newest_first_real_and_invented_apart() {
        jdbc.sql("""
                INSERT INTO indicators.indicator (code, name_vi, name_en, pillar, measure, direction, aggregation,
                    over_time, frequency, reported_by)
                VALUES ('fibre', 'Cáp quang', 'Fibre', 'SOCIETY', 'percent', 'UP', 'RATIO', 'LAST', 'HALF', 'COMMUNE')
                """).update();
        Document older = store.keep(document("1/KH", DAY, null));
        Document newer = store.keep(document("2/KH", DAY, null));
        Document invented = store.keep(document("3/KH", DAY, null));
        store.keep(document("4/KH", DAY, null));
        target(older, false);
        target(newer, false);
        target(newer, false);
        target(invented, true);
        assertThat(store.ofTargets(false)).containsExactly(newer, older);
        assertThat(store.ofTargets(true)).containsExactly(invented);
    }

    private void target(Document by, boolean synthetic) {
        jdbc.sql("""
                        INSERT INTO indicators.target (id, indicator, unit, period, value, document, derivation, synthetic,
                            set_at, set_by)
                        VALUES (gen_random_uuid(), 'fibre', '19', '2022', 40, :document, '', :synthetic, '2022-08-08T00:00Z', :document)
                        """).param("document", by.id()).param("synthetic", synthetic).update();
    }

    private static Document document(String number, @Nullable LocalDate day, @Nullable UUID file) {
        return new Document(Ids.next(TestTime.CLOCK), number, "Kế hoạch chuyển đổi số", "UBND tỉnh", day, file);
    }
}
