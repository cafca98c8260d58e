package vn.thucchat.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.ApplicationTest;

/** Notifications at the front door, to the rows that they leave. */
@ApplicationTest
@NullMarked
class NotificationTests {

    private static final UnitCode UNIT = new UnitCode("05437");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    Connections connections;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    Payables payables;

    @Autowired
    Payments payments;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private String from;

    @BeforeEach
    void open() {
        int number = NUMBER.incrementAndGet();
        // refusals are counted by network
        from = "10.77.%d.%d".formatted(number / 250, number % 250 + 1);
    }

    @ParameterizedTest
    @EnumSource
    void each_provider_tells_of_a_traders_payment_once(Provider provider) throws Exception {
        ReceivingAccount account = account(provider, ReceivingAccount.Purpose.OWNER);
        Teller teller = Teller.of(provider, account.account()).memo("mua rau");

        assertThat(send(account, teller)).isEqualTo(200);
        assertThat(send(account, teller)).as("again").isEqualTo(200);

        List<Movement> there = payments.after(Map.of(account.number(), 0L), 10);
        assertThat(there).singleElement().satisfies(movement -> {
            assertThat(movement.outcome()).isEqualTo(Outcome.OWNER);
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
        assertThat(last(account).outcome()).isEqualTo(Outcome.MATCHED);
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
        assertThat(last(account).outcome()).isEqualTo(Outcome.UNDERPAID);
        send(account, Teller.sepay(account.account()).amount(180_000).memo(rent.code()));
        assertThat(last(account).outcome()).isEqualTo(Outcome.OVERPAID);
        send(account, Teller.sepay(account.account()).amount(200_000).memo(rent.code()));
        assertThat(last(account).outcome()).isEqualTo(Outcome.DUPLICATE);
        send(account, Teller.sepay(account.account()).amount(70_000).memo(elsewhere.code()));
        assertThat(last(account).outcome()).isEqualTo(Outcome.WRONG_ACCOUNT);
        send(account, Teller.sepay(account.account()).amount(9_000).memo("chuyen tien"));
        assertThat(last(account).outcome()).isEqualTo(Outcome.UNMATCHED);
        send(account, Teller.sepay(account.account()).amount(5_000).with("transferType", "out"));
        assertThat(last(account).outcome()).isEqualTo(Outcome.IGNORED_DEBIT);

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
                        asked(account, 80_000, UUID.randomUUID(), Instant.now().minusSeconds(5))))
                .getFirst();
        send(account, Teller.sepay(account.account()).amount(80_000).memo(late.code()));
        assertThat(last(account).outcome()).isEqualTo(Outcome.LATE);
        assertThat(payables.find(late.code())).map(Payable::state).contains(Payable.State.PAID);

        Payable dropped = ask(account, 60_000);
        assertThat(payables.cancel(List.of(dropped))).isEqualTo(1);
        assertThat(payables.cancel(List.of(dropped))).isZero();
        send(account, Teller.sepay(account.account()).amount(60_000).memo(dropped.code()));
        assertThat(last(account).outcome()).isEqualTo(Outcome.UNMATCHED);
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
        "transactionDate, yesterday, 422",
        "accountNumber, 999999999, 422"
    })
    void what_makes_no_sense_changes_nothing(String field, String value, int status) throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        Object put = field.equals("transferAmount") ? new java.math.BigDecimal(value) : value;
        assertThat(send(account, Teller.sepay(account.account()).with(field, put)))
                .isEqualTo(status);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 0L);
    }

    @ParameterizedTest
    @EnumSource(names = {"CASSO", "PAYOS"})
    void a_number_that_no_memory_holds_is_a_wrong_signature(Provider provider) throws Exception {
        ReceivingAccount account = account(provider, ReceivingAccount.Purpose.OWNER);
        String body = "{\"data\":{\"a\":1e999999999},\"signature\":\"" + "0".repeat(64) + "\"}";
        var headers = Map.of("x-casso-signature", "t=" + Instant.now().toEpochMilli() + ",v1=" + "0".repeat(128));
        assertThat(send(account, body, headers)).isEqualTo(401);
    }

    @Test
    void what_payos_says_has_failed_is_taken_note_of_and_is_no_money() throws Exception {
        ReceivingAccount account = account(Provider.PAYOS, ReceivingAccount.Purpose.OWNER);
        Teller failed = Teller.of(Provider.PAYOS, account.account()).with("code", "01");
        assertThat(send(account, failed)).isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 0L);
        assertThat(send(account, failed.with("code", "00"))).isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 1L);
    }

    @ParameterizedTest
    @EnumSource(names = {"CASSO", "CASSO_TOKEN"})
    void what_casso_says_with_an_error_is_taken_note_of_and_is_no_money(Provider provider) throws Exception {
        ReceivingAccount account = account(provider, ReceivingAccount.Purpose.OWNER);
        Teller teller = Teller.of(provider, account.account());
        String failed = teller.body().replace("\"error\":0", "\"error\":101");
        assertThat(send(account, failed, teller.headers(failed))).isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 0L);
    }

    @Test
    void an_api_key_s_scheme_may_be_written_in_any_case() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY_KEY, ReceivingAccount.Purpose.OWNER);
        String body = Teller.of(Provider.SEPAY_KEY, account.account()).body();
        for (String scheme : List.of("apikey ", "APIKEY ", "Apikey  "))
            assertThat(send(account, body, Map.of("authorization", scheme + Teller.SECRET)))
                    .as(scheme)
                    .isEqualTo(200);
        for (String wrong : List.of("Apikey", "Apikey ", "Bearer " + Teller.SECRET, "Apikey" + Teller.SECRET))
            assertThat(send(account, body, Map.of("authorization", wrong)))
                    .as(wrong)
                    .isEqualTo(401);
    }

    @Test
    void sepay_without_a_number_is_known_by_reference_direction_and_amount() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        String long100 = "FT" + "9".repeat(98);
        for (String reference : List.of("FT1", long100))
            for (int i = 0; i < 2; i++)
                assertThat(send(
                                account,
                                Teller.sepay(account.account()).with("id", "").with("referenceCode", reference)))
                        .isEqualTo(200);
        assertThat(send(
                        account,
                        Teller.sepay(account.account())
                                .with("id", "")
                                .with("referenceCode", "FT1")
                                .amount(16_000)))
                .isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 3L);
        assertThat(send(account, Teller.sepay(account.account()).with("id", "").with("referenceCode", "")))
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-08-11 14:02:37.123456",
                "2026-08-11T14:02:37.123456",
                "2026-08-11T14:02:37.123456789",
                "2026-08-11T07:02:37.123456Z",
                "2026-08-11 14:02:37.123456+07:00"
            })
    void a_time_may_be_finer_than_seconds(String time) throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        assertThat(send(account, Teller.sepay(account.account()).with("transactionDate", time)))
                .isEqualTo(200);
        assertThat(last(account).at()).isEqualTo(Instant.parse("2026-08-11T07:02:37.123456Z"));
    }

    @Test
    void sepay_s_bank_hub_spells_its_fields_in_another_way() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.CHARGES);
        Payable rent = ask(account, 200_000);
        String body = """
                {"gateway":"Vietcombank","transaction_date":"2026-08-11 14:02:37","account_number":"%s",
                "bank_account_xid":"x1","va":null,"payment_code":"%s","content":"tien quay","transfer_type":"credit",
                "amount":200000,"reference_code":"FT77","accumulated":19077000,"transaction_id":"9a-1"}""".formatted(account.account(), rent.code());
        for (int i = 0; i < 2; i++)
            assertThat(send(account, body, Teller.sepay("").headers(body))).isEqualTo(200);
        assertThat(last(account)).satisfies(movement -> {
            assertThat(movement.number()).isEqualTo(1);
            assertThat(movement.outcome()).isEqualTo(Outcome.MATCHED);
            assertThat(movement.reference()).isEqualTo("FT77");
            assertThat(movement.sourceId()).isEqualTo("9a-1");
        });
        String debit = body.replace("credit", "debit").replace("9a-1", "9a-2").replace("FT77", "FT78");
        assertThat(send(account, debit, Teller.sepay("").headers(debit))).isEqualTo(200);
        assertThat(last(account).outcome()).isEqualTo(Outcome.IGNORED_DEBIT);
        String odd = body.replace("credit", "in");
        assertThat(send(account, odd, Teller.sepay("").headers(odd))).isEqualTo(422);
    }

    @Test
    void what_is_not_proved_changes_nothing() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        ReceivingAccount foreign = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        Teller teller = Teller.sepay(account.account());

        assertThat(send(account, teller.secret("not the secret"))).isEqualTo(401);
        assertThat(send(
                        account,
                        Teller.sepay(account.account()).signedAt(Instant.now().minusSeconds(310))))
                .isEqualTo(401);
        assertThat(send(
                        account,
                        Teller.sepay(account.account()).signedAt(Instant.now().plusSeconds(310))))
                .isEqualTo(401);
        assertThat(send(account, Teller.sepay(foreign.account())))
                .as("an account of another connection")
                .isEqualTo(422);
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
    void whoever_is_refused_too_often_is_not_read_any_more() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        for (int i = 0; i < 60; i++)
            assertThat(send(account, Teller.sepay(account.account()).secret("guess number " + i)))
                    .isEqualTo(401);
        assertThat(send(account, Teller.sepay(account.account()))).isEqualTo(429);
        from = "10.78.1.1";
        assertThat(send(account, Teller.sepay(account.account())))
                .as("another network")
                .isEqualTo(200);
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
        assertThat(there).filteredOn(m -> m.outcome() == Outcome.MATCHED).hasSize(1);
        assertThat(there).filteredOn(m -> m.outcome() == Outcome.DUPLICATE).hasSize(5);
        assertThat(balances(account).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
    }

    @Test
    void a_day_is_read_page_by_page() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        for (int i = 0; i < 5; i++)
            send(
                    account,
                    Teller.sepay(account.account())
                            .at(LocalDateTime.now(Ground.VIETNAM).minusDays(i % 2)));
        var from = today().minusDays(1);
        List<Movement> first = payments.page(account.number(), from, today(), null, 3);
        var cursor = new Payments.Cursor(first.getLast().day(), first.getLast().number());
        List<Movement> rest =
                payments.page(account.number(), from, today(), Payments.Cursor.parse(cursor.toString()), 3);
        assertThat(first).extracting(Movement::number).containsExactly(5L, 3L, 1L);
        assertThat(rest).extracting(Movement::number).containsExactly(4L, 2L);
    }

    private Movement last(ReceivingAccount account) {
        return payments.after(Map.of(account.number(), 0L), 1_000).getLast();
    }

    private Map<String, Long> balances(ReceivingAccount account) {
        var balances = new java.util.HashMap<String, Long>();
        ledger.balances(account.number(), today()).forEach(b -> balances.put(b.name(), b.amountVnd()));
        return balances;
    }

    private static LocalDate today() {
        return Ground.day(Instant.now());
    }

    private Payable ask(ReceivingAccount account, long amountVnd) {
        return ask(account, amountVnd, UUID.randomUUID());
    }

    private Payable ask(ReceivingAccount account, long amountVnd, UUID what) {
        return payables.ask(
                        List.of(asked(account, amountVnd, what, Instant.now().plusSeconds(86_400))))
                .getFirst();
    }

    private static Payables.Asked asked(ReceivingAccount account, long amountVnd, UUID what, Instant due) {
        return new Payables.Asked(account.number(), amountVnd, due, "tests.thing", what, "Tiền thuê quầy", false);
    }

    private ReceivingAccount account(Provider provider, ReceivingAccount.Purpose purpose) {
        int number = NUMBER.incrementAndGet();
        String id = "tests-" + number;
        connections.put(new Connection(id, provider, UNIT, "Kết nối thử", false, Instant.now(), null), Teller.SECRET);
        return accounts.open(List.of(new ReceivingAccounts.New(
                        "970436", "8800" + number, "NGUYEN THI CHO", UNIT, purpose, id, false)))
                .getFirst();
    }

    private int send(ReceivingAccount account, Teller teller) throws Exception {
        String body = teller.body();
        return send(account, body, teller.headers(body));
    }

    private int send(ReceivingAccount account, String body, Map<String, String> headers) throws Exception {
        return send(java.util.Objects.requireNonNull(account.connection()), body, headers);
    }

    private int send(String connection, String body, Map<String, String> headers) throws Exception {
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
