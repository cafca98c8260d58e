package vn.thucchat.foundation.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class BoundaryStoreTests extends StoreTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private BoundaryStore store;
    private final Instant now = TestTime.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeEach
    void open() {
        store = new BoundaryStore(jdbc);
    }

    private BoundaryFile add(LocalDate on) {
        var file = new BoundaryFile(
                Ids.next(TestTime.CLOCK), on, "Sở", "được phép", 2, new BoundaryFile.Load(now, "quantri"), null);
        transactions.executeWithoutResult(_ -> store.add(file, ACCOUNT, Sha256.hex("x"), shapes()));
        return file;
    }

    private static NavigableMap<UnitCode, Geometry> shapes() {
        var shapes = new TreeMap<UnitCode, Geometry>();
        try {
            shapes.put(new UnitCode("00001"), new WKTReader().read("POLYGON ((105 21, 106 21, 106 22, 105 21))"));
            shapes.put(
                    new UnitCode("00002"),
                    new WKTReader().read("MULTIPOLYGON (((0.1 0, 1 0, 1 1, 0.1 0)), ((5 5, 6 5, 6 6, 5 5)))"));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        return shapes;
    }

    @Test
    void what_was_loaded_comes_back_as_it_was_the_latest_first() {
        BoundaryFile first = add(LocalDate.of(2025, 7, 1));
        BoundaryFile second = add(LocalDate.of(2024, 12, 31));
        assertThat(store.files(BoundaryStore.LAST, 2)).containsExactly(second, first);
        assertThat(store.files(BoundaryStore.LAST, 1)).containsExactly(second);
        assertThat(store.files(second.id(), 1)).containsExactly(first);
        assertThat(store.file(first.id())).contains(first);
        assertThat(store.file(UUID.randomUUID())).isEmpty();
        assertThat(store.outlines(first.id())).isEqualTo(shapes());
    }

    @Test
    void what_was_withdrawn_stays_on_record_and_counts_no_longer() {
        BoundaryFile first = add(LocalDate.of(2025, 7, 1));
        BoundaryFile second = add(LocalDate.of(2025, 7, 1));
        assertThat(store.inForce()).startsWith(second, first);
        assertThat(store.withdraw(second.id(), now, "quantri", ACCOUNT)).isTrue();
        assertThat(store.withdraw(second.id(), now, "other", ACCOUNT))
                .as("once")
                .isFalse();
        assertThat(store.inForce()).startsWith(first).doesNotContain(second);
        assertThat(store.file(second.id()).orElseThrow().withdrawal())
                .isEqualTo(new BoundaryFile.Withdrawal(now, "quantri"));
    }

    @Test
    void a_file_is_known_by_what_was_sent() {
        BoundaryFile file = add(LocalDate.of(2025, 7, 1));
        assertThat(store.has(file.id(), Sha256.hex("x"))).isTrue();
        assertThat(store.has(file.id(), Sha256.hex("y"))).isFalse();
        assertThat(store.has(UUID.randomUUID(), Sha256.hex("x"))).isFalse();
    }

    @Test
    void nobody_else_loads_boundaries_of_the_same_days_meanwhile() {
        transactions.executeWithoutResult(_ -> {
            store.lock(LocalDate.of(2025, 7, 1));
            assertThat(jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        });
    }

    @Test
    void nothing_is_changed_or_deleted() {
        add(LocalDate.of(2025, 7, 1));
        for (String table : new String[] {"maps.boundary_file", "maps.outline", "maps.withdrawal"})
            assertThatThrownBy(() -> jdbc.sql("DELETE FROM " + table).update())
                    .rootCause()
                    .hasMessageContaining("append-only");
    }
}
