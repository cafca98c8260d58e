package vn.thucchat.foundation.money.cashdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.exceptions.PaymentExceptionTests;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** Cash, from the code on a notice to the entry in the books and the paper in the hand. */
@ApplicationTest
@NullMarked
class CashDeskTests {

    private final Office office;
    private final PaymentExceptionTests.Heard heard;
    private final MockMvc mvc;
    private final Visitor collector;
    private final Visitor clerk;
    private ReceivingAccount account;

    CashDeskTests(
            @Autowired ApplicationContext application,
            @Autowired MockMvc mvc,
            @Autowired PaymentExceptionTests.Heard heard) {
        this.mvc = mvc;
        this.heard = heard;
        office = new Office(application);
        account = office.account();
        collector = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, "05437"));
        clerk = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05437"));
    }

    @BeforeEach
    void open() {
        account = office.account();
    }

    @Test
    void cash_is_taken_for_a_code_against_a_receipt() throws Exception {
        Payable rent = office.ask(account, 200_000);
        var page = collector.page("/money/cash?code=" + rent.code().toLowerCase(java.util.Locale.ROOT), 200);
        assertThat(page.select("#amount").val()).isEqualTo("200000");
        var fields = Map.of(
                "code",
                rent.code(),
                "amount",
                "150.000",
                "key",
                page.select("[name=key]").val());

        String receipt = Visitor.next(collector.submit("/money/cash", fields));
        assertThat(Visitor.next(collector.submit("/money/cash", fields)))
                .as("the form sent again")
                .isEqualTo(receipt);

        assertThat(office.now(rent).owedVnd()).isEqualTo(50_000);
        assertThat(office.balance(account, "cash")).isEqualTo(150_000);
        assertThat(office.balance(account, "owed")).isEqualTo(50_000);
        assertThat(heard.of(account.number())).singleElement().satisfies(payment -> {
            assertThat(payment.kind()).isEqualTo(Payment.Kind.CASH);
            assertThat(payment.kind().cashless()).isFalse();
            assertThat(payment.paid())
                    .isEqualTo(new Payment.Paid(rent.code(), rent.origin(), rent.originId(), 150_000, 50_000));
        });
        var anybody = new Visitor(mvc, vn.thucchat.foundation.identity.access.Actor.STRANGER).page(receipt, 200);
        assertThat(anybody.text()).contains("-000001", "150.000", "Một trăm năm mươi nghìn đồng", "có hiệu lực");
        assertThat(anybody.select("form[action$=voided]")).isEmpty();
        assertThat(collector.page("/money/cash", 200).select(".log a").eachAttr("href"))
                .contains(receipt);
        var paper = collector.open(receipt + ".pdf");
        assertThat(paper.getContentType()).startsWith("application/pdf");
        assertThat(paper.getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void mobile_money_is_taken_once_for_each_transaction_and_is_cashless() throws Exception {
        Payable rent = office.ask(account, 200_000);
        Payable other = office.ask(account, 200_000);
        var bad = mobile(rent, "12 34");
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(bad).select("#reference[aria-invalid=true]")).hasSize(1);
        assertThat(Visitor.parsed(bad).select("#means [selected]").val()).isEqualTo("MOBILE_MONEY");

        String receipt = Visitor.next(mobile(rent, "mm 1234.567-8"));
        assertThat(collector.page(receipt, 200).text())
                .contains("Mobile Money", "MM12345678", "200.000", "Kế toán hủy được phiếu");
        assertThat(office.now(rent).state()).isEqualTo(Payable.State.PAID);
        assertThat(office.balance(account, "mobile")).isEqualTo(200_000);
        assertThat(office.balance(account, "cash")).isZero();
        assertThat(heard.of(account.number())).singleElement().satisfies(payment -> {
            assertThat(payment.kind()).isEqualTo(Payment.Kind.MOBILE_MONEY);
            assertThat(payment.kind().cashless()).isTrue();
        });
        assertThat(office.the(CashReceipts.class).takenFor(List.of(rent.code())))
                .as("no cash")
                .isEmpty();
        var again = mobile(other, "MM12345678");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(again).select("#reference-fault").text()).contains("Đã có phiếu");
        assertThat(office.now(other).paidVnd()).isZero();

        Visitor.next(clerk.submit(receipt + "/voided", Map.of("reason", "nhầm sạp")));
        assertThat(office.balance(account, "mobile")).isZero();
        String second = Visitor.next(mobile(other, "MM12345678"));
        assertThat(collector.page(second, 200).text())
                .as("the one refused left no gap")
                .contains("-000002");
        assertThat(collector.page(receipt, 200).text()).contains("PHIẾU ĐÃ HỦY");
        assertThat(collector
                        .submit(
                                "/money/cash",
                                Map.of("code", rent.code(), "amount", "1", "means", "GOLD", "key", UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_receipt_is_found_by_its_number_its_code_and_its_account_to_be_made_void() throws Exception {
        Payable rent = office.ask(account, 200_000);
        var page = collector.page("/money/cash?code=" + rent.code(), 200);
        String receipt = Visitor.next(collector.submit(
                "/money/cash",
                Map.of(
                        "code",
                        rent.code(),
                        "amount",
                        "50000",
                        "key",
                        page.select("[name=key]").val())));
        String link = "a[href=" + receipt + "]";
        String number = clerk.page(receipt, 200).select("h1").text().replace("Phiếu thu ", "");
        assertThat(number).matches("TM-20[0-9]{2}-000001");

        assertThat(clerk.page(
                                "/money/cash?code="
                                        + number.toLowerCase(java.util.Locale.ROOT)
                                                .replace("-", "%20"),
                                200)
                        .select(link))
                .isNotEmpty();
        assertThat(clerk.page("/money/cash?code=" + rent.code(), 200).select(link))
                .as("of what it paid")
                .isNotEmpty();
        assertThat(clerk.page("/money/accounts/" + account.number(), 200).select(link))
                .hasSize(1);
        var strange = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05440"));
        assertThat(strange.page("/money/cash?code=" + number, 404).select(link)).isEmpty();
        var demonstration = new Visitor(mvc, Persons.synthetic(PaymentRoles.ACCOUNTANT, "05437"));
        assertThat(demonstration.page("/money/cash?code=" + number, 404).select(link))
                .as("a demonstration account finds no real receipt")
                .isEmpty();
        assertThat(clerk.page("/money/cash?code=TM-2026-999999", 404)
                        .select("#code-fault")
                        .text())
                .contains("Không có khoản thu hay phiếu nào");
        assertThat(clerk.page("/money/cash?code=", 404).select("#code-fault"))
                .as("nothing typed")
                .isNotEmpty();
    }

    private MockHttpServletResponse mobile(Payable payable, String reference) throws Exception {
        return collector.submit(
                "/money/cash",
                Map.of(
                        "code",
                        payable.code(),
                        "amount",
                        "200.000",
                        "means",
                        "MOBILE_MONEY",
                        "reference",
                        reference,
                        "key",
                        UUID.randomUUID()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "200001", "abc", "", "99999999999999999999"})
    void an_amount_that_is_not_owed_is_not_taken(String amount) throws Exception {
        Payable rent = office.ask(account, 200_000);
        var response = collector.submit(
                "/money/cash", Map.of("code", rent.code(), "amount", amount, "key", UUID.randomUUID()));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select("#amount[aria-invalid=true]"))
                .hasSize(1);
        assertThat(office.now(rent).paidVnd()).isZero();
    }

    @Test
    void cash_is_taken_only_where_the_collector_takes_it_and_only_for_what_is_open() throws Exception {
        Payable foreign =
                office.ask(office.account(Provider.SEPAY, new vn.thucchat.foundation.units.UnitCode("05440")), 200_000);
        collector.page("/money/cash?code=" + foreign.code(), 404);
        collector.page("/money/cash?code=nonsense", 404);
        assertThat(collector
                        .submit(
                                "/money/cash",
                                Map.of("code", foreign.code(), "amount", "200000", "key", UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(422);
        Payable rent = office.ask(account, 200_000);
        office.hear(account, 200_000, rent.code());
        assertThat(take(rent, 200_000)).isEqualTo(new CashDesk.Taking.Refused(CashDesk.NOT_OPEN));
        collector.page("/money/cash?code=" + rent.code(), 200);
    }

    @Test
    void two_collectors_at_once_take_it_once_and_numbers_have_no_gap() throws Exception {
        var charges = List.of(office.ask(account, 10_000), office.ask(account, 20_000), office.ask(account, 30_000));
        List<Callable<CashDesk.Taking>> many = new ArrayList<>();
        for (int i = 0; i < 4; i++) for (Payable charge : charges) many.add(() -> take(charge, charge.amountVnd()));
        var numbers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(many))
                if (one.get() instanceof CashDesk.Taking.Taken(CashReceipt receipt)) numbers.add(receipt.number());
        }
        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(office.balance(account, "cash")).isEqualTo(60_000);
    }

    @Test
    void a_void_receipt_stays_and_what_it_paid_is_owed_again() throws Exception {
        Payable rent = office.ask(account, 200_000);
        var taken = (CashDesk.Taking.Taken) take(rent, 200_000);
        String path = "/money/receipts/" + taken.receipt().id();
        assertThat(collector
                        .submit(path + "/voided", Map.of("reason", "gõ nhầm"))
                        .getStatus())
                .as("not by who took it")
                .isEqualTo(403);
        assertThat(new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05440"))
                        .submit(path + "/voided", Map.of("reason", "gõ nhầm"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(clerk.submit(path + "/voided", Map.of("reason", " ")).getStatus())
                .isEqualTo(422);

        Visitor.next(clerk.submit(path + "/voided", Map.of("reason", "gõ nhầm")));
        assertThat(clerk.submit(path + "/voided", Map.of("reason", "gõ nhầm")).getStatus())
                .as("again")
                .isEqualTo(409);

        assertThat(office.now(rent)).satisfies(now -> {
            assertThat(now.state()).isEqualTo(Payable.State.OPEN);
            assertThat(now.owedVnd()).isEqualTo(200_000);
        });
        assertThat(office.balance(account, "cash")).isZero();
        assertThat(office.balance(account, "owed")).isEqualTo(200_000);
        assertThat(heard.of(account.number()).getLast()).satisfies(payment -> {
            assertThat(payment.kind()).isEqualTo(Payment.Kind.CASH_VOIDED);
            assertThat(payment.paid())
                    .isEqualTo(new Payment.Paid(rent.code(), rent.origin(), rent.originId(), -200_000, 200_000));
        });
        assertThat(clerk.page(path, 200).text())
                .contains("PHIẾU ĐÃ HỦY", "gõ nhầm")
                .doesNotContain("Còn phải trả");
        assertThat(((CashDesk.Taking.Taken) take(rent, 200_000)).receipt().number())
                .isEqualTo(2);
    }

    @Test
    void a_receipt_of_what_was_cancelled_since_can_be_made_void() {
        Payable rent = office.ask(account, 200_000);
        var taken = (CashDesk.Taking.Taken) take(rent, 50_000);
        office.the(Payables.class).cancel(List.of(rent));
        assertThat(office.the(CashVoiding.class)
                        .makeVoid(clerk.actor(), taken.receipt().id(), "thu nhầm"))
                .isInstanceOf(Result.Done.class);
        assertThat(office.now(rent).state()).isEqualTo(Payable.State.CANCELLED);
        assertThat(office.balance(account, "owed")).isZero();
        assertThat(office.balance(account, "cash")).isZero();
        assertThat(office.balance(account, "income")).isZero();
    }

    private CashDesk.Taking take(Payable payable, long amountVnd) {
        return office.the(CashDesk.class).take(collector.actor(), payable.code(), amountVnd, UUID.randomUUID());
    }
}
