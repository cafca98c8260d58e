package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.economy.market.till.PaymentNote.Kind;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Result;

/** Two tabs and two taps are told apart, and a refund that was asked for can always be answered. */
@MarketTest
@NullMarked
class PaymentNotesTests {

    private static final String WAITING = """
            SELECT EXISTS (SELECT 1 FROM pg_stat_activity
            WHERE datname = current_database() AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))""";

    @Autowired
    TillFixture fixture;

    @Autowired
    StallReceipts takings;

    @Autowired
    Payments payments;

    @Autowired
    Receipts receipts;

    @Autowired
    PaymentNotes notes;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private TillFixture.Opened opened;
    private Receipts.Receipt receipt;

    @BeforeEach
    void a_buyer_pays() {
        opened = fixture.open();
        fixture.pay(opened, 35_000, "");
        Till till = takings.till(opened.trader(), opened.stall().id()).orElseThrow();
        UUID payment =
                takings.day(till, opened.today(), null, 1).lines().getFirst().id();
        receipt = payments.find(payment).flatMap(receipts::of).orElseThrow();
    }

    @Test
    void of_two_tabs_one_asks_and_one_answers() throws Exception {
        assertThat(atOnce(() -> write(Kind.REFUND_ASKED, ""), () -> write(Kind.REFUND_ASKED, "")))
                .hasExactlyElementsOfTypes(Result.Done.class, Result.Stale.class);
        assertThat(atOnce(() -> write(Kind.REFUND_DONE, ""), () -> write(Kind.REFUND_REFUSED, "")))
                .hasExactlyElementsOfTypes(Result.Done.class, Result.Stale.class);
        assertThat(kinds()).containsExactly(Kind.REFUND_ASKED, Kind.REFUND_DONE);
    }

    @Test
    void a_form_sent_twice_is_written_down_once() throws Exception {
        UUID key = UUID.randomUUID();
        List<Result> both = atOnce(() -> write(Kind.NOTE, "chị Lan", key), () -> write(Kind.NOTE, " chị Lan", key));
        assertThat(both.getFirst()).isInstanceOf(Result.Done.class).isEqualTo(both.getLast());
        assertThat(kinds()).containsExactly(Kind.NOTE);
        assertThat(write(Kind.NOTE, "chị Hoa", key)).as("other words").isInstanceOf(Result.Stale.class);
        assertThat(write(Kind.NOTE, "chị Lan")).as("meant twice").isInstanceOf(Result.Done.class);
    }

    @Test
    void a_refund_is_answered_beside_however_many_notes() {
        assertThat(write(Kind.REFUND_ASKED, "")).isInstanceOf(Result.Done.class);
        for (int i = 0; i < 49; i++) assertThat(write(Kind.NOTE, "n" + i)).isInstanceOf(Result.Done.class);
        assertThat(write(Kind.NOTE, "x")).isInstanceOf(Result.Invalid.class);
        assertThat(write(Kind.REFUND_DONE, "")).isInstanceOf(Result.Done.class);
        assertThat(kinds()).as("the answer is read too").hasSize(51).endsWith(Kind.REFUND_DONE);
        assertThat(write(Kind.REFUND_ASKED, "")).isInstanceOf(Result.Invalid.class);
    }

    /** The second while what the first did is not committed yet. */
    private List<Result> atOnce(Callable<Result> first, Callable<Result> second) throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            var done = new ArrayList<Result>();
            Future<Result> later = transactions.execute(_ -> {
                try {
                    done.add(first.call());
                    Future<Result> running = other.submit(second);
                    // it ends, or waits for this transaction
                    while (!running.isDone() && !waiting()) Thread.sleep(10);
                    return running;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            done.add(Objects.requireNonNull(later).get(10, TimeUnit.SECONDS));
            return done;
        }
    }

    private boolean waiting() {
        return jdbc.sql(WAITING).query(Boolean.class).single();
    }

    private Result write(Kind kind, String text) {
        return write(kind, text, UUID.randomUUID());
    }

    private Result write(Kind kind, String text, UUID key) {
        return notes.add(opened.trader(), receipt, kind, text, key);
    }

    private List<Kind> kinds() {
        return notes.of(opened.trader(), receipt).stream()
                .map(PaymentNote::kind)
                .toList();
    }
}
