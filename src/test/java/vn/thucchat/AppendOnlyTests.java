package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.ApplicationRole;
import vn.thucchat.testing.StoreTest;

/** What is append-only is so by the database's own word: by rights for the application, by triggers for its owner. */
@NullMarked
class AppendOnlyTests extends StoreTest {

    private HikariDataSource applicationPool;
    private JdbcClient application;

    @BeforeAll
    void comeAsTheApplication() {
        applicationPool = new HikariDataSource();
        applicationPool.setJdbcUrl(pool.getJdbcUrl().replace("?user=postgres", ""));
        applicationPool.setUsername(ApplicationRole.NAME);
        applicationPool.setMaximumPoolSize(1);
        application = JdbcClient.create(applicationPool);
    }

    @AfterAll
    void leave() {
        applicationPool.close();
    }

    /** The tables that hold what was done, paid, reported and published. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts.fact",
                "identity.access_log",
                "identity.access_log_seal",
                "payments.movement",
                "payments.transfer",
                "payments.cash_receipt",
                "calendar.stated_day",
                "calendar.stated_hours",
                "indicators.figure",
                "notify.attempt"
            })
    void rows_are_added_and_never_changed(String table) {
        for (String right : List.of("SELECT", "INSERT"))
            assertThat(may(table, right)).as(right).isTrue();
        for (String right : List.of("UPDATE", "DELETE", "TRUNCATE", "TRIGGER"))
            assertThat(may(table, right)).as(right).isFalse();
        assertThatThrownBy(() -> application.sql("DELETE FROM " + table).update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM " + table).update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("TRUNCATE " + table + " CASCADE").update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void the_application_owns_nothing_and_is_nobody_of_power() {
        assertThat(jdbc.sql("""
                        SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls
                        FROM pg_roles WHERE rolname = 'thucchat'""").query(Boolean.class).single()).isFalse();
        assertThat(jdbc.sql("SELECT relname FROM pg_class WHERE relowner = 'thucchat'::regrole")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThatThrownBy(() ->
                        application.sql("CREATE TABLE facts.mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        application.sql("COPY (SELECT 1) TO PROGRAM 'true'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application
                        .sql("SELECT ground.append_only('market.market')")
                        .query((row, number) -> true)
                        .list())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private boolean may(String table, String right) {
        return jdbc.sql("SELECT has_table_privilege('thucchat', :table, :right)")
                .param("table", table)
                .param("right", right)
                .query(Boolean.class)
                .single();
    }
}
