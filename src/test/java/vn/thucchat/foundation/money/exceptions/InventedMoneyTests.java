package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** What demonstration accounts see of the books of a unit with real money, and what a sum is of. */
@ApplicationTest
@NullMarked
class InventedMoneyTests {

    /** A unit of which no other test keeps books. */
    private static final UnitCode UNIT = new UnitCode("05449");

    private final Office office;
    private final Visitor clerk;
    private final Visitor demonstration;
    private ReceivingAccount real;
    private ReceivingAccount invented;

    InventedMoneyTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        office = new Office(application);
        real = account(ReceivingAccount.Purpose.CHARGES, false);
        invented = account(ReceivingAccount.Purpose.CHARGES, true);
        clerk = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, UNIT.value()));
        demonstration = new Visitor(mvc, Persons.synthetic(PaymentRoles.ACCOUNTANT, UNIT.value()));
    }

    @BeforeEach
    void open() {
        real = account(ReceivingAccount.Purpose.CHARGES, false);
        invented = account(ReceivingAccount.Purpose.CHARGES, true);
    }

    private ReceivingAccount account(ReceivingAccount.Purpose purpose, boolean synthetic) {
        return office.account(Provider.SEPAY, UNIT, purpose, synthetic);
    }

    @Test
    void a_demonstration_account_is_shown_only_what_is_invented() throws Exception {
        for (ReceivingAccount each : List.of(real, invented)) {
            Payable rent = office.ask(each, 200_000);
            office.hear(each, 57_000, "khong ro");
            office.hear(each, 50_000, rent.code());
            office.hear(each, 58_000, "khong ro");
        }
        Visitor.next(clerk.submit(path(real, 3) + "/settled", Map.of("version", 1, "how", "REFUND")));
        Visitor.next(demonstration.submit(path(invented, 3) + "/settled", Map.of("version", 1, "how", "REFUND")));
        Map.of(
                        "/money/findings", "/money/findings/%d/1",
                        "/money/findings/closed", "/money/findings/%d/2",
                        "/money/refunds", "/money/findings/%d/3",
                        "/money/accounts", "/money/accounts/%d")
                .forEach((list, path) -> {
                    assertThat(shows(clerk, list, path, real)).as(list).isTrue();
                    assertThat(shows(demonstration, list, path, invented))
                            .as(list)
                            .isTrue();
                    assertThat(shows(demonstration, list, path, real)).as(list).isFalse();
                });
        assertThat(demonstration
                        .page("/money/findings", 200)
                        .select("select[name=account] option")
                        .eachAttr("value"))
                .contains(number(invented))
                .doesNotContain(number(real));
        String connections = demonstration.page("/money/connections", 200).text();
        assertThat(connections).contains(Objects.requireNonNull(invented.connection()));
        assertThat(connections).doesNotContain(Objects.requireNonNull(real.connection()));
    }

    @Test
    void a_demonstration_account_neither_reads_nor_decides_a_real_payment_that_is_held() throws Exception {
        String body = Teller.sepay("5" + real.account()).memo("mua rau").body();
        office.the(Notifications.class)
                .take(
                        Objects.requireNonNull(real.connection()),
                        Teller.sepay("5" + real.account()).memo("mua rau").headers(body),
                        body.getBytes(StandardCharsets.UTF_8));
        String held = office.the(HeldPayments.class).open(clerk.actor(), null, 100).stream()
                .map(HeldPayments.Waiting::payment)
                .filter(payment -> real.connection() != null
                        && real.connection().equals(payment.said().connection()))
                .map(HeldPayments::path)
                .findFirst()
                .orElseThrow();
        clerk.page(held, 200);
        assertThat(clerk.page("/money/held", 200).select("a[href=" + held + "]"))
                .isNotEmpty();
        demonstration.page(held, 404);
        assertThat(demonstration.page("/money/held", 200).select("a[href=" + held + "]"))
                .isEmpty();
        for (String act : List.of("/original", "/released", "/rejected"))
            assertThat(demonstration
                            .submit(held + act, Map.of("version", 1, "reason", "Không phải"))
                            .getStatus())
                    .as(act)
                    .isEqualTo(404);
    }

    @Test
    void what_is_invented_and_what_is_a_trader_s_own_is_in_no_sum_of_real_money() throws Exception {
        ReceivingAccount trader = account(ReceivingAccount.Purpose.OWNER, false);
        Payable sale = office.ask(trader, 4_000_123);
        office.hear(trader, 4_000_123, "mua rau " + sale.code().substring(0, 8));
        office.hear(real, 4_000_001, "khong ro");
        office.hear(invented, 4_000_020, "khong ro");
        String list = "/money/findings?from=4000000&to=4001000";
        assertThat(clerk.page(list, 200).select("tbody .open")).as("premise").hasSize(3);
        assertThat(clerk.page(list, 200).select(".total").eachText())
                .containsExactly(
                        "1 khoản, còn chờ 4.000.001 đồng (không cộng 1 khoản trên tài khoản của người bán)",
                        "minh họa: 1 khoản, còn chờ 4.000.020 đồng");
        assertThat(demonstration.page(list, 200).select(".total").eachText())
                .containsExactly("minh họa: 1 khoản, còn chờ 4.000.020 đồng");
    }

    /** Whether a list links to something of an account on any of its pages. */
    private static boolean shows(Visitor who, String list, String path, ReceivingAccount account) {
        String wanted = path.formatted(account.number());
        try {
            for (String next = list; !next.isEmpty(); ) {
                var page = who.page(next, 200);
                if (page.select("tbody a[href]").eachAttr("href").stream()
                        .anyMatch(href -> href.equals(wanted) || href.startsWith(wanted + "?"))) return true;
                next = page.select(".pager [rel=next]").attr("href");
            }
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(ReceivingAccount account) {
        return Integer.toString(account.number());
    }

    private static String path(ReceivingAccount account, long movement) {
        return "/money/findings/" + account.number() + "/" + movement;
    }
}
