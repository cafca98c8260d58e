package vn.thucchat.foundation.money.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.foundation.money.payments.StoredRemittances;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** The pages where connections, accounts and layouts are kept. */
@ApplicationTest
@NullMarked
class MoneyPagesTests {

    private final Office office;
    private final MockMvc mvc;
    private final Visitor clerk;
    private final Visitor other;

    MoneyPagesTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        office = new Office(application);
        this.mvc = mvc;
        clerk = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05437"));
        other = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05440"));
    }

    @Test
    void a_connection_is_opened_and_its_secret_never_shown_again() throws Exception {
        String name = "Chợ Thái " + name();
        assertThat(clerk.page("/money/connections", 200).select("input[name=id]"))
                .as("nobody types a code")
                .isEmpty();
        String at = Visitor.next(clerk.submit("/money/connections", connection(name)));
        String id = "cho-thai-" + name.substring("Chợ Thái ".length()) + "-sepay";
        assertThat(at).isEqualTo("/money/connections/" + id);

        var page = clerk.page(at, 200);
        assertThat(page.select("code").text()).endsWith("/api/v1/payments/notifications/" + id);
        assertThat(page.html()).doesNotContain("a-secret-of-the-bank");
        assertThat(clerk.page("/money/connections?q=" + id, 200).select("tbody a[href=" + at + "]"))
                .hasSize(1);
        assertThat(Visitor.parsed(clerk.submit("/money/connections", connection(name)))
                        .select(".errors a")
                        .attr("href"))
                .as("the same name again")
                .isEqualTo("#name");

        Visitor.next(clerk.submit(at + "/secret", Map.of("secret", "another-secret-of-the-bank")));
        assertThat(clerk.submit(at + "/secret", Map.of("secret", "short")).getStatus())
                .isEqualTo(422);
        Visitor.next(clerk.submit(at + "/closed", Map.of("closed", "true")));
        assertThat(clerk.page(at, 200).select(".notice.warned")).hasSize(1);
        Visitor.next(clerk.submit(at + "/closed", Map.of("closed", "false")));
        assertThat(office.logged("payments.secret-changed", at)).isEqualTo(1);

        other.page(at, 404);
        assertThat(other.submit(at + "/secret", Map.of("secret", "stolen-stolen-stolen"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(other.submit(at + "/closed", Map.of("closed", "true")).getStatus())
                .isEqualTo(404);
        assertThat(other.page("/money/connections", 200).select("tbody a[href=" + at + "]"))
                .isEmpty();
    }

    @Test
    void long_names_that_begin_alike_and_names_of_closed_connections_are_no_hindrance() throws Exception {
        String begin = "Ban quản lý chợ " + name() + " trung tâm thành phố ";
        String first = Visitor.next(clerk.submit("/money/connections", connection(begin + "Thái Nguyên")));
        String second = Visitor.next(clerk.submit("/money/connections", connection(begin + "Thái Bình")));
        var elsewhere = connection(begin + "Thái Nguyên");
        elsewhere.put("unit", "05440");
        String third = Visitor.next(other.submit("/money/connections", elsewhere));
        assertThat(id(first)).hasSizeLessThanOrEqualTo(40).endsWith("-sepay");
        assertThat(id(second)).hasSizeLessThanOrEqualTo(40).endsWith("-sepay-2");
        assertThat(id(third)).endsWith("-sepay-3");
        assertThat(clerk.page(second, 200).text()).contains(begin + "Thái Bình");
        assertThat(office.logged("payments.connection-opened", second)).isEqualTo(1);
        assertThat(clerk.submit("/money/connections", connection(begin + "thái bình"))
                        .getStatus())
                .as("sent twice")
                .isEqualTo(422);
        Visitor.next(clerk.submit(second + "/closed", Map.of("closed", "true")));
        assertThat(Visitor.next(clerk.submit("/money/connections", connection(begin + "Thái Bình"))))
                .endsWith("-sepay-4");
    }

    @ParameterizedTest
    @CsvSource({"provider, NOBODY", "unit, 05440", "unit, ?", "name, ''", "secret, short"})
    void what_cannot_be_opened_is_told_with_its_field_and_the_secret_is_not_sent_back(String field, String value)
            throws Exception {
        var fields = connection(name());
        fields.put(field, value);
        var response = clerk.submit("/money/connections", fields);
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select(".errors a").eachAttr("href"))
                .containsExactly("#" + field);
        assertThat(response.getContentAsString()).doesNotContain("a-secret-of-the-bank");
    }

    @Test
    void all_that_a_connection_lacks_is_told_at_once() throws Exception {
        var response = clerk.submit("/money/connections", Map.of("name", ""));
        assertThat(Visitor.parsed(response).select(".errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#provider", "#unit", "#name", "#secret");
    }

    @Test
    void when_a_connection_was_last_heard_is_told() throws Exception {
        ReceivingAccount account = office.account();
        String at = "/money/connections/" + account.connection();
        assertThat(clerk.page(at, 200).text()).contains("Chưa có tin nào");
        office.hear(account, 15_000, "");
        assertThat(clerk.page(at, 200).text()).doesNotContain("Chưa có tin nào");
    }

    @Test
    void an_account_for_charges_is_added_connected_and_its_books_are_read() throws Exception {
        String number = "66" + System.nanoTime() % 1_000_000_000L;
        Map<String, String> fields = Map.of(
                "bin", "970436", "account", number, "holder", "BAN QUAN LY CHO", "unit", "05437", "connection", "");
        String at = Visitor.next(clerk.submit("/money/accounts", fields));
        assertThat(Visitor.next(clerk.submit("/money/accounts", fields)))
                .as("again")
                .isEqualTo(at);
        assertThat(office.logged("payments.account-added", at)).isEqualTo(1);
        int before = Integer.parseInt(at.substring(at.lastIndexOf('/') + 1)) - 1;
        assertThat(clerk.page("/money/accounts?cursor=" + Cursor.of(before), 200)
                        .select("tbody a[href=" + at + "]"))
                .hasSize(1);
        assertThat(clerk.page(at, 200).text()).contains("Vietcombank", "BAN QUAN LY CHO");

        String connection = id(Visitor.next(clerk.submit("/money/connections", connection(name()))));
        Visitor.next(clerk.submit(at + "/connection", Map.of("connection", connection)));
        assertThat(clerk.page(at, 200).select("option[selected]").val()).isEqualTo(connection);
        Visitor.next(clerk.submit(at + "/connection", Map.of("connection", "")));
        assertThat(clerk.submit(at + "/connection", Map.of("connection", "no-such-one"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(other.submit(at + "/connection", Map.of("connection", "")).getStatus())
                .isEqualTo(404);
        other.page(at, 404);
        assertThat(other.submit("/money/accounts", fields).getStatus())
                .as("another unit's")
                .isEqualTo(422);
        assertThat(clerk.submit("/money/accounts", Map.of("bin", "1", "account", "-", "holder", ""))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_connection_that_its_keeper_does_not_list_stays_chosen() throws Exception {
        String name = name();
        var province = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "19"));
        var fields = connection(name);
        fields.put("unit", "19");
        String connection = Visitor.next(province.submit("/money/connections", fields));
        String id = id(connection);
        Visitor.next(province.submit(connection + "/units", Map.of("unit", "05437")));
        String number = "67" + System.nanoTime() % 1_000_000_000L;
        String at = Visitor.next(clerk.submit(
                "/money/accounts",
                Map.of("bin", "970436", "account", number, "holder", "BAN QUAN LY CHO", "unit", "05437")));
        Visitor.next(province.submit(at + "/connection", Map.of("connection", id)));
        var chosen = clerk.page(at, 200).select("option[selected]");
        assertThat(chosen.val()).isEqualTo(id);
        assertThat(chosen.text()).isEqualTo(name);
        clerk.page(connection, 404);
    }

    @Test
    void what_is_no_text_is_told_and_not_taken_for_a_fault_of_the_platform() throws Exception {
        String number = "68" + System.nanoTime() % 1_000_000_000L;
        String at = Visitor.next(clerk.submit(
                "/money/accounts",
                Map.of("bin", "970436", "account", number, "holder", "BAN QUAN LY CHO", "unit", "05437")));
        assertThat(clerk.submit(at + "/connection", Map.of("connection", "no\0such"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void an_account_shows_its_books() throws Exception {
        ReceivingAccount account = office.account();
        office.hear(account, 15_000, "");
        var page = clerk.page("/money/accounts/" + account.number(), 200);
        for (var table : page.select("table"))
            for (var row : table.select("tbody tr"))
                assertThat(row.children()).as(row.html()).hasSameSizeAs(table.select("thead th"));
        String text = page.text();
        assertThat(text).contains("Chưa rõ trả cho gì", "−15.000", "Chưa có sao kê");
        assertThat(clerk.page("/money/accounts?all=true&q=" + account.account(), 200)
                        .select("tbody a[href=/money/accounts/" + account.number() + "]"))
                .hasSize(1);
        assertThat(clerk.page("/money/accounts?q=" + account.account(), 200)
                        .select("tbody tr")
                        .getFirst()
                        .text())
                .as("accounts of one holder are told apart")
                .contains(
                        "15.000 đồng",
                        office.the(vn.thucchat.foundation.units.Units.class)
                                .nearest(account.unit(), java.time.LocalDate.of(2026, 11, 1))
                                .orElseThrow()
                                .name());
    }

    @Test
    void a_layout_is_added_once_and_faults_name_their_field() throws Exception {
        var fields = new HashMap<String, String>(Map.of(
                "name",
                "Ngân hàng " + name(),
                "source",
                "tệp mẫu",
                "delimiter",
                "SEMICOLON",
                "headerLine",
                "3",
                "date",
                "Ngày",
                "datePattern",
                "dd/MM/yyyy",
                "amount",
                "Số tiền",
                "memo",
                "Nội dung"));
        // layouts are everybody's: a ward's accountant reads them
        assertThat(other.submit("/money/layouts", fields).getStatus()).isEqualTo(403);
        assertThat(other.page("/money/layouts", 200).select("form[action=/money/layouts]"))
                .isEmpty();
        var clerk = new Visitor(this.clerk.mvc(), Persons.a(PaymentRoles.ACCOUNTANT, "19"));
        assertThat(Visitor.next(clerk.submit("/money/layouts", fields))).isEqualTo("/money/layouts");
        assertThat(clerk.page("/money/layouts", 200).select(".log b").eachText())
                .contains(fields.get("name"));
        assertThat(clerk.submit("/money/layouts", fields).getStatus()).isEqualTo(422);
        for (String field : new String[] {"name", "source", "date", "memo", "amount", "datePattern", "headerLine"}) {
            var bad = new HashMap<>(fields);
            bad.put(field, field.equals("datePattern") ? "qqqqq{" : "");
            var response = clerk.submit("/money/layouts", bad);
            assertThat(response.getStatus()).as(field).isEqualTo(422);
            assertThat(Visitor.parsed(response).select(".errors a").eachAttr("href"))
                    .containsExactly("#" + field);
        }
    }

    @Test
    void who_paid_is_forgotten_after_its_days_and_the_money_is_not() throws Exception {
        ReceivingAccount account = office.account();
        office.hear(account, 15_000, "tien cho");
        String path = "/money/findings/" + account.number() + "/1/original";
        InstantSource tomorrow = () -> TestTime.now().plusSeconds(86_400);
        StoredRemittances.forget(office, tomorrow, 400);
        assertThat(Visitor.parsed(clerk.submit(path, Map.of())).text()).contains("tien cho");
        assertThat(StoredRemittances.forget(office, tomorrow, 0)).isPositive();
        assertThat(Visitor.parsed(clerk.submit(path, Map.of())).text()).contains("đã xóa");
        assertThat(office.movements(account)).hasSize(1);
    }

    @Test
    void the_demonstration_s_connections_can_be_closed_all_at_once() {
        String id = name();
        var connections = office.the(Connections.class);
        connections.put(
                new Connection(id, Provider.SEPAY, new UnitCode("05437"), "Demo", true, TestTime.now(), null),
                "a-secret-of-the-demo");
        assertThat(connections.closeSynthetic()).isPositive();
        assertThat(connections.known(id)).isEmpty();
        connections.reopenSynthetic(id);
        assertThat(connections.known(id)).isPresent();
    }

    private static Map<String, String> connection(String name) {
        return new HashMap<>(
                Map.of("provider", "SEPAY", "unit", "05437", "name", name, "secret", "a-secret-of-the-bank"));
    }

    private static String id(String path) {
        return path.substring("/money/connections/".length());
    }

    private static String name() {
        return "t-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
