package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.foundation.money.statements.StatementTest;
import vn.thucchat.testing.Visitor;

/** What a bank takes back, from its statement to what is owed again. */
@NullMarked
class ReversalTests extends StatementTest {

    ReversalTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        super(application, mvc, 0);
    }

    @Test
    void what_the_bank_takes_back_is_owed_again_once_and_somebody_sees_it() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(
                account,
                Teller.sepay(account.account())
                        .amount(200_000)
                        .memo(rent.code())
                        .with("referenceCode", "FT1"));
        assertThat(office.now(rent).state()).isEqualTo(Payable.State.PAID);

        for (String other : List.of("", in(1_000, "FT5", "khac"))) {
            state(back(200_000, "FT1", "hoan tra") + other);
            assertThat(office.now(rent).state()).isEqualTo(Payable.State.OPEN);
            assertThat(office.now(rent).owedVnd()).isEqualTo(200_000);
        }
        assertThat(office.movements(account))
                .extracting(Movement::outcome)
                .containsExactly(MatchStatus.MATCHED, MatchStatus.REVERSAL, MatchStatus.UNMATCHED);
        assertThat(office.balance(account, "bank")).isEqualTo(1_000);
        assertThat(office.balance(account, "out")).isZero();
        assertThat(office.balance(account, "owed")).isEqualTo(200_000);

        String path = "/money/findings/" + account.number() + "/2";
        assertThat(office.the(PaymentExceptions.class).open(List.of(account.number()), 10))
                .extracting(waiting -> waiting.finding().movement())
                .as("on the work list")
                .contains(2L);
        assertThat(clerk.page(path, 200).text()).contains("Ngân hàng thu lại", rent.code(), "lại phải trả");
        Visitor.next(clerk.submit(path + "/settled", Map.of("version", 1, "how", "KEEP")));
        assertThat(clerk.page("/money/findings/" + account.number() + "/1", 200).text())
                .contains("Đã hoàn");
        office.hear(account, 200_000, rent.code());
        assertThat(office.now(rent).state()).as("paid again").isEqualTo(Payable.State.PAID);
    }

    @Test
    void a_sale_of_a_trader_is_not_paid_any_more() throws Exception {
        ReceivingAccount own = office.the(ReceivingAccounts.class)
                .open(List.of(new ReceivingAccounts.New(
                        "970436",
                        "66" + account.account(),
                        "NGUYEN THI CHO",
                        Office.UNIT,
                        ReceivingAccount.Purpose.OWNER,
                        account.connection(),
                        false)))
                .getFirst();
        account = own;
        Payable sale = office.ask(own, 50_000);
        state(in(50_000, "FT1", sale.code()) + back(50_000, "FT2", "tra lai " + sale.code()));
        assertThat(office.now(sale).paidVnd()).as("in one file, by its code").isZero();
        assertThat(finding(2).code()).isEqualTo(sale.code());
        assertThat(office.the(Ledger.class).balances(own.number(), day)).allMatch(balance -> balance.amountVnd() == 0);
    }

    @Test
    void what_the_messenger_told_as_money_out_is_known_as_a_reversal_by_the_statement() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, 200_000, rent.code());
        office.hear(
                account,
                Teller.sepay(account.account())
                        .amount(200_000)
                        .with("transferType", "out")
                        .with("referenceCode", "FT2"));
        state(back(200_000, "FT2", rent.code()));
        assertThat(office.movements(account)).hasSize(2);
        assertThat(office.now(rent).paidVnd()).isZero();
        assertThat(office.balance(account, "owed")).isEqualTo(200_000);
    }

    @Test
    void what_is_not_plain_changes_nothing_and_waits_for_somebody() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, 200_000, rent.code());
        office.hear(account, 200_000, rent.code());
        state(back(200_000, "FT8", rent.code()) + back(70_000, "FT9", "tra lai"));
        assertThat(office.now(rent).state()).as("either of two may be meant").isEqualTo(Payable.State.PAID);
        for (int movement : List.of(3, 4)) {
            assertThat(finding(movement).outcome()).isEqualTo(MatchStatus.REVERSAL);
            assertThat(finding(movement).code()).isNull();
            assertThat(clerk.page("/money/findings/" + account.number() + "/" + movement, 200)
                            .text())
                    .contains("Chưa rõ ngân hàng thu lại khoản nào");
        }
    }

    @Test
    void each_of_two_equal_parts_is_taken_back_once() throws Exception {
        Payable rent = office.ask(account, 200_000);
        for (int i = 1; i <= 2; i++)
            office.hear(
                    account,
                    Teller.sepay(account.account())
                            .amount(100_000)
                            .memo(rent.code())
                            .with("referenceCode", "FT" + i));
        state(back(100_000, "FT1", "") + back(100_000, "FT2", "") + back(100_000, "FT3", rent.code()));
        assertThat(office.now(rent).paidVnd()).isZero();
        assertThat(finding(5).code()).isNull();
    }

    @Test
    void the_list_of_what_a_rule_closed_goes_on_behind_what_was_taken_back_since() throws Exception {
        Payable rent = office.ask(account, 200_000);
        for (int i = 1; i <= 12; i++)
            office.hear(
                    account,
                    Teller.sepay(account.account())
                            .amount(1_000)
                            .memo(rent.code())
                            .with("referenceCode", "FT" + i));
        // the last of the first page of ten
        state(back(1_000, "FT3", "hoan tra"));
        assertThat(finding(3).decision()).as("premise").isEqualTo(PaymentException.Decision.REFUNDED);
        var first = clerk.page("/money/findings/closed", 200);
        var second = clerk.page(first.select(".pager [rel=next]").attr("href"), 200);
        String path = "/money/findings/" + account.number() + "/";
        assertThat(first.select("tbody .open").eachAttr("href").getLast()).isEqualTo(path + 3);
        assertThat(second.select("tbody .open").eachAttr("href")).startsWith(path + 2, path + 1);
    }

    private PaymentException finding(long movement) {
        return office.the(PaymentExceptionStore.class)
                .find(account.number(), movement)
                .orElseThrow();
    }

    private void state(String entries) throws Exception {
        Visitor.next(send(camt(entries), "ISO"));
    }
}
