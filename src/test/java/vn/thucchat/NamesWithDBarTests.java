package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;

/** Names that were stored with the capital eth are found as those with Đ are. */
@NullMarked
class NamesWithDBarTests extends StoreTest {

    private static final String ETH = "\u00D0";

    @Test
    void stored_names_get_the_vietnamese_letter_and_keep_all_else() throws IOException {
        jdbc.sql("INSERT INTO units.collection (name, hash, shipped, loaded_at, loaded_by)"
                        + " VALUES ('d-bar', repeat('0', 64), false, 'epoch', 'x')")
                .update();
        jdbc.sql("""
                INSERT INTO units.version (code, ordinal, collection, name, kind, parent, source, checked)
                VALUES ('99001', 1, 'd-bar', :eth, 'commune', '99', 'x', 'R'), ('99002', 1, 'd-bar', 'Xã Đoài', 'commune',
                    '99', 'x', 'R')""").param("eth", "Xã " + ETH + "oài").update();
        jdbc.sql("""
                INSERT INTO market.market (id, code, name, unit, address, opened_on, synthetic)
                VALUES ('00000000-0000-0000-0000-00000000000d', 'cho-d', :name, '99001', '', '2026-01-01', false)
                """).param("name", "Chợ " + ETH + "u").update();
        jdbc.sql("""
                INSERT INTO market.trader (market, id, kind, name, sought, joined_on, synthetic)
                VALUES ('00000000-0000-0000-0000-00000000000d', '00000000-0000-0000-0000-0000000000d1', 'PERSON', :name,
                    :sought, '2026-01-01', false)
                """)
                .param("name", ETH + "ặng Thị Thử")
                .param("sought", "\u00F0ang thi thu")
                .update();
        for (String file :
                new String[] {"units/V202611290200__names_with_d_bar.sql", "market/V202611290201__names_with_d_bar.sql"
                })
            for (String statement : Files.readString(Path.of("src/main/resources/db/migration", file))
                    .split(";\n", -1))
                if (!statement.isBlank()) jdbc.sql(statement).update();
        assertThat(jdbc.sql("SELECT DISTINCT name FROM units.version WHERE collection = 'd-bar'")
                        .query(String.class)
                        .list())
                .containsExactly("Xã Đoài");
        assertThat(jdbc.sql("SELECT name || '|' || sought FROM market.trader WHERE sought LIKE 'dang%'")
                        .query(String.class)
                        .list())
                .containsExactly("Đặng Thị Thử|dang thi thu");
        assertThat(jdbc.sql("SELECT name FROM market.market WHERE code = 'cho-d'")
                        .query(String.class)
                        .single())
                .isEqualTo("Chợ Đu");
    }
}
