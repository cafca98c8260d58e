package vn.thucchat.foundation.money.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.units.UnitCode;

/** The stores of who tells of which account, and how. */
@NullMarked
class ConnectionStoreTests extends MoneyStoreTest {

    private ConnectionStore store;
    private ReceivingAccountStore accounts;

    @BeforeAll
    void store() {
        store = new ConnectionStore(jdbc);
        accounts = new ReceivingAccountStore(jdbc);
    }

    @Test
    void a_connection_keeps_its_name_changes_its_secret_and_closes() {
        assertThat(store.insert(connection("tests-one", false), "sealed")).isTrue();
        assertThat(store.insert(connection("tests-one", false), "other")).isFalse();
        assertThat(store.find("tests-one").orElseThrow().secret()).isEqualTo("sealed");
        assertThat(store.secret("tests-one", "new")).isEqualTo(1);
        assertThat(store.secret("tests-none", "new")).isZero();
        assertThat(store.closed("tests-one", NOON)).isEqualTo(1);
        var kept = store.find("tests-one").orElseThrow();
        assertThat(kept.secret()).isEqualTo("new");
        assertThat(kept.connection().closedAt()).isEqualTo(NOON);
        store.closed("tests-one", null);
        assertThat(store.find("tests-one").orElseThrow().connection().closedAt())
                .isNull();
    }

    @Test
    void only_the_demonstration_s_are_closed_with_it() {
        store.insert(connection("tests-real", false), "s");
        store.insert(connection("tests-shown", true), "s");
        assertThat(store.closeSynthetic(NOON)).isEqualTo(1);
        assertThat(store.closeSynthetic(NOON)).isZero();
        assertThat(store.find("tests-real").orElseThrow().connection().closedAt())
                .isNull();
    }

    @Test
    void pages_are_of_the_units_and_go_on_where_they_ended() {
        for (String id : List.of("page-a", "page-b")) store.insert(connection(id, false), "s");
        assertThat(store.page(new String[] {UNIT}, false, "", "page-", 1))
                .extracting(Connection::id)
                .containsExactly("page-a");
        assertThat(store.page(new String[] {UNIT}, false, "", "page-a", 1))
                .extracting(Connection::id)
                .containsExactly("page-b");
        assertThat(store.page(new String[] {"05440"}, false, "", "", 10)).isEmpty();
    }

    @Test
    void heard_is_what_the_messenger_told_last_and_no_statement() {
        store.insert(connection("heard-a", false), "s");
        int account = account(UNIT, ReceivingAccount.Purpose.OWNER, "heard-a");
        moved(account, aMovement());
        moved(account, aMovement().at(NOON.plusSeconds(60)));
        moved(account, aMovement().from(Movement.Source.STATEMENT, "s").at(NOON.plusSeconds(90)));
        assertThat(store.heard(List.of("heard-a", "heard-none"))).isEqualTo(Map.of("heard-a", NOON.plusSeconds(61)));
    }

    /** A year of statements and no messenger. */
    @Test
    void what_only_statements_told_of_is_not_read_to_know_that_nobody_else_did() {
        int account = account(UNIT, ReceivingAccount.Purpose.OWNER, null);
        jdbc.sql("""
                        INSERT INTO payments.movement (account, number, id, at, day, received_at, incoming, amount, outcome,
                            synthetic, source, source_id)
                        SELECT :account, n, gen_random_uuid(), :at, '2026-11-20', :at, true, 1, 'OWNER', false, 'STATEMENT', n
                        FROM generate_series(1, 5000) AS n""")
                .param("account", account)
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("ANALYZE payments.movement").update();
        String plan = String.join(
                "\n",
                jdbc.sql("EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) " + ReceivingAccountStore.HEARD)
                        .param("numbers", new Integer[] {account})
                        .query(String.class)
                        .list());
        assertThat(plan).contains("movement_told").doesNotContain("Rows Removed by Filter");
    }

    @Test
    void an_account_is_found_by_number_connection_and_unit() {
        store.insert(connection("found-a", false), "s");
        int one = account(UNIT, ReceivingAccount.Purpose.OWNER, null);
        ReceivingAccount kept = accounts.find(one).orElseThrow();
        assertThat(accounts.find("found-a", kept.account())).isEmpty();
        assertThat(accounts.connect(one, "found-a")).isEqualTo(1);
        assertThat(accounts.find("found-a", kept.account()))
                .extracting(ReceivingAccount::number)
                .containsExactly(one);
        assertThat(accounts.find(new int[] {one, -1})).hasSize(1);
        assertThat(accounts.find(-1)).isEmpty();
        String[] unit = {UNIT};
        assertThat(accounts.page(unit, false, true, "", List.of(), one - 1, 100))
                .extracting(ReceivingAccount::number)
                .doesNotContain(one);
        for (String words : List.of("", "quan ly", kept.account().toLowerCase(java.util.Locale.ROOT)))
            assertThat(accounts.page(unit, false, false, words, List.of(), one - 1, 1))
                    .as(words)
                    .extracting(ReceivingAccount::number)
                    .containsExactly(one);
        assertThat(accounts.page(unit, false, false, "nobody of that name", List.of(), one - 1, 1))
                .isEmpty();
        assertThat(accounts.page(unit, false, false, "nobody of that name", List.of(one), one - 1, 1))
                .as("by the name of what uses it")
                .hasSize(1);
        assertThat(accounts.page(unit, true, false, "", List.of(), one - 1, 1))
                .as("real")
                .isEmpty();
        assertThat(accounts.heard(List.of(one))).isEmpty();
        moved(one, aMovement());
        assertThat(accounts.heard(List.of(one, -1)).keySet()).containsExactly(one);
        var again = List.of(new ReceivingAccounts.New(
                kept.bin(),
                kept.account(),
                "KHAC",
                new UnitCode("05440"),
                ReceivingAccount.Purpose.CHARGES,
                null,
                false));
        accounts.open(again, NOON);
        assertThat(accounts.find(again).getFirst().holder())
                .as("opened before: as it was")
                .isEqualTo("BAN QUAN LY CHO");
    }

    private static Connection connection(String id, boolean synthetic) {
        return new Connection(id, Provider.SEPAY, new UnitCode(UNIT), "Kết nối", synthetic, Instant.EPOCH, null);
    }
}
