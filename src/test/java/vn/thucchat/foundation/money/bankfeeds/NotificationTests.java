package vn.thucchat.foundation.money.bankfeeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.testing.TestTime;

/** Notifications at the front door, to the rows that they leave. */
@NullMarked
class NotificationTests extends NotificationTest {

    @ParameterizedTest
    @EnumSource
    void each_provider_tells_of_a_traders_payment_once(Provider provider) throws Exception {
        ReceivingAccount account = account(provider, ReceivingAccount.Purpose.OWNER);
        Teller teller = Teller.of(provider, account.account()).memo("mua rau");

        assertThat(send(account, teller)).isEqualTo(200);
        assertThat(send(account, teller)).as("again").isEqualTo(200);

        List<Movement> there = payments.after(Map.of(account.number(), 0L), 10);
        assertThat(there).singleElement().satisfies(movement -> {
            assertThat(movement.outcome()).isEqualTo(MatchStatus.OWNER);
            assertThat(movement.amountVnd()).isEqualTo(15_000);
            assertThat(movement.number()).isEqualTo(1);
        });
        assertThat(payments.total(List.of(account.number()), today(), today()))
                .isEqualTo(new Payments.Total(1, 15_000));
        assertThat(payments.find(there.getFirst().id())).contains(there.getFirst());
        assertThat(payments.find(account.number(), 1)).contains(there.getFirst());
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 1L);
    }

    @Test
    void who_paid_is_kept_sealed_only() throws Exception {
        ReceivingAccount account = account(Provider.CASSO, ReceivingAccount.Purpose.OWNER);
        send(account, Teller.of(Provider.CASSO, account.account()).memo("NGUYEN VAN A chuyen tien"));

        String rows = jdbc.sql("""
                        SELECT string_agg(m::text, ' ') || string_agg(encode(o.sealed, 'escape'), ' ')
                        FROM payments.movement m JOIN payments.original o USING (account, number)
                        WHERE account = :account""")
                .param("account", account.number())
                .query(String.class)
                .single();
        assertThat(rows).doesNotContain("NGUYEN").doesNotContain("8888888888").contains("OWNER");
    }

    @Test
    void a_charge_is_paid_by_its_code_and_the_books_say_so() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.CHARGES);
        Payable rent = ask(account, 200_000);
        assertThat(ask(account, 200_000, rent.originId())).as("asked again").isEqualTo(rent);

        send(account, Teller.sepay(account.account()).amount(200_000).memo("MBVCB.1." + rent.code() + " tien quay"));

        assertThat(payables.find(rent.code())).map(Payable::state).contains(Payable.State.PAID);
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.MATCHED);
        assertThat(balances(account))
                .containsEntry("bank", 200_000L)
                .containsEntry("income", -200_000L)
                .containsEntry("owed", 0L);
    }

    @Test
    void what_is_not_exact_waits_for_somebody() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.CHARGES);
        ReceivingAccount other = account(Provider.SEPAY, ReceivingAccount.Purpose.CHARGES);
        Payable rent = ask(account, 200_000);
        Payable elsewhere = ask(other, 70_000);

        send(account, Teller.sepay(account.account()).amount(50_000).memo(rent.code()));
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.UNDERPAID);
        send(account, Teller.sepay(account.account()).amount(180_000).memo(rent.code()));
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.OVERPAID);
        send(account, Teller.sepay(account.account()).amount(200_000).memo(rent.code()));
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.DUPLICATE);
        send(account, Teller.sepay(account.account()).amount(70_000).memo(elsewhere.code()));
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.WRONG_ACCOUNT);
        send(account, Teller.sepay(account.account()).amount(9_000).memo("chuyen tien"));
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.UNMATCHED);
        send(account, Teller.sepay(account.account()).amount(5_000).with("transferType", "out"));
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.IGNORED_DEBIT);

        assertThat(jdbc.sql(
                                "SELECT outcome || ' ' || waiting FROM payments.finding WHERE account = :a ORDER BY movement")
                        .param("a", account.number())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "UNDERPAID 0", "OVERPAID 30000", "DUPLICATE 200000", "WRONG_ACCOUNT 70000", "UNMATCHED 9000");
        assertThat(balances(account))
                .containsEntry("bank", 504_000L)
                .containsEntry("out", 5_000L)
                .containsEntry("suspense", -309_000L)
                .containsEntry("income", -200_000L)
                .containsEntry("owed", 0L);
        assertThat(payables.find(elsewhere.code())).map(Payable::paidVnd).contains(0L);
    }

    @Test
    void a_late_payment_pays_and_a_cancelled_charge_is_not_paid() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.CHARGES);
        Payable late = payables.ask(List.of(
                        asked(account, 80_000, UUID.randomUUID(), TestTime.now().minusSeconds(5))))
                .getFirst();
        send(account, Teller.sepay(account.account()).amount(80_000).memo(late.code()));
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.LATE);
        assertThat(payables.find(late.code())).map(Payable::state).contains(Payable.State.PAID);

        Payable dropped = ask(account, 60_000);
        assertThat(payables.cancel(List.of(dropped))).isEqualTo(1);
        assertThat(payables.cancel(List.of(dropped))).isZero();
        send(account, Teller.sepay(account.account()).amount(60_000).memo(dropped.code()));
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.UNMATCHED);
        assertThat(balances(account)).containsEntry("suspense", -60_000L).containsEntry("owed", 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "transferAmount, -15000, 422",
        "transferAmount, 0, 422",
        "transferAmount, 15000.5, 422",
        "transferAmount, 1e400, 422",
        "transferAmount, 99999999999999999999, 422",
        "transferType, sideways, 422",
        "transactionDate, 2099-01-01 00:00:00, 422",
        "transactionDate, yesterday, 422"
    })
    void what_makes_no_sense_changes_nothing(String field, String value, int status) throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        Object put = field.equals("transferAmount") ? new java.math.BigDecimal(value) : value;
        assertThat(send(account, Teller.sepay(account.account()).with(field, put)))
                .isEqualTo(status);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 0L);
    }

    @Test
    void what_is_not_proved_changes_nothing() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        ReceivingAccount foreign = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        Teller teller = Teller.sepay(account.account());

        assertThat(send(account, teller.secret("not the secret"))).isEqualTo(401);
        assertThat(send(
                        account,
                        Teller.sepay(account.account()).signedAt(TestTime.now().minusSeconds(310))))
                .isEqualTo(401);
        assertThat(send(
                        account,
                        Teller.sepay(account.account()).signedAt(TestTime.now().plusSeconds(310))))
                .isEqualTo(401);
        assertThat(send(account, Teller.sepay(foreign.account())))
                .as("an account of another connection: stored, and on nobody's account")
                .isEqualTo(200);
        assertThat(payments.last(List.of(foreign.number()))).containsEntry(foreign.number(), 0L);
        String body = Teller.sepay(account.account()).body();
        Map<String, String> headers = Teller.sepay(account.account()).headers(body);
        assertThat(send(account, body.replace("15000", "95000"), headers))
                .as("an altered byte")
                .isEqualTo(401);
        for (String broken :
                List.of("", "[]", "nothing", "{\"a\":1}{\"b\":2}", "{\"id\":1,\"id\":2}", "[".repeat(5_000)))
            assertThat(send(account, broken, Teller.sepay("1").headers(broken)))
                    .as(broken)
                    .isEqualTo(400);
        assertThat(send(account, "x".repeat(10_000_000), Map.of())).isEqualTo(413);
        assertThat(send("no-such-connection", body, headers)).isEqualTo(404);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 0L);
    }

    @Test
    void whoever_forges_too_often_has_to_wait_and_what_proves_itself_is_taken_all_the_same() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        for (int i = 0; i < 60; i++)
            assertThat(send(account, Teller.sepay(account.account()).secret("guess number " + i)))
                    .isEqualTo(401);
        assertThat(send(account, Teller.sepay(account.account()).secret("one more")))
                .isEqualTo(429);
        assertThat(send(account, Teller.sepay(account.account()))).isEqualTo(200);
        from = "10.78.1.1";
        assertThat(send(account, Teller.sepay(account.account()).secret("from elsewhere")))
                .as("another network")
                .isEqualTo(401);
    }

    @Test
    void guesses_at_names_are_counted_together() throws Exception {
        for (int i = 0; i < 60; i++)
            assertThat(send("guess-" + i)).as("a name that nobody has").isEqualTo(404);
        assertThat(send("guess-60")).isEqualTo(429);
        assertThat(send("x".repeat(5_000))).isEqualTo(429);
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        assertThat(send(account, Teller.sepay(account.account())))
                .as("who is known is heard still")
                .isEqualTo(200);
    }

    @Test
    void the_door_is_for_sending_only() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        for (var method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)) {
            var response = mvc.perform(request(method, "/api/v1/payments/notifications/" + account.connection()))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(method.name()).isEqualTo(405);
            assertThat(response.getHeader("Allow")).isEqualTo("POST");
            assertThat(response.getContentType()).contains("application/problem+json");
        }
    }

    private int send(String connection) throws Exception {
        return mvc.perform(post("/api/v1/payments/notifications/" + connection)
                        .contentType("application/json")
                        .content("{}")
                        .with(request -> {
                            request.setRemoteAddr(from);
                            return request;
                        }))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void providers_may_try_whether_somebody_listens() throws Exception {
        ReceivingAccount payos = account(Provider.PAYOS, ReceivingAccount.Purpose.OWNER);
        Teller trial =
                Teller.of(Provider.PAYOS, "12345678").with("orderCode", 123).memo("VQRIO123");
        assertThat(send(payos, trial)).isEqualTo(200);
        assertThat(payments.last(List.of(payos.number()))).containsEntry(payos.number(), 0L);
    }

    @Test
    void many_at_once_are_numbered_without_a_gap_and_duplicates_are_one() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.CHARGES);
        Payable rent = ask(account, 15_000);
        var tellers = new ArrayList<Teller>();
        for (int i = 0; i < 60; i++) tellers.add(Teller.sepay(account.account()).memo(i % 10 == 0 ? rent.code() : ""));
        var sendings = new ArrayList<Callable<Integer>>();
        for (Teller teller : tellers) for (int twice = 0; twice < 2; twice++) sendings.add(() -> send(account, teller));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> sent : threads.invokeAll(sendings))
                assertThat(sent.get()).isEqualTo(200);
        }
        List<Movement> there = payments.after(Map.of(account.number(), 0L), 1_000);
        assertThat(there).hasSize(60);
        assertThat(there.getLast().number()).isEqualTo(60);
        assertThat(there).filteredOn(m -> m.outcome() == MatchStatus.MATCHED).hasSize(1);
        assertThat(there).filteredOn(m -> m.outcome() == MatchStatus.DUPLICATE).hasSize(5);
        assertThat(balances(account).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
    }

    @Test
    void a_day_is_read_page_by_page() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        for (int i = 0; i < 5; i++)
            send(account, Teller.sepay(account.account()).at(TestTime.local().minusDays(i % 2)));
        var from = today().minusDays(1);
        List<Movement> first = payments.page(account.number(), from, today(), null, 3);
        var cursor = new Payments.Cursor(first.getLast().day(), first.getLast().number());
        List<Movement> rest =
                payments.page(account.number(), from, today(), Payments.Cursor.parse(cursor.toString()), 3);
        assertThat(first).extracting(Movement::number).containsExactly(5L, 3L, 1L);
        assertThat(rest).extracting(Movement::number).containsExactly(4L, 2L);
    }
}
