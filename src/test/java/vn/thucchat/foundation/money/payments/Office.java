package vn.thucchat.foundation.money.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestTime;

/** An office of the tests: opens accounts of a ward, asks for money and hears from a bank. */
@NullMarked
public final class Office {

    public static final UnitCode UNIT = new UnitCode("05437");
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

    private final ApplicationContext application;

    public Office(ApplicationContext application) {
        this.application = application;
    }

    public <T> T the(Class<T> service) {
        return application.getBean(service);
    }

    public ReceivingAccount account() {
        return account(Provider.SEPAY, UNIT);
    }

    public ReceivingAccount account(Provider provider, UnitCode unit) {
        return account(provider, unit, ReceivingAccount.Purpose.CHARGES, false);
    }

    public ReceivingAccount account(
            Provider provider, UnitCode unit, ReceivingAccount.Purpose purpose, boolean synthetic) {
        int number = NUMBER.incrementAndGet();
        String id = "office-" + number;
        the(Connections.class)
                .put(new Connection(id, provider, unit, "Kết nối thử", synthetic, TestTime.now(), null), Teller.SECRET);
        return the(ReceivingAccounts.class)
                .open(List.of(new ReceivingAccounts.New(
                        "970436", "77" + number, "BAN QUAN LY CHO", unit, purpose, id, synthetic)))
                .getFirst();
    }

    public Payable ask(ReceivingAccount account, long amountVnd) {
        return the(Payables.class)
                .ask(List.of(new Payables.Asked(
                        account.number(),
                        amountVnd,
                        TestTime.now().plusSeconds(86_400),
                        "tests.thing",
                        UUID.randomUUID(),
                        "Tiền thuê quầy",
                        account.synthetic())))
                .getFirst();
    }

    public Payable now(Payable payable) {
        return the(Payables.class).find(payable.code()).orElseThrow();
    }

    /** Hears of a payment; the movement that it became. */
    public Movement hear(ReceivingAccount account, Teller teller) {
        String body = teller.body();
        var receipt = the(Notifications.class)
                .take(
                        Objects.requireNonNull(account.connection()),
                        teller.headers(body),
                        body.getBytes(StandardCharsets.UTF_8));
        assertThat(receipt).isInstanceOf(Notifications.Receipt.Taken.class);
        return movements(account).getLast();
    }

    public Movement hear(ReceivingAccount account, long amountVnd, String memo) {
        return hear(account, Teller.sepay(account.account()).amount(amountVnd).memo(memo));
    }

    public List<Movement> movements(ReceivingAccount account) {
        return the(Payments.class).after(Map.of(account.number(), 0L), 10_000);
    }

    public long balance(ReceivingAccount account, String name) {
        var balances = the(Ledger.class).balances(account.number(), TestTime.today());
        assertThat(balances.stream().mapToLong(Ledger.Balance::amountVnd).sum())
                .as("the books are balanced")
                .isZero();
        return balances.stream()
                .filter(balance -> balance.name().equals(name))
                .mapToLong(Ledger.Balance::amountVnd)
                .sum();
    }

    public long logged(String action, String object) {
        return the(JdbcClient.class)
                .sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND object = :object")
                .param("action", action)
                .param("object", object)
                .query(Long.class)
                .single();
    }
}
