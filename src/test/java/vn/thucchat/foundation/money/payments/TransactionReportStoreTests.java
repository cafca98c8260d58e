package vn.thucchat.foundation.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.foundation.money.formats.StatementLine;

/** The stores of what was sent, and of what was told of a movement after a statement. */
@NullMarked
class TransactionReportStoreTests extends MoneyStoreTest {

    private static final byte[] SEALED = "sealed".getBytes(StandardCharsets.UTF_8);

    private TransactionReportStore store;
    private RemittanceStore originals;

    @BeforeAll
    void store() {
        store = new TransactionReportStore(jdbc);
        originals = new RemittanceStore(jdbc);
    }

    @Test
    void a_stated_movement_is_claimed_once_by_each_teller() {
        int account = account();
        Movement stated = kept(account, aMovement().from(Movement.Source.STATEMENT, "s1"));
        kept(account, aMovement().from(Movement.Source.STATEMENT, "s2").of(16_000));
        kept(account, aMovement().from(Movement.Source.STATEMENT, "s3").at(NOON.plus(Duration.ofDays(1))));
        kept(account, aMovement().from(Movement.Source.STATEMENT, "s4").out());
        kept(account, aMovement());
        TransactionToPost sepay = arrival(account, Movement.Source.SEPAY, "17", "FT1", 15_000);
        var alike = Set.of(new ReportedTransaction.Alike(DAY, 15_000, true));
        assertThat(store.candidates(account, Movement.Source.SEPAY, alike))
                .extracting(found -> found.movement().number())
                .containsExactly(stated.number());

        store.claim(List.of(claim(account, stated.number())), NOON);
        assertThat(store.candidates(account, Movement.Source.SEPAY, alike)).isEmpty();
        assertThat(store.candidates(account, Movement.Source.CASSO, alike))
                .singleElement()
                .extracting(TransactionReportStore.Stated::references)
                .isEqualTo(Set.of("FT1"));
        assertThat(store.referred(List.of(
                        sepay,
                        arrival(account, Movement.Source.CASSO, "17", null, 15_000),
                        arrival(account, Movement.Source.CASSO, "18", "FT1", 15_000),
                        arrival(account, Movement.Source.CASSO, "19", "FT1", 15_001),
                        arrival(account(), Movement.Source.SEPAY, "17", "FT1", 15_000))))
                .containsExactly(new MovementStore.Again(2, stated.number(), true));
        assertThatThrownBy(() -> store.claim(List.of(claim(account, 2)), NOON))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_statement_says_several_references_of_a_movement_and_each_once() {
        int account = account();
        Movement told = kept(account, aMovement().referring("FT1"));
        Movement other = kept(account, aMovement().referring("FT2"));
        var tx = new TransactionReports.Claim(account, told.number(), Movement.Source.STATEMENT, "s1", "TX1");
        var again = new TransactionReports.Claim(account, other.number(), Movement.Source.STATEMENT, "s1", "TX1");
        var ar = new TransactionReports.Claim(account, told.number(), Movement.Source.STATEMENT, "s2", "AR1");
        store.refer(List.of(tx, ar), NOON);
        store.refer(List.of(again), NOON);
        assertThat(originals.alike(account, Set.of(new ReportedTransaction.Alike(DAY, 15_000, true))))
                .extracting(RemittanceStore.Kept::references)
                .containsExactly(Set.of("FT1", "TX1", "AR1"), Set.of("FT2"));
        var line = new StatementLine(
                "1", DAY, null, StatementLine.Direction.IN, 15_000, "ZZ", Set.of("TX1", "FT2"), "", null, null, false);
        var known = new StatedMovementStore(jdbc);
        assertThat(known.referred(account, Map.of(3, line)))
                .containsExactly(
                        new StatedMovementStore.Referred(3, told.number(), Set.of("FT1", "TX1", "AR1")),
                        new StatedMovementStore.Referred(3, other.number(), Set.of("FT2")));
        var nextDay = new StatementLine(
                "1", DAY.plusDays(1), null, StatementLine.Direction.IN, 15_000, "TX1", Set.of(), "", null, null, false);
        assertThat(known.referred(account, Map.of(0, nextDay)))
                .as("used anew the next day")
                .isEmpty();
        assertThat(known.placed(account, List.of("s2", "s9"))).containsExactlyEntriesOf(Map.of(0, told.number()));
    }

    @Test
    void originals_are_found_with_what_a_messenger_told_and_forgotten_with_time() {
        int account = account();
        Movement told = kept(account, aMovement());
        kept(account, aMovement().from(Movement.Source.STATEMENT, "s1"));
        assertThat(originals.find(account, told.number())).contains(SEALED);
        assertThat(originals.find(account, 99)).isEmpty();
        assertThat(originals.alike(account, Set.of(new ReportedTransaction.Alike(DAY, 15_000, true))))
                .extracting(found -> found.movement().number())
                .containsExactly(told.number());
        assertThat(originals.forget(told.receivedAt(), 10)).isZero();
        assertThat(originals.forget(told.receivedAt().plusSeconds(1), 1)).isEqualTo(1);
        originals.forget(told.receivedAt().plusSeconds(1), 100);
        assertThat(originals.find(account, told.number())).isEmpty();
    }

    @Test
    void what_is_known_of_a_day_is_listed_but_what_the_teller_itself_told_of() {
        int account = account();
        Movement told = kept(account, aMovement().referring("000123"));
        Movement stated =
                kept(account, aMovement().from(Movement.Source.STATEMENT, "s1").referring("77"));
        Movement again = kept(account, aMovement().from(Movement.Source.STATEMENT, "s2"));
        kept(account, aMovement().of(15_001));
        store.claim(List.of(claim(account, again.number())), NOON);
        var known = new StatedMovementStore(jdbc);
        var alike = Set.of(new ReportedTransaction.Alike(DAY, 15_000, true));
        var second = new StatedMovementStore.Known(stated.number(), DAY, true, 15_000, true, Set.of("77"));
        assertThat(known.known(account, Movement.Source.STATEMENT, alike))
                .containsExactly(
                        new StatedMovementStore.Known(told.number(), DAY, false, 15_000, true, Set.of("000123")),
                        second,
                        new StatedMovementStore.Known(again.number(), DAY, true, 15_000, true, Set.of("FT1")));
        assertThat(known.known(account, Movement.Source.SEPAY, alike)).containsExactly(second);
    }

    /** Half a year of statements, and a file that lost the zeros of a day's references. */
    @Test
    void each_day_is_read_once_however_many_reports_are_looked_for() {
        int account = account();
        jdbc.sql("""
                        INSERT INTO payments.movement (account, number, id, at, day, received_at, incoming, amount, outcome,
                            synthetic, source, source_id)
                        SELECT :account, n, gen_random_uuid(), :at, date '2026-05-01' + n / 100, :at, true, n, 'UNMATCHED',
                            false, 'STATEMENT', n
                        FROM generate_series(1, 20000) AS n""")
                .param("account", account)
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("ANALYZE payments.movement").update();
        var alike = new ArrayList<ReportedTransaction.Alike>();
        for (int days = 0; days < 7; days++)
            for (int line = 0; line < 50; line++)
                alike.add(new ReportedTransaction.Alike(DAY.minusDays(days), 15_000 + line, true));
        var known = StatedMovementStore.knowing(
                jdbc.sql("EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) " + StatedMovementStore.KNOWN),
                account,
                Movement.Source.STATEMENT,
                alike);
        List<String> plan = known.query((row, index) -> row.getString(1)).list();
        assertThat(String.join("\n", plan)).contains("day = ANY").doesNotContain("Rows Removed by Filter");
        assertThat(plan)
                .filteredOn(line -> line.contains("movement_day"))
                .singleElement(STRING)
                .contains("loops=1)");
    }

    private static TransactionReports.Claim claim(int account, long number) {
        return new TransactionReports.Claim(account, number, Movement.Source.SEPAY, "17", "FT1");
    }

    private Movement kept(int account, AMovement like) {
        Movement movement = moved(account, like);
        new MovementStore(template()).keep(Map.of(movement, SEALED));
        return movement;
    }
}
