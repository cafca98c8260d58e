package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** Money that is given back, from the decision to the payment out that did it. */
@ApplicationTest
@NullMarked
class RefundTests {

    private final MockMvc mvc;
    private final Office office;
    private final Visitor clerk;
    private ReceivingAccount account;

    RefundTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        this.mvc = mvc;
        office = new Office(application);
        account = office.account();
        clerk = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05437"));
    }

    @BeforeEach
    void open() {
        account = office.account();
    }

    @Test
    void a_payment_out_of_the_same_amount_gives_back_what_was_decided_and_the_books_owe_nothing() throws Exception {
        out(50_000);
        refund(50_000);
        assertThat(office.balance(account, "refund")).isEqualTo(-50_000);
        assertThat(clerk.page("/money/refunds", 200).select("tbody .open").eachAttr("href"))
                .contains(path(2));
        assertThat(clerk.page("/", 200).select("a[href=/money/refunds]")).isNotEmpty();
        out(49_000);
        long paid = out(50_000);
        assertThat(offered(2)).as("not other amounts").contains(paid).doesNotContain(3L);

        assertThat(Visitor.next(say(2, 2, paid))).isEqualTo("/money/refunds");
        assertThat(office.balance(account, "refund")).isZero();
        assertThat(office.balance(account, "out")).isEqualTo(99_000);
        assertThat(office.balance(account, "bank")).isEqualTo(-99_000);
        assertThat(clerk.page(path(2), 200).text()).contains("Đã hoàn trả");
        assertThat(offered(2)).isEmpty();
        assertThat(clerk.page("/money/refunds", 200).select("tbody .open").eachAttr("href"))
                .doesNotContain(path(2));
        assertThat(say(2, 2, paid).getStatus()).as("sent twice").isEqualTo(409);
        assertThat(say(2, 3, paid).getStatus()).as("said twice").isEqualTo(409);
        assertThat(office.balance(account, "refund")).isZero();
        assertThat(office.logged("payments.refund-paired", path(2))).isEqualTo(1);
    }

    @Test
    void one_payment_out_gives_back_one_payment_in() throws Exception {
        refund(50_000);
        refund(50_000);
        long paid = out(50_000);
        assertThat(offered(1)).containsExactly(paid);
        assertThat(offered(2)).containsExactly(paid);
        Visitor.next(say(1, 2, paid));
        assertThat(offered(2)).isEmpty();
        assertThat(clerk.page(path(2), 200).text()).contains("chưa báo khoản chi nào đúng 50.000");
        assertThat(say(2, 2, paid).getStatus()).isEqualTo(409);
        assertThat(office.balance(account, "refund")).isEqualTo(-50_000);
    }

    @Test
    void what_does_not_fit_gives_nothing_back() throws Exception {
        refund(50_000);
        office.hear(account, 50_000, "");
        long more = out(51_000);
        for (long outgoing : new long[] {1, 2, more, 99, -1})
            assertThat(say(1, 2, outgoing).getStatus())
                    .as("movement " + outgoing)
                    .isEqualTo(409);
        assertThat(say(2, 1, more).getStatus()).as("nobody decided that").isEqualTo(409);
        var other = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05440"));
        assertThat(other.submit(path(1) + "/returned", Map.of("version", 2, "outgoing", more))
                        .getStatus())
                .isEqualTo(404);
        assertThat(other.page("/money/refunds", 200).select("tbody .open[href=" + path(1) + "]"))
                .isEmpty();
        clerk.page("/money/refunds?cursor=nonsense", 400);
        assertThat(office.balance(account, "refund")).isEqualTo(-50_000);
    }

    @Test
    void the_list_goes_on_where_it_ended() throws Exception {
        for (int i = 1; i <= 3; i++) refund(10_000 + i);
        var refunds = office.the(Refunds.class);
        var seen = new java.util.ArrayList<Long>();
        @org.jspecify.annotations.Nullable String next = "";
        while (next != null) {
            var page = refunds.waiting(clerk.actor(), Cursor.read(next), 1);
            for (var it : page.items())
                if (it.account().number() == account.number())
                    seen.add(it.finding().movement());
            next = page.nextCursor();
        }
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    private void refund(long amountVnd) throws Exception {
        long number = office.hear(account, amountVnd, "gui nham").number();
        Visitor.next(clerk.submit(path(number) + "/settled", Map.of("version", 1, "how", "REFUND")));
    }

    private long out(long amountVnd) {
        return office.hear(
                        account,
                        Teller.sepay(account.account()).amount(amountVnd).with("transferType", "out"))
                .number();
    }

    private java.util.List<Long> offered(long movement) throws Exception {
        return clerk.page(path(movement), 200).select("input[name=outgoing]").eachAttr("value").stream()
                .map(Long::valueOf)
                .toList();
    }

    private org.springframework.mock.web.MockHttpServletResponse say(long movement, int version, long outgoing)
            throws Exception {
        return clerk.submit(path(movement) + "/returned", Map.of("version", version, "outgoing", outgoing));
    }

    private String path(long movement) {
        return "/money/findings/" + account.number() + "/" + movement;
    }
}
