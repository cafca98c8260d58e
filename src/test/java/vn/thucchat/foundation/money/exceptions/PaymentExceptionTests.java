package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.money.payments.PaymentsReceived;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.OwnForm;
import vn.thucchat.testing.Visitor;

/** The work list, from the waiting money to the entries that a decision leaves. */
@ApplicationTest
@NullMarked
public class PaymentExceptionTests {

    /** What modules that ask for money hear. */
    @TestComponent
    public static class Heard {
        final List<Payment> payments = new ArrayList<>();

        @EventListener
        synchronized void on(PaymentsReceived received) {
            payments.addAll(received.payments());
        }

        public synchronized List<Payment> of(int account) {
            return payments.stream().filter(p -> p.account() == account).toList();
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext application;

    @Autowired
    Heard heard;

    private final Office office;
    private ReceivingAccount account;
    private final Visitor clerk;

    PaymentExceptionTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        office = new Office(application);
        account = office.account();
        clerk = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05437"));
    }

    @BeforeEach
    void open() {
        account = office.account();
    }

    @Test
    void waiting_money_is_listed_the_oldest_first_for_those_who_keep_its_books() throws Exception {
        for (int i = 1; i <= 27; i++) office.hear(account, 1_000 + i, "chuyen tien");
        var first = clerk.page("/money/findings", 200);
        assertThat(first.select("tbody tr")).hasSize(10);
        var seen = new ArrayList<>(paths(first));
        for (String next = first.select(".pager [rel=next]").attr("href"); !next.isEmpty(); ) {
            var page = clerk.page(next, 200);
            seen.addAll(paths(page));
            next = page.select(".pager [rel=next]").attr("href");
        }
        assertThat(seen).doesNotHaveDuplicates().contains(path(27)).containsSubsequence(path(1), path(2), path(27));
        var other = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05440"));
        assertThat(other.page("/money/findings", 200).select("tbody a[href^=" + path(1) + "?]"))
                .isEmpty();
        other.page(path(1), 404);
        assertThat(other.submit(path(1) + "/original", Map.of()).getStatus()).isEqualTo(404);
        assertThat(other.submit(path(1) + "/settled", Map.of("version", 1, "how", "KEEP"))
                        .getStatus())
                .isEqualTo(404);
        for (String wrong : List.of(
                "nonsense", Cursor.of("-9999-01-01T00:00:00Z", 1, 1), Cursor.of("+999999-01-01T00:00:00Z", 1, 1)))
            assertThat(clerk.open("/money/findings?cursor=" + wrong).getStatus())
                    .as(wrong)
                    .isEqualTo(400);
        assertThat(new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, "05437"))
                        .open(path(1))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void who_paid_is_opened_for_matching_only_and_each_opening_is_logged() throws Exception {
        account = office.account(Provider.CASSO, Office.UNIT);
        office.hear(
                account,
                Teller.of(Provider.CASSO, account.account()).amount(9_000).memo("chuyen nham"));

        assertThat(clerk.page(path(1), 200).text())
                .doesNotContain("NGUYEN VAN A")
                .doesNotContain("chuyen nham");
        assertThat(office.logged("payments.original-read", path(1))).isZero();
        assertThat(Visitor.parsed(clerk.submit(path(1) + "/original", Map.of())).text())
                .contains("NGUYEN VAN A", "8888888888", "chuyen nham");
        assertThat(office.logged("payments.original-read", path(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void every_provider_s_message_can_be_opened(Provider provider) throws Exception {
        account = office.account(provider, Office.UNIT);
        office.hear(account, Teller.of(provider, account.account()).memo("tien gui xe"));
        assertThat(Visitor.parsed(clerk.submit(path(1) + "/original", Map.of())).text())
                .contains("tien gui xe");
    }

    @Test
    void exactly_what_is_owed_is_proposed_and_assigned_once() throws Exception {
        Payable rent = office.ask(account, 200_000);
        Movement money = office.hear(account, 200_000, "chuyen tien");
        var form = clerk.page(path(1), 200).select("form[action$=assigned]").first();
        assertThat(Objects.requireNonNull(form).select("[name=code]").val()).isEqualTo(rent.code());

        var fields = Map.of("version", 1, "code", rent.code());
        assertThat(Visitor.next(clerk.submit(path(1) + "/assigned", fields))).isEqualTo("/money/findings");
        assertThat(clerk.submit(path(1) + "/assigned", fields).getStatus())
                .as("again")
                .isEqualTo(409);

        assertThat(office.now(rent).state()).isEqualTo(Payable.State.PAID);
        assertThat(office.balance(account, "suspense")).isZero();
        assertThat(office.balance(account, "owed")).isZero();
        assertThat(office.movements(account)).containsExactly(money);
        assertThat(heard.of(account.number()))
                .extracting(Payment::kind)
                .containsExactly(Payment.Kind.ARRIVED, Payment.Kind.ASSIGNED);
        assertThat(heard.of(account.number()).getLast()).satisfies(payment -> {
            assertThat(payment.outcome()).isEqualTo(MatchStatus.UNMATCHED);
            assertThat(payment.paid())
                    .isEqualTo(new Payment.Paid(rent.code(), rent.origin(), rent.originId(), 200_000, 0));
        });
        assertThat(office.logged("payments.finding-assigned", path(1))).isEqualTo(1);
        assertThat(clerk.page(path(1), 200).select("form[action$=assigned]")).isEmpty();
    }

    @Test
    void money_on_the_wrong_account_pays_there_and_the_books_of_both_say_so() throws Exception {
        ReceivingAccount other = office.account();
        Payable elsewhere = office.ask(other, 70_000);
        assertThat(office.hear(account, 70_000, elsewhere.code()).outcome()).isEqualTo(MatchStatus.WRONG_ACCOUNT);
        assertThat(clerk.page(path(1), 200).select("[name=code]").eachAttr("value"))
                .contains(elsewhere.code());

        Visitor.next(clerk.submit(path(1) + "/assigned", Map.of("version", 1, "code", elsewhere.code())));

        assertThat(office.now(elsewhere).state()).isEqualTo(Payable.State.PAID);
        assertThat(office.balance(account, "bank")).isEqualTo(70_000);
        assertThat(office.balance(account, "suspense")).isZero();
        assertThat(office.balance(account, "due")).isEqualTo(-70_000);
        assertThat(office.balance(other, "due")).isEqualTo(70_000);
        assertThat(office.balance(other, "owed")).isZero();
    }

    @Test
    void nobody_pays_into_books_that_are_not_theirs() throws Exception {
        Payable foreign =
                office.ask(office.account(Provider.SEPAY, new vn.thucchat.foundation.units.UnitCode("05440")), 70_000);
        office.hear(account, 70_000, foreign.code());
        assertThat(clerk.page(path(1), 200).select("input[name=code][type=hidden]"))
                .isEmpty();
        assertThat(clerk.submit(path(1) + "/assigned", Map.of("version", 1, "code", foreign.code()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(office.now(foreign).paidVnd()).isZero();
    }

    @Test
    void what_is_more_than_owed_pays_and_the_rest_still_waits() throws Exception {
        Payable small = office.ask(account, 30_000);
        office.hear(account, 100_000, "");
        assertThat(Visitor.next(clerk.submit(path(1) + "/assigned", Map.of("version", 1, "code", small.code()))))
                .isEqualTo(path(1));
        assertThat(office.balance(account, "suspense")).isEqualTo(-70_000);
        assertThat(clerk.submit(path(1) + "/settled", Map.of("version", 1, "how", "REFUND"))
                        .getStatus())
                .as("seen before the rest was")
                .isEqualTo(409);
        Visitor.next(clerk.submit(path(1) + "/settled", Map.of("version", 2, "how", "REFUND")));
        assertThat(office.balance(account, "suspense")).isZero();
        assertThat(office.balance(account, "refund")).isEqualTo(-70_000);
    }

    @ParameterizedTest
    @CsvSource({"REFUND, refund, -50000", "DEPOSIT, cash, -50000", "PAYOUT, mobile, -50000", "KEEP, income, -50000"})
    void what_pays_for_nothing_goes_where_somebody_says(String how, String into, long balance) throws Exception {
        office.hear(account, 50_000, "");
        Visitor.next(clerk.submit(path(1) + "/settled", Map.of("version", 1, "how", how)));
        assertThat(office.balance(account, into)).isEqualTo(balance);
        assertThat(office.balance(account, "suspense")).isZero();
    }

    @Test
    void money_for_what_is_paid_is_to_be_given_back_first_and_pays_for_nobody_else_by_mistake() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.ask(account, 200_000);
        office.hear(account, 200_000, rent.code());
        office.hear(account, 200_000, rent.code());
        var page = clerk.page(path(2), 200);
        assertThat(page.select(".stack > section").getFirst().text())
                .as("what it names, and that this is paid")
                .contains(rent.what(), rent.code(), "Đã trả đủ", "200.000");
        assertThat(page.select("button.go").eachText()).containsExactly("Hoàn lại");
        assertThat(page.select("input[name=how]").eachAttr("value"))
                .containsExactly("REFUND", "DEPOSIT", "PAYOUT", "KEEP");
        assertThat(page.select("li.task:contains(trùng số tiền)"))
                .as("somebody else's")
                .hasSize(1);
    }

    @Test
    void the_list_is_narrowed_by_reason_and_by_account() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, 250_000, rent.code());
        office.hear(account, 7_000, "khong ro");
        var all = clerk.page("/money/findings", 200);
        assertThat(all.select("select[name=reason] option").eachText())
                .contains("Mọi lý do", "Trả thừa", "Chưa rõ trả cho gì");
        String only = "/money/findings?account=" + account.number() + "&reason=";
        assertThat(clerk.page(only + "OVERPAID", 200).select("tbody .open"))
                .singleElement()
                .matches(link -> link.attr("href").startsWith(path(1) + "?back="));
        assertThat(paths(clerk.page(only + "UNMATCHED", 200))).containsExactly(path(2));
        assertThat(paths(clerk.page(only, 200))).containsExactly(path(1), path(2));
        assertThat(clerk.page(only, 200).select(".total").text()).isEqualTo("2 khoản, còn chờ 57.000 đồng");
        assertThat(paths(clerk.page(only + "&from=10k&to=50.000", 200))).containsExactly(path(1));
        assertThat(paths(clerk.page(only + "&sort=WAITING", 200))).containsExactly(path(2), path(1));
        clerk.page(only + "&from=1.2.3", 400);
        clerk.page(only + "&sort=nothing", 400);
        assertThat(clerk.page(only + "UNMATCHED", 200)
                        .select("select[name=account] option[selected]")
                        .text())
                .contains(account.account());
        assertThat(clerk.page("/money/findings?account=0&reason=x", 200).select("tbody"))
                .isEmpty();
    }

    @Test
    void a_decision_leads_to_what_follows_in_the_list_as_it_was_narrowed() throws Exception {
        for (int i = 1; i <= 3; i++) office.hear(account, 10_000L * i, "khong ro");
        String list = "/money/findings?account=" + account.number() + "&sort=-WAITING";
        String first = clerk.page(list, 200).select("tbody .open").attr("href");
        assertThat(first).startsWith(path(3));
        var page = clerk.page(first, 200);
        assertThat(page.select("a[rel=next]").attr("href")).startsWith(path(2) + "?back=");
        String next = settled(3, "KEEP", list);
        assertThat(next).startsWith(path(2) + "?back=");
        assertThat(clerk.page(next, 200).select("form[action^=" + path(2) + "/settled?back=]"))
                .as("the way on is kept")
                .isNotEmpty();
        assertThat(settled(2, "REFUND", list)).startsWith(path(1) + "?back=");
        assertThat(settled(1, "KEEP", list)).as("at the end the list").isEqualTo(list);
        office.hear(account, 40_000, "khong ro");
        assertThat(settled(4, "KEEP", "https://example.org/"))
                .as("elsewhere is not gone to")
                .startsWith("/money/findings");
    }

    private String settled(long movement, String how, String back) throws Exception {
        return Visitor.next(clerk.submit(path(movement) + "/settled", Map.of("version", 1, "how", how, "back", back)));
    }

    @Test
    void what_is_alike_is_decided_together_after_a_look_once_and_as_it_was_seen() throws Exception {
        for (int i = 1; i <= 3; i++) office.hear(account, 10_000L * i, "khong ro");
        var list = clerk.page("/money/findings?account=" + account.number(), 200);
        assertThat(list.select("#chosen button").eachAttr("formaction"))
                .contains("/money/settlements/REFUND", "/money/settlements/KEEP");
        var chosen = list.select("tbody input[name=chosen]").eachAttr("value");
        assertThat(chosen).hasSize(3);
        clerk.submit(path(3) + "/settled", Map.of("version", 1, "how", "KEEP"));
        var look = clerk.page("/money/settlements/REFUND?chosen=" + String.join("&chosen=", chosen), 200);
        assertThat(look.select("h1").text()).contains("2 khoản", "30.000 đồng");
        assertThat(look.select("#out").text()).contains("1 khoản");
        assertThat(office.balance(account, "refund"))
                .as("a look changes nothing")
                .isZero();
        for (int i = 1; i <= 2; i++)
            assertThat(together("REFUND", chosen)).as("sent %d times", i).isEqualTo(303);
        assertThat(office.balance(account, "refund")).isEqualTo(-30_000);
        assertThat(office.logged("payments.finding-refunded", path(1))).isEqualTo(1);
        assertThat(together("REFUND", List.of())).isEqualTo(400);
        assertThat(together("REFUND", List.of("1-x"))).isEqualTo(400);
        office.hear(account, 5_000, "khong ro");
        String another = account.number() + "-4-1";
        var other = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05440"));
        other.submit("/money/settlements/KEEP", Map.of("chosen", another));
        assertThat(office.balance(account, "suspense")).as("another unit's").isEqualTo(-5_000);
    }

    private int together(String how, List<String> chosen) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/money/settlements/" + how)
                        .param("chosen", chosen.toArray(String[]::new))
                        .with(OwnForm.ownForm())
                        .with(Persons.as(clerk.actor())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** The pages of what a list shows, without the way on. */
    private static List<String> paths(Document list) {
        return list.select("tbody .open").eachAttr("href").stream()
                .map(href -> href.replaceFirst("\\?.*", ""))
                .toList();
    }

    @Test
    void what_was_paid_short_says_for_what_and_how_much_is_missing() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, 50_000, rent.code());
        var page = clerk.page(path(1), 200);
        assertThat(page.select(".stack > section").getFirst().text())
                .contains(rent.what(), "Còn chờ trả", "200.000", "50.000", "150.000");
    }

    @Test
    void what_was_paid_short_closes_by_itself() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, 50_000, rent.code());
        assertThat(clerk.page("/money/findings", 200).select("a[href^=" + path(1) + "?]"))
                .isEmpty();
        var closed = clerk.page("/money/findings/closed", 200);
        assertThat(closed.select("tbody tr:has(a[href=" + path(1) + "])").text())
                .contains("50.000 đồng", "tự đóng");
        assertThat(clerk.page(path(1), 200).select(".notice").text()).contains("Hệ thống tự đóng: trả thiếu");
        assertThat(new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05440"))
                        .page("/money/findings/closed", 200)
                        .select("a[href=" + path(1) + "]"))
                .isEmpty();
        assertThat(clerk.page(path(1), 200).select("form"))
                .noneMatch(form -> form.attr("action").contains("settled"));
        for (String how : List.of("REFUND", "KEEP"))
            assertThat(clerk.submit(path(1) + "/settled", Map.of("version", 1, "how", how))
                            .getStatus())
                    .isEqualTo(409);
        assertThat(office.now(rent).owedVnd()).isEqualTo(150_000);
        assertThat(office.balance(account, "owed")).isEqualTo(150_000);
    }

    @Test
    void a_code_with_a_wrong_sign_or_cut_off_is_found_when_the_memo_is_opened() throws Exception {
        Payable rent = office.ask(account, 200_000);
        String code = rent.code();
        char wrong = code.charAt(5) == 'X' ? 'Y' : 'X';
        office.hear(account, 10_000, "tien quay " + code.substring(0, 5) + wrong + code.substring(6) + " ok");
        office.hear(account, 11_000, "MBVCB.1234.tien cho " + code.substring(0, 8));
        for (int movement : List.of(1, 2)) {
            assertThat(clerk.page(path(movement), 200).select("input[name=code][type=hidden]"))
                    .isEmpty();
            assertThat(Visitor.parsed(clerk.submit(path(movement) + "/original", Map.of()))
                            .select("input[name=code][type=hidden]")
                            .eachAttr("value"))
                    .containsExactly(code);
        }
    }

    @Test
    void of_a_trader_s_money_only_what_nearly_names_a_sale_is_asked_about_and_no_books_are_kept() throws Exception {
        account = office.the(ReceivingAccounts.class)
                .open(List.of(new ReceivingAccounts.New(
                        "970436",
                        "66" + account.account(),
                        "NGUYEN THI CHO",
                        Office.UNIT,
                        ReceivingAccount.Purpose.OWNER,
                        account.connection(),
                        false)))
                .getFirst();
        Payable sale = office.ask(account, 50_000);
        Payable dearer = office.ask(account, 60_000);
        String near = sale.code().substring(0, 8);
        office.hear(account, 50_000, "mua rau");
        office.hear(account, 51_000, "mua rau " + near);
        office.hear(account, 60_000, "mua rau " + near);
        assertThat(office.the(PaymentExceptions.class).open(List.of(account.number()), 9))
                .isEmpty();
        office.hear(account, 50_000, "mua rau " + near);
        office.hear(account, 50_000, "mua rau " + near);
        assertThat(clerk.page(path(4), 200).select("form[action$=settled]")).hasSize(1);
        assertThat(clerk.page(path(4), 200)
                        .select("input[name=code][type=hidden]")
                        .eachAttr("value"))
                .containsExactly(sale.code());
        assertThat(clerk.submit(path(4) + "/assigned", Map.of("version", 1, "code", rent().code()))
                        .getStatus())
                .as("a charge is not paid by a trader's money")
                .isEqualTo(422);
        assertThat(clerk.submit(path(4) + "/settled", Map.of("version", 1, "how", "REFUND"))
                        .getStatus())
                .isEqualTo(409);
        Visitor.next(clerk.submit(path(4) + "/assigned", Map.of("version", 1, "code", sale.code())));
        Visitor.next(clerk.submit(path(5) + "/settled", Map.of("version", 1, "how", "KEEP")));
        assertThat(office.now(sale).state()).isEqualTo(Payable.State.PAID);
        assertThat(office.now(dearer).paidVnd()).isZero();
        for (String name : List.of("bank", "suspense", "income", "owed"))
            assertThat(office.balance(account, name)).isZero();
    }

    private Payable rent() {
        return office.ask(office.account(), 50_000);
    }

    @Test
    void two_clerks_at_once_decide_once() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, 200_000, "");
        var decisions = office.the(ExceptionResolutions.class);
        List<Callable<Result>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            both.add(() -> decisions.assign(clerk.actor(), account.number(), 1, 1, rent.code()));
            both.add(() ->
                    decisions.resolve(clerk.actor(), account.number(), 1, 1, ExceptionResolutions.Resolution.REFUND));
        }
        var results = new ArrayList<Result>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var decided : threads.invokeAll(both)) results.add(decided.get());
        }
        assertThat(results).containsOnlyOnce(new Result.Done(null));
        assertThat(office.balance(account, "suspense")).isZero();
        assertThat(office.balance(account, "refund") - office.now(rent).paidVnd())
                .isEqualTo(-200_000);
    }

    private String path(long movement) {
        return "/money/findings/" + account.number() + "/" + movement;
    }
}
