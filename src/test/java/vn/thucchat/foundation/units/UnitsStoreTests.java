package vn.thucchat.foundation.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class UnitsStoreTests extends StoreTest {

    private static final String UNITS = "code,name,name_en,kind,parent,valid_from,valid_to,source,checked\n";
    private static final String SUCCESSIONS = "effective,old_code,new_code,share,source,checked\n";

    private UnitsStore store;
    private UnitCollections collections;

    @BeforeEach
    void empty() {
        store = new UnitsStore(jdbc);
        collections = new UnitCollections(store, TestTime.CLOCK);
        jdbc.sql("TRUNCATE units.collection, units.version, units.succession").update();
    }

    private List<CellError> take(String name, String units, String successions) {
        var files = UnitFiles.read(
                (UNITS + units).getBytes(StandardCharsets.UTF_8),
                (SUCCESSIONS + successions).getBytes(StandardCharsets.UTF_8),
                List.of());
        boolean taken = transactions.execute(status -> collections.take(name, files, false, "quantri"));
        assertThat(taken).isEqualTo(files.unitErrors().isEmpty());
        return files.unitErrors();
    }

    @Test
    void the_shipped_files_come_back_as_they_were() {
        ship();
        assertThat(store.units())
                .containsExactlyInAnyOrderElementsOf(ShippedData.FILES.versions().stream()
                        .map(UnitFiles.VersionLine::unit)
                        .toList());
        assertThat(store.successions())
                .containsExactlyInAnyOrderElementsOf(ShippedData.FILES.successions().stream()
                        .map(UnitFiles.HeritageLine::heritage)
                        .toList());
        assertThat(store.collection(ShippedUnits.COLLECTION)).get().returns(true, UnitsStore.Collection::shipped);
    }

    @Test
    void shipped_files_are_taken_once_and_never_over_those_of_an_administrator() {
        ship();
        String loadedAt = loadedAt();
        ship();
        assertThat(loadedAt()).isEqualTo(loadedAt);
        jdbc.sql("UPDATE units.collection SET shipped = false, hash = repeat('0', 64)")
                .update();
        ship();
        assertThat(loadedAt()).isEqualTo(loadedAt);
        jdbc.sql("UPDATE units.collection SET shipped = true").update();
        ship();
        assertThat(loadedAt()).isNotEqualTo(loadedAt);
    }

    private void ship() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/units");
        transactions.executeWithoutResult(status -> new ShippedUnits(store, collections, messages).load());
    }

    private String loadedAt() {
        return jdbc.sql("SELECT loaded_at::text FROM units.collection")
                .query(String.class)
                .single();
    }

    @Test
    void another_province_joins_and_can_be_replaced_by_better_files() {
        assertThat(take("nuoc", "VN,Việt Nam,,nation,,,,x,V\n", "")).isEmpty();
        assertThat(take("tinh", "08,Tỉnh Tuyên Quang,,province,VN,,,x,V\n", "")).isEmpty();
        String before = store.stamp();
        assertThat(take("tinh", "08,Tỉnh Tuyên Quang,Tuyên Quang,province,VN,,,x,V2\n", ""))
                .isEmpty();
        assertThat(store.stamp()).isNotEqualTo(before);
        assertThat(store.collections()).extracting(UnitsStore.Collection::name).containsExactly("nuoc", "tinh");
        assertThat(store.unitsOf("tinh")).extracting(Unit::nameEn).containsExactly("Tuyên Quang");
        assertThat(store.unitsOfOthers("tinh")).extracting(Unit::code).containsExactly(UnitCode.NATION);
    }

    @Test
    void a_refused_file_changes_nothing() {
        assertThat(take("nuoc", "VN,Việt Nam,,nation,,,,x,V\n", "")).isEmpty();
        String before = store.stamp();
        assertThat(take("tinh", "08,Tỉnh Tuyên Quang,,province,VN,,,x,V\n09,Xã,,commune,77,,,x,V\n", ""))
                .singleElement()
                .returns("E3", CellError::address)
                .returns("units.fault.parent-absent", CellError::key);
        assertThat(take("tinh", "VN,Việt Nam,,nation,,,,x,V\n", ""))
                .extracting(CellError::key)
                .containsExactly("units.fault.taken");
        assertThat(take("nuoc", "", "")).extracting(CellError::key).containsExactly("units.fault.removed");
        assertThat(store.stamp()).isEqualTo(before);
        assertThat(store.units()).hasSize(1);
    }

    @Test
    void another_process_sees_an_import() {
        assertThat(take("nuoc", "VN,Việt Nam,,nation,,,,x,V\n", "")).isEmpty();
        var here = new Units(store, Duration.ZERO);
        var slower = new Units(store, Duration.ofHours(1));
        var day = LocalDate.of(2026, 1, 1);
        assertThat(slower.find(UnitCode.NATION, day)).isPresent();
        assertThat(here.find(new UnitCode("08"), day)).isEmpty();
        String stamp = here.stamp();
        assertThat(take("tinh", "08,Tỉnh Tuyên Quang,,province,VN,,,x,V\n", "")).isEmpty();
        assertThat(here.find(new UnitCode("08"), day)).isPresent();
        assertThat(here.stamp()).isNotEqualTo(stamp);
        assertThat(slower.find(new UnitCode("08"), day)).isEmpty();
        slower.refresh();
        assertThat(slower.find(new UnitCode("08"), day)).isPresent();
    }

    @Test
    void the_database_itself_refuses_two_versions_on_one_day() {
        assertThat(take("nuoc", "VN,Việt Nam,,nation,,,2024-12-31,x,V\n", "")).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("""
                        INSERT INTO units.version (code, ordinal, collection, name, kind, valid_from, source, checked)
                        VALUES ('VN', 2, 'nuoc', 'Việt Nam', 'nation', '2024-12-31', 'x', 'V')
                        """).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_version_at_a_time");
    }
}
