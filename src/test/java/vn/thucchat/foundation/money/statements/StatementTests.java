package vn.thucchat.foundation.money.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.testing.Visitor;

/** Banks' statements, from the file to the day that agrees. */
@NullMarked
class StatementTests extends StatementTest {

    StatementTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        super(application, mvc, 1);
    }

    @Test
    void a_statement_and_notifications_tell_of_each_movement_once_and_the_day_agrees() throws Exception {
        Payable rent = office.ask(account, 200_000);
        Movement told = office.hear(account, teller(200_000, rent.code()).with("referenceCode", "FT1"));
        assertThat(told.day()).isEqualTo(day);
        String file = camt(
                1_000_000,
                1_245_000,
                in(200_000, "FT1", rent.code()),
                in(50_000, "FT2", "nop tien"),
                out(5_000, "FT3"));

        String page = Visitor.next(send(file, "ISO"));
        assertThat(clerk.page(page, 200).select(".facts dd").eachText()).startsWith("3", "2", "1");
        assertThat(clerk.page(page, 200).select(".good").text()).contains("Khớp");
        assertThat(Visitor.next(send(file, "ISO"))).as("the same file again").isEqualTo(page);
        assertThat(office.movements(account)).hasSize(3);
        assertThat(office.balance(account, "bank")).isEqualTo(245_000);
        assertThat(office.balance(account, "suspense")).isEqualTo(-50_000);

        var reconciled = clerk.page(path() + "/days/" + day, 200);
        assertThat(reconciled.select(".verdict.good")).hasSize(1);
        assertThat(reconciled.text()).contains("Chỉ có trong sao kê").contains("250.000");
        assertThat(clerk.page(path(), 200).select("a[href$=days/" + day + "]")).hasSize(1);
        assertThat(clerk.page(path() + "/statements", 200).select(".log a[href=" + page + "]"))
                .hasSize(1);
        assertThat(clerk.page(path() + "/statements?before=" + new UUID(0, 0), 200)
                        .select(".log a"))
                .isEmpty();
        assertThat(Visitor.parsed(clerk.submit("/money/findings/" + account.number() + "/2/original", Map.of()))
                        .text())
                .contains("nop tien", "NGUYEN VAN B");
    }

    @Test
    void what_the_bank_does_not_state_is_a_difference() throws Exception {
        office.hear(account, teller(15_000, ""));
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict").text())
                .contains("Chưa có sao kê");
        Visitor.next(send(camt(0, 20_000, in(20_000, "FT5", "")), "ISO"));
        var page = clerk.page(path() + "/days/" + day, 200);
        assertThat(page.select(".verdict.bad").text()).contains("Lệch");
        assertThat(page.select("h2").eachText()).contains("Được báo nhưng không có trong sao kê");
        assertThat(page.text()).contains("35.000");
    }

    @Test
    void a_day_on_which_nothing_moved_is_stated_too() throws Exception {
        String pending = in(20_000, "FT5", "").replace("BOOK", "PDNG");
        for (String file : List.of(camt(70_000, 70_000), camt(70_000, 70_000, pending))) {
            String page = Visitor.next(send(file, "ISO"));
            assertThat(clerk.page(page, 200).select(".facts dd").eachText()).startsWith("0", "0", "0");
            assertThat(clerk.page(page, 200).select(".good").text()).contains("Khớp");
        }
        assertThat(office.movements(account)).isEmpty();
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.good"))
                .hasSize(1);
        office.hear(account, teller(15_000, ""));
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.bad"))
                .as("told, and on that day nothing is stated")
                .hasSize(1);
    }

    @Test
    void a_reference_longer_than_any_bank_s_is_refused() throws Exception {
        String longest = "R".repeat(200);
        assertThat(send(camt(0, 15_000, in(15_000, longest, "")), "ISO").getStatus())
                .isEqualTo(422);
        assertThat(send(camt(0, 15_000, numbered(longest, "FT1")), "ISO").getStatus())
                .isEqualTo(422);
        assertThat(send(csv(row(longest, "15.000", "")), LAYOUT).getStatus()).isEqualTo(422);
        assertThat(office.movements(account)).isEmpty();
    }

    @Test
    void a_statement_of_nothing_and_of_no_day_or_of_one_to_come_is_refused() throws Exception {
        String quiet = camt(70_000, 70_000);
        assertThat(send(quiet.replaceAll("(?s)<Bal>.*</Bal>", ""), "ISO").getStatus())
                .isEqualTo(422);
        String future = quiet.replace(day.toString(), today.plusDays(2).toString());
        assertThat(Visitor.parsed(send(future, "ISO")).select("#refused ~ ul").text())
                .contains("tương lai");
    }

    @Test
    void balances_that_change_without_a_line_are_a_difference() throws Exception {
        String page = Visitor.next(send(camt(70_000, 90_000), "ISO"));
        assertThat(clerk.page(page, 200).select(".notice.warned").text()).contains("20.000");
    }

    @Test
    void what_is_booked_on_another_day_is_told_apart() throws Exception {
        office.hear(
                account,
                Teller.sepay(account.account())
                        .at(day.minusDays(1).atTime(23, 59))
                        .with("referenceCode", "FT7"));
        Visitor.next(send(camt(0, 15_000, in(15_000, "FT7", "")), "ISO"));
        for (LocalDate either : List.of(day, day.minusDays(1)))
            assertThat(clerk.page(path() + "/days/" + either, 200).select("h2").eachText())
                    .contains(either.equals(day) ? "Ghi sổ ngày khác" : "Sao kê");
    }

    @Test
    void balances_that_do_not_follow_from_the_lines_are_a_difference() throws Exception {
        String page = Visitor.next(send(camt(0, 99_000, in(20_000, "FT5", "")), "ISO"));
        assertThat(clerk.page(page, 200).select(".notice.warned").text()).contains("79.000");
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.bad"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "<a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document><BkToCstmrStmt>&x;</BkToCstmrStmt></Document>"
            })
    void what_is_no_statement_is_refused_whole(String file) throws Exception {
        var response = send(file, "ISO");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select(".errors")).hasSize(1);
        assertThat(office.movements(account)).isEmpty();
    }

    @Test
    void one_bad_line_is_left_out_and_named_with_the_statement() throws Exception {
        String page = Visitor.next(
                send(csv(row("R1", "15.000", "a") + row("R2", "abc", "b") + row("R3", "7.000", "c")), LAYOUT));
        assertThat(clerk.page(page, 200).select("#notes ~ ul li").text()).contains("Dòng 3", "Ghi có");
        assertThat(office.movements(account)).extracting(Movement::amountVnd).containsExactly(15_000L, 7_000L);
    }

    @Test
    void where_most_lines_are_bad_all_is_refused_and_every_fault_is_shown() throws Exception {
        var response = send(csv(row("R1", "15.000", "a") + row("R2", "abc", "b") + row("R3", "1,5", "c")), LAYOUT);
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select("#refused ~ ul li")).hasSizeGreaterThanOrEqualTo(2);
        String other = camt(0, 15_000, in(15_000, "FT1", "")).replace(">" + account.account() + "<", ">999<");
        assertThat(Visitor.parsed(send(other, "ISO")).select("#refused ~ ul").text())
                .contains("tài khoản khác");
        String future = camt(0, 15_000, in(15_000, "FT1", ""))
                .replace(day.toString(), today.plusDays(2).toString());
        assertThat(Visitor.parsed(send(future, "ISO")).select("#refused ~ ul").text())
                .contains("tương lai");
        assertThat(send(csv(row("R1", "15.000", "a")), "no-such-layout").getStatus())
                .isEqualTo(422);
        assertThat(office.movements(account)).isEmpty();
    }

    @Test
    void the_same_file_sent_many_times_at_once_is_taken_once() throws Exception {
        byte[] file = camt(0, 20_000, in(20_000, "FT5", "")).getBytes(StandardCharsets.UTF_8);
        List<Callable<Statements.Taking>> many = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            many.add(() -> office.the(Statements.class).take(clerk.actor(), account.number(), "a.xml", file, null));
        int taken = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(many)) if (one.get() instanceof Statements.Taking.Taken) taken++;
        }
        assertThat(taken).isEqualTo(1);
        assertThat(office.movements(account)).hasSize(1);
    }

    @Test
    void nobody_sees_or_sends_what_is_of_others() throws Exception {
        String taken = Visitor.next(send(camt(0, 20_000, in(20_000, "FT5", "")), "ISO"));
        var other = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05440"));
        for (String path : List.of(taken, path(), path() + "/statements", path() + "/days/" + day))
            other.page(path, 404);
        assertThat(other.send(path() + "/statements", Map.of("layout", "ISO"), part("x"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(office.the(Statements.class).take(other.actor(), account.number(), "a", new byte[] {1}, null))
                .isInstanceOf(Statements.Taking.OutOfReach.class);
        assertThat(other.open(api(day, day)).getStatus()).isEqualTo(404);
        clerk.page(path() + "/days/yesterday", 400);
        clerk.page(path() + "/statements/" + UUID.randomUUID(), 404);
    }

    @Test
    void programs_read_payments_page_by_page_and_never_who_paid() throws Exception {
        var rows = new StringBuilder();
        for (int i = 0; i < 205; i++) rows.append(row("R" + i, "15.000", "NGUYEN VAN B tra"));
        Visitor.next(send(csv(rows.toString()), LAYOUT));

        var first = clerk.open(api(day, today)).getContentAsString();
        assertThat(first).doesNotContain("NGUYEN").contains("\"direction\":\"in\"");
        assertThat(first.split("\"number\"", -1)).hasSize(201);
        String next = first.replaceAll("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1");
        var second = clerk.open(api(day, today) + "&cursor=" + next).getContentAsString();
        assertThat(second.split("\"number\"", -1)).hasSize(6);
        assertThat(second).contains("\"nextCursor\":null");
        for (String bad : List.of(
                api(today, day),
                api(day, day.plusYears(2)),
                api(day, today) + "&cursor=x",
                "/api/v1/payments?account=" + account.number() + "&from=2026-13-01&to=2026-12-01",
                "/api/v1/payments?account=abc&from=2026-11-01&to=2026-12-01",
                "/api/v1/payments?from=2026-11-01&to=2026-12-01")) {
            var response = clerk.open(bad);
            assertThat(response.getStatus()).as(bad).isEqualTo(400);
            assertThat(response.getContentType()).contains("application/problem+json");
        }
    }

    private String api(LocalDate from, LocalDate to) {
        return "/api/v1/payments?account=" + account.number() + "&from=" + from + "&to=" + to;
    }
}
