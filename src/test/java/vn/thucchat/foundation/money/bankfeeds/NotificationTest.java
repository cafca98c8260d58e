package vn.thucchat.foundation.money.bankfeeds;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;

/** Base of the tests of notifications at the front door: accounts with a connection, and what is sent to it. */
@ApplicationTest
@NullMarked
public abstract class NotificationTest {

    public static final UnitCode UNIT = new UnitCode("05437");
    public static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    public MockMvc mvc;

    @Autowired
    public Connections connections;

    @Autowired
    public ReceivingAccounts accounts;

    @Autowired
    public Payables payables;

    @Autowired
    public Payments payments;

    @Autowired
    public Ledger ledger;

    @Autowired
    public JdbcClient jdbc;

    public String from;

    @BeforeEach
    public void open() {
        int number = NUMBER.incrementAndGet();
        // refusals are counted by network
        from = "10.77.%d.%d".formatted(number / 250, number % 250 + 1);
    }

    public Movement last(ReceivingAccount account) {
        return payments.after(Map.of(account.number(), 0L), 1_000).getLast();
    }

    public Map<String, Long> balances(ReceivingAccount account) {
        var balances = new java.util.HashMap<String, Long>();
        ledger.balances(account.number(), today()).forEach(b -> balances.put(b.name(), b.amountVnd()));
        return balances;
    }

    public static LocalDate today() {
        return TestTime.today();
    }

    public Payable ask(ReceivingAccount account, long amountVnd) {
        return ask(account, amountVnd, UUID.randomUUID());
    }

    public Payable ask(ReceivingAccount account, long amountVnd, UUID what) {
        return payables.ask(
                        List.of(asked(account, amountVnd, what, TestTime.now().plusSeconds(86_400))))
                .getFirst();
    }

    public static Payables.Asked asked(ReceivingAccount account, long amountVnd, UUID what, Instant due) {
        return new Payables.Asked(account.number(), amountVnd, due, "tests.thing", what, "Tiền thuê quầy", false);
    }

    public ReceivingAccount account(Provider provider, ReceivingAccount.Purpose purpose) {
        int number = NUMBER.incrementAndGet();
        String id = "tests-" + number;
        connections.put(new Connection(id, provider, UNIT, "Kết nối thử", false, TestTime.now(), null), Teller.SECRET);
        return accounts.open(List.of(new ReceivingAccounts.New(
                        "970436", "8800" + number, "NGUYEN THI CHO", UNIT, purpose, id, false)))
                .getFirst();
    }

    public int send(ReceivingAccount account, Teller teller) throws Exception {
        String body = teller.body();
        return send(account, body, teller.headers(body));
    }

    public int send(ReceivingAccount account, String body, Map<String, String> headers) throws Exception {
        return send(java.util.Objects.requireNonNull(account.connection()), body, headers);
    }

    public int send(String connection, String body, Map<String, String> headers) throws Exception {
        var request = post("/api/v1/payments/notifications/" + connection)
                .contentType("application/json")
                .content(body)
                .with(sent -> {
                    sent.setRemoteAddr(from);
                    return sent;
                });
        headers.forEach(request::header);
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }
}
