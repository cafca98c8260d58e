package vn.thucchat.foundation.money.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.accounts.StoredAccounts;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** A connection serves the units that its keeper allowed, and accounts that its messages can mean. */
@ApplicationTest
@NullMarked
class ConnectionUnitsTests {

    private static final UnitCode OTHER = new UnitCode("05455");

    private final Office office;
    private final Visitor clerk;
    private final MockMvc mvc;
    private final ReceivingAccounts accounts;
    private final Connections connections;

    ConnectionUnitsTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        office = new Office(application);
        clerk = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "19"));
        this.mvc = mvc;
        accounts = application.getBean(ReceivingAccounts.class);
        connections = application.getBean(Connections.class);
    }

    private static ReceivingAccounts.New wanted(
            String bin, String number, UnitCode unit, ReceivingAccount like, String connection) {
        return new ReceivingAccounts.New(
                bin, number, "NGUYEN THI CHO", unit, ReceivingAccount.Purpose.OWNER, connection, like.synthetic());
    }

    @Test
    void the_keeper_chooses_the_units_and_takes_one_back_that_does_not_use_it() throws Exception {
        ReceivingAccount account = office.account();
        String connection = Objects.requireNonNull(account.connection());
        String at = "/money/connections/" + connection;
        var draft = wanted("970436", "9" + account.account(), OTHER, account, connection);
        assertThat(accounts.unheard(List.of(draft))).containsEntry(draft, ReceivingAccounts.Unheard.NOT_SERVED);
        assertThat(connections.serving(OTHER, false)).noneMatch(one -> one.id().equals(connection));

        assertThat(clerk.page(at, 200).select("select[name=unit] option[value=05455]"))
                .hasSize(1);
        Visitor.next(clerk.submit(at + "/units", Map.of("unit", "05455")));
        assertThat(accounts.unheard(List.of(draft))).isEmpty();
        assertThat(connections.serving(OTHER, false)).anyMatch(one -> one.id().equals(connection));
        assertThat(connections.serving(OTHER, true)).noneMatch(one -> one.id().equals(connection));
        assertThat(office.logged("payments.connection-allowed", at)).isEqualTo(1);

        accounts.open(List.of(draft));
        assertThat(clerk.submit(at + "/units/removed", Map.of("unit", "05455")).getStatus())
                .as("in use")
                .isEqualTo(422);
        new StoredAccounts(office.the(JdbcClient.class))
                .connect(accounts.existing(List.of(draft)).getFirst().number(), null);
        Visitor.next(clerk.submit(at + "/units/removed", Map.of("unit", "05455")));
        assertThat(clerk.submit(at + "/units/removed", Map.of("unit", Office.UNIT.value()))
                        .getStatus())
                .as("its own")
                .isEqualTo(422);
        var elsewhere = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05455"));
        for (String way : List.of("/units", "/units/removed"))
            assertThat(elsewhere.submit(at + way, Map.of("unit", "05455")).getStatus())
                    .isEqualTo(404);
    }

    @Test
    void a_number_that_two_accounts_have_is_refused_where_messages_name_no_bank() throws Exception {
        for (Provider provider : Provider.values()) {
            ReceivingAccount account = office.account(provider, Office.UNIT);
            String connection = Objects.requireNonNull(account.connection());
            var elsewhere = wanted("970422", account.account(), Office.UNIT, account, connection);
            var unnamed = wanted("970455", account.account(), Office.UNIT, account, connection);
            boolean apart = provider.namesBanks();
            assertThat(accounts.unheard(List.of(elsewhere)).containsValue(ReceivingAccounts.Unheard.AMBIGUOUS))
                    .as(provider.name())
                    .isEqualTo(!apart);
            assertThat(accounts.unheard(List.of(unnamed)))
                    .as("a bank that no message names")
                    .containsEntry(unnamed, ReceivingAccounts.Unheard.AMBIGUOUS);
        }
    }

    @Test
    void a_virtual_account_differs_from_another_by_more_than_capitals() {
        ReceivingAccount account = office.account();
        String connection = Objects.requireNonNull(account.connection());
        var first = wanted("970436", "VQR" + account.account() + "M", Office.UNIT, account, connection);
        accounts.open(List.of(first));
        var second = wanted("970436", "vqr" + account.account() + "m", Office.UNIT, account, connection);
        assertThat(accounts.unheard(List.of(second))).containsEntry(second, ReceivingAccounts.Unheard.AMBIGUOUS);
    }

    @Test
    void a_virtual_account_that_another_unit_registers_takes_over_nobody_s_payments() {
        ReceivingAccount victim = office.account();
        String connection = Objects.requireNonNull(victim.connection());
        String virtual = "VQR" + victim.account();
        office.hear(victim, Teller.sepay(victim.account()).with("subAccount", virtual));
        connections.putUnits(connection, List.of(OTHER));
        ReceivingAccount thief = accounts.open(List.of(wanted("970436", virtual, OTHER, victim, connection)))
                .getFirst();
        office.hear(victim, Teller.sepay(victim.account()).with("subAccount", virtual));
        assertThat(office.movements(victim)).hasSize(2);
        assertThat(office.movements(thief)).isEmpty();

        String own = "VQO" + victim.account();
        ReceivingAccount stall = accounts.open(List.of(wanted("970436", own, Office.UNIT, victim, connection)))
                .getFirst();
        hear(connection, Teller.sepay(victim.account()).with("subAccount", own));
        assertThat(office.movements(stall)).as("of the same unit it is meant").hasSize(1);
    }

    @Test
    void an_accountant_connects_an_account_only_where_it_can_be_told_apart() throws Exception {
        ReceivingAccount account = office.account(Provider.PAYOS, Office.UNIT);
        String connection = Objects.requireNonNull(account.connection());
        ReceivingAccount same = accounts.open(List.of(new ReceivingAccounts.New(
                        "970422",
                        account.account(),
                        "NGUYEN THI CHO",
                        Office.UNIT,
                        ReceivingAccount.Purpose.OWNER,
                        null,
                        false)))
                .getFirst();
        var refused =
                clerk.submit("/money/accounts/" + same.number() + "/connection", Map.of("connection", connection));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(refused).text()).contains("cùng số ở ngân hàng khác");
        var added = clerk.submit(
                "/money/accounts",
                Map.of(
                        "bin",
                        "970432",
                        "account",
                        account.account(),
                        "holder",
                        "BAN QUAN LY",
                        "unit",
                        Office.UNIT.value(),
                        "connection",
                        connection));
        assertThat(added.getStatus()).isEqualTo(422);
        assertThat(accounts.find("970432", account.account())).isEmpty();
        ReceivingAccount closed = office.account();
        StoredAccounts.close(office.the(JdbcClient.class), Objects.requireNonNull(closed.connection()), TestTime.now());
        assertThat(accounts.connect(clerk.actor(), same.number(), closed.connection()))
                .isEqualTo(Result.invalid("connection", "payments.account.unheard.NOT_SERVED"));
    }

    private void hear(String connection, Teller teller) {
        String body = teller.body();
        assertThat(office.the(Notifications.class)
                        .take(connection, teller.headers(body), body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(Notifications.Receipt.Taken.class);
    }
}
