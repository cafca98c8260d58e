package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.accounts.StoredAccounts;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.StoreTest;

/** Base of tests of the stores of money: accounts, movements and what is asked for, built as a test needs them. */
@NullMarked
public abstract class MoneyStoreTest extends StoreTest {

    public static final String UNIT = "05437";
    public static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
    public static final LocalDate DAY = BusinessTime.day(NOON);
    private static final AtomicInteger COUNT = new AtomicInteger(1000);

    /** A movement as most are: {@code aMovement().of(amount).sourced("17")}. */
    public record AMovement(
            long amountVnd,
            boolean incoming,
            Instant at,
            MatchStatus outcome,
            Movement.Source source,
            String sourceId,
            @Nullable String reference,
            @Nullable String code) {

        public AMovement of(long amount) {
            return new AMovement(amount, incoming, at, outcome, source, sourceId, reference, code);
        }

        public AMovement out() {
            return new AMovement(amountVnd, false, at, MatchStatus.IGNORED_DEBIT, source, sourceId, reference, code);
        }

        public AMovement at(Instant when) {
            return new AMovement(amountVnd, incoming, when, outcome, source, sourceId, reference, code);
        }

        public AMovement was(MatchStatus what) {
            return new AMovement(amountVnd, incoming, at, what, source, sourceId, reference, code);
        }

        public AMovement from(Movement.Source teller, String id) {
            return new AMovement(amountVnd, incoming, at, outcome, teller, id, reference, code);
        }

        public AMovement referring(String bank) {
            return new AMovement(amountVnd, incoming, at, outcome, source, sourceId, bank, code);
        }

        public AMovement naming(String what) {
            return new AMovement(amountVnd, incoming, at, outcome, source, sourceId, reference, what);
        }
    }

    public static AMovement aMovement() {
        return new AMovement(
                15_000,
                true,
                NOON,
                MatchStatus.UNMATCHED,
                Movement.Source.SEPAY,
                "id " + COUNT.incrementAndGet(),
                null,
                null);
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(pool);
    }

    public int account() {
        return account(UNIT, ReceivingAccount.Purpose.CHARGES, null);
    }

    public int account(String unit, ReceivingAccount.Purpose purpose, @Nullable String connection) {
        return new StoredAccounts(jdbc)
                .open(
                        new ReceivingAccounts.New(
                                "970436",
                                "55" + COUNT.incrementAndGet(),
                                "BAN QUAN LY CHO",
                                new UnitCode(unit),
                                purpose,
                                connection,
                                false),
                        NOON);
    }

    /** Stores it as the account's next. */
    public Movement moved(int account, AMovement like) {
        var store = new MovementStore(template());
        return java.util.Objects.requireNonNull(transactions.execute(_ -> {
            var count = java.util.Objects.requireNonNull(
                    store.lock(List.of(account)).get(account));
            var movement = new Movement(
                    account,
                    count.last() + 1,
                    UUID.randomUUID(),
                    like.at,
                    BusinessTime.day(like.at),
                    like.at.plusSeconds(1),
                    like.incoming,
                    like.amountVnd,
                    like.outcome,
                    like.source,
                    like.sourceId,
                    like.reference,
                    like.code,
                    false);
            store.insert(List.of(movement));
            store.count(java.util.Map.of(account, count.and(movement)));
            return movement;
        }));
    }

    public static Payable asked(int account, String code, long amountVnd) {
        return new Payable(
                account,
                code,
                amountVnd,
                0,
                NOON.plusSeconds(86_400),
                NOON,
                Payable.State.OPEN,
                "tests.thing",
                UUID.randomUUID(),
                "Tiền thuê quầy",
                false);
    }

    public static TransactionToPost arrival(
            int account, Movement.Source source, String id, @Nullable String reference, long amountVnd) {
        return new TransactionToPost(
                new ReceivingAccount(
                        account,
                        "970436",
                        "1",
                        "BAN QUAN LY CHO",
                        new UnitCode(UNIT),
                        ReceivingAccount.Purpose.CHARGES,
                        null,
                        false),
                new BankTransaction(List.of("1"), true, amountVnd, NOON, id, reference, "", null, null, false),
                source,
                null);
    }
}
