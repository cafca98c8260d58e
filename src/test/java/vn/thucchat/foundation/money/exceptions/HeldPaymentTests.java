package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.accounts.StoredAccounts;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.statements.StatementTest;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** Payments that count only when an accountant has said so, from the bank's message to the books. */
@NullMarked
class HeldPaymentTests extends StatementTest {

    private static final String REASON = "Đã đối chiếu với ngân hàng";

    HeldPaymentTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        super(application, mvc, 1);
    }

    @Test
    void money_of_an_account_that_nobody_knows_is_stored_shown_and_counted_when_the_account_is_there()
            throws Exception {
        String unknown = "5" + account.account();
        Teller teller = Teller.sepay(unknown).memo("mua rau").amount(41_000);
        for (int i = 0; i < 2; i++) tell(teller);
        HeldPayment payment = held();
        assertThat(payment.reason()).isEqualTo(HeldPayment.Reason.UNKNOWN_ACCOUNT);
        assertThat(clerk.page("/money/findings", 200).text()).contains("Chưa rõ tài khoản", "41.000");
        assertThat(clerk.page(at(payment), 200).text()).contains(unknown, "Vietcombank");
        assertThat(clerk.submit(at(payment) + "/released", Map.of("version", 1, "reason", REASON))
                        .getStatus())
                .as("there is no such account yet")
                .isEqualTo(422);
        ReceivingAccount opened = opened(unknown, "970436");
        assertThat(clerk.submit(at(payment) + "/released", Map.of("version", 1)).getStatus())
                .as("no reason")
                .isEqualTo(422);
        Visitor.next(clerk.submit(at(payment) + "/released", Map.of("version", 1, "reason", REASON)));
        assertThat(office.movements(opened)).singleElement().satisfies(movement -> {
            assertThat(movement.amountVnd()).isEqualTo(41_000);
            assertThat(movement.outcome()).isEqualTo(MatchStatus.OWNER);
        });
        tell(teller);
        assertThat(office.movements(opened)).as("sent again").hasSize(1);
        assertThat(clerk.submit(at(payment) + "/rejected", Map.of("version", 1, "reason", REASON))
                        .getStatus())
                .as("decided before")
                .isEqualTo(409);
        assertThat(clerk.page(at(payment), 200).text()).contains("Đã tính", REASON);
    }

    @Test
    void a_number_of_two_banks_is_told_apart_by_the_bank_that_the_message_names() throws Exception {
        String number = "6" + account.account();
        ReceivingAccount vietcombank = opened(number, "970436");
        ReceivingAccount mb = opened(number.toLowerCase(java.util.Locale.ROOT), "970422");
        for (String bank : List.of("Vietcombank", "VCB", "Ngân hàng TMCP Vietcombank"))
            tell(Teller.sepay(number).with("gateway", bank));
        for (String bank : List.of("MBBank", "MB", "MB Bank"))
            tell(Teller.sepay(number).with("gateway", bank));
        assertThat(office.movements(vietcombank)).hasSize(3);
        assertThat(office.movements(mb)).hasSize(3);
        tell(Teller.sepay(number).with("gateway", "TPBank").amount(42_000));
        assertThat(held().reason()).as("at a third bank").isEqualTo(HeldPayment.Reason.UNKNOWN_ACCOUNT);
        Visitor.next(clerk.submit(at(held()) + "/rejected", Map.of("version", 1, "reason", REASON)));
        tell(Teller.sepay(number).with("gateway", "").amount(43_000));
        HeldPayment unclear = held();
        assertThat(unclear.reason()).isEqualTo(HeldPayment.Reason.AMBIGUOUS_ACCOUNT);
        assertThat(clerk.page(at(unclear), 200).select("input[name=account]")).hasSize(2);
        assertThat(clerk.submit(at(unclear) + "/released", Map.of("version", 1, "reason", REASON))
                        .getStatus())
                .as("none chosen")
                .isEqualTo(422);
        Visitor.next(clerk.submit(
                at(unclear) + "/released", Map.of("version", 1, "reason", REASON, "account", mb.number())));
        assertThat(office.movements(mb)).hasSize(4);
        assertThat(office.movements(vietcombank)).hasSize(3);
    }

    @Test
    void a_payment_far_above_any_waits_for_a_person_and_moves_nothing() throws Exception {
        tell(teller(2_000_000_000, "tien thue"));
        assertThat(office.movements(account)).isEmpty();
        HeldPayment payment = held();
        assertThat(payment.reason()).isEqualTo(HeldPayment.Reason.TOO_LARGE);
        var waiting = office.the(HeldPayments.class).waiting(List.of(account.number()), day, day);
        assertThat(waiting).isEqualTo(new Payments.Total(1, 2_000_000_000));
        assertThat(office.the(HeldPayments.class).waiting(List.of(), day, day).count())
                .isZero();
        var opened = Visitor.parsed(clerk.submit(at(payment) + "/original", Map.of()));
        assertThat(opened.text()).contains("tien thue");
        assertThat(office.logged("payments.original-read", at(payment))).isEqualTo(1);
        Visitor.next(clerk.submit(at(payment) + "/released", Map.of("version", 1, "reason", REASON)));
        assertThat(office.movements(account))
                .singleElement()
                .satisfies(movement -> assertThat(movement.amountVnd()).isEqualTo(2_000_000_000));
        assertThat(office.balance(account, "suspense")).isEqualTo(-2_000_000_000);
    }

    @Test
    void a_line_of_a_statement_far_above_any_waits_too_and_the_day_agrees_when_it_is_released() throws Exception {
        String lines = row("R1", "15.000", "a") + row("R2", "2.000.000.000", "b");
        String page = Visitor.next(send(csv(lines), LAYOUT));
        assertThat(office.movements(account)).extracting(Movement::amountVnd).containsExactly(15_000L);
        assertThat(clerk.page(page, 200).select("#notes ~ ul li").text()).contains("R2", "được giữ lại");
        HeldPayment payment = held();
        assertThat(payment.reason()).isEqualTo(HeldPayment.Reason.TOO_LARGE);
        assertThat(payment.said().connection()).as("a statement").isNull();
        Visitor.next(clerk.submit(at(payment) + "/released", Map.of("version", 1, "reason", REASON)));
        assertThat(office.movements(account)).extracting(Movement::amountVnd).containsExactly(15_000L, 2_000_000_000L);
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.bad"))
                .isEmpty();
        Visitor.next(send(csv(lines + row("R3", "1.000", "c")), LAYOUT));
        assertThat(office.movements(account)).as("stated again").hasSize(3);
        assertThat(undecided()).isEmpty();
    }

    @Test
    void only_who_keeps_the_books_decides_and_two_at_once_decide_once() throws Exception {
        tell(teller(2_000_000_000, ""));
        HeldPayment payment = held();
        var elsewhere = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05455"));
        assertThat(elsewhere.page("/money/findings", 200).text()).doesNotContain("2.000.000.000");
        elsewhere.page(at(payment), 404);
        for (String way : List.of("/released", "/rejected", "/original"))
            assertThat(elsewhere
                            .submit(at(payment) + way, Map.of("version", 1, "reason", REASON))
                            .getStatus())
                    .isEqualTo(404);
        var service = office.the(HeldPaymentDecisions.class);
        List<Callable<Result>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(() -> service.release(clerk.actor(), payment.id(), 1, null, REASON));
            all.add(() -> service.reject(clerk.actor(), payment.id(), 1, REASON));
        }
        var results = new ArrayList<Result>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var decided : threads.invokeAll(all)) results.add(decided.get());
        }
        assertThat(results).containsOnlyOnce(new Result.Done(null));
        assertThat(service.release(clerk.actor(), UUID.randomUUID(), 1, null, REASON))
                .isEqualTo(new Result.NotFound());
    }

    @Test
    void what_a_bank_booked_the_next_day_in_the_same_words_is_a_possible_duplicate() throws Exception {
        for (boolean same : List.of(true, false)) {
            account = office.account();
            tell(teller(50_000, "KHACH A MUA RAU")
                    .with("referenceCode", "5245.90001")
                    .at(day.minusDays(1).atTime(23, 59)));
            String stated = csv(row("5245.90001", "50.000", "MBVCB.KHACH A MUA RAU"));
            Visitor.next(send(stated, LAYOUT));
            assertThat(office.movements(account)).as("not counted twice").hasSize(1);
            HeldPayment payment = held();
            assertThat(payment.reason()).isEqualTo(HeldPayment.Reason.POSSIBLE_DUPLICATE);
            assertThat(clerk.page("/money/findings", 200).text()).contains("Có thể trùng");
            assertThat(clerk.page(at(payment), 200).text()).contains("Khoản có thể là một với khoản này", "23:59");
            Visitor.next(
                    send(csv(row("5245.90001", "50.000", "MBVCB.KHACH A MUA RAU") + row("FT8", "1.000", "x")), LAYOUT));
            assertThat(office.movements(account)).as("stated again").hasSize(2);
            Visitor.next(clerk.submit(
                    at(payment) + (same ? "/rejected" : "/released"), Map.of("version", 1, "reason", REASON)));
            assertThat(office.movements(account)).hasSize(same ? 2 : 3);
            Visitor.next(
                    send(csv(row("5245.90001", "50.000", "MBVCB.KHACH A MUA RAU") + row("FT9", "2.000", "y")), LAYOUT));
            assertThat(office.movements(account)).as("stated a third time").hasSize(same ? 3 : 4);
            assertThat(undecided()).as("nothing else is asked").isEmpty();
            if (!same)
                assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.good"))
                        .as("the day agrees with the bank")
                        .hasSize(1);
        }
    }

    @Test
    void what_another_provider_tells_of_the_next_day_in_the_same_words_is_a_possible_duplicate() throws Exception {
        tell(teller(50_000, "MUA RAU").with("referenceCode", "FT1"));
        ReceivingAccount other = office.account(Provider.CASSO, Office.UNIT);
        new StoredAccounts(office.the(JdbcClient.class)).connect(account.number(), other.connection());
        Teller late = Teller.of(Provider.CASSO, account.account())
                .amount(50_000)
                .memo("mua rau")
                .with("reference", "FT1")
                .at(day.plusDays(1).atTime(0, 1));
        for (int i = 0; i < 2; i++) tell(Objects.requireNonNull(other.connection()), late);
        assertThat(office.movements(account)).hasSize(1);
        HeldPayment payment = held();
        assertThat(payment.resembles()).isEqualTo(1);
        Visitor.next(clerk.submit(at(payment) + "/rejected", Map.of("version", 1, "reason", REASON)));
        tell(Objects.requireNonNull(other.connection()), late);
        assertThat(office.movements(account)).as("sent again").hasSize(1);
        tell(
                Objects.requireNonNull(other.connection()),
                Teller.of(Provider.CASSO, account.account())
                        .amount(50_000)
                        .memo("mua thit bo")
                        .with("reference", "FT1")
                        .at(day.plusDays(1).atTime(0, 2)));
        assertThat(office.movements(account)).as("other words").hasSize(2);
    }

    @Test
    void of_two_bodies_with_one_signature_none_counts_by_itself() throws Exception {
        ReceivingAccount victim = office.account(Provider.PAYOS, Office.UNIT);
        Teller teller = Teller.of(Provider.PAYOS, victim.account())
                .amount(1_000)
                .memo("x&amount=9999000&currency=VND&reference=EV2&z=");
        tell(Objects.requireNonNull(victim.connection()), teller);
        assertThat(office.movements(victim)).isEmpty();
        assertThat(undecided()).extracting(HeldPayment::reason).contains(HeldPayment.Reason.AMBIGUOUS_TEXT);
        HeldPayment payment = undecided().stream()
                .filter(one -> one.said().numbers().contains(victim.account()))
                .findFirst()
                .orElseThrow();
        Visitor.next(clerk.submit(at(payment) + "/released", Map.of("version", 1, "reason", REASON)));
        assertThat(office.movements(victim))
                .singleElement()
                .satisfies(movement -> assertThat(movement.amountVnd()).isEqualTo(1_000));
    }

    private void tell(Teller teller) {
        tell(Objects.requireNonNull(account.connection()), teller);
    }

    private void tell(String connection, Teller teller) {
        String body = teller.body();
        assertThat(office.the(Notifications.class)
                        .take(connection, teller.headers(body), body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isNotInstanceOf(Notifications.Receipt.Refused.class);
    }

    private ReceivingAccount opened(String number, String bin) {
        return office.the(ReceivingAccounts.class)
                .open(List.of(new ReceivingAccounts.New(
                        bin,
                        number,
                        "NGUYEN THI CHO",
                        Office.UNIT,
                        ReceivingAccount.Purpose.OWNER,
                        account.connection(),
                        false)))
                .getFirst();
    }

    /** Those of this test's accounts and connections: the class shares a unit with others. */
    private List<HeldPayment> undecided() {
        return office
                .the(HeldPaymentStore.class)
                .open(new String[] {Office.UNIT.value()}, false, HeldPayments.FIRST, 1_000)
                .stream()
                .filter(payment -> payment.receivedAt().isAfter(TestTime.now().minusSeconds(60)))
                .filter(payment -> Objects.equals(payment.account(), account.number())
                        || Objects.equals(payment.said().connection(), account.connection())
                        || payment.reason() == HeldPayment.Reason.AMBIGUOUS_TEXT)
                .toList();
    }

    private HeldPayment held() {
        List<HeldPayment> open = undecided();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private static String at(HeldPayment payment) {
        return "/money/held/" + payment.id();
    }
}
