package vn.thucchat.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Base of tests that need only the migrated database: a fresh one for each class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreTest {

    protected HikariDataSource pool;
    protected JdbcClient jdbc;
    protected TransactionTemplate transactions;

    @BeforeAll
    void openDatabase() {
        pool = TestDatabase.fresh().pool();
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @AfterAll
    void closeDatabase() {
        pool.close();
    }

    /** Lets a test begin anew on tables whose rows nobody changes otherwise. */
    protected void rewritable(String... tables) {
        for (String table : tables)
            jdbc.sql("ALTER TABLE " + table + " DISABLE TRIGGER append_only").update();
    }
}
