package vn.thucchat.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.identity.Persons;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** Banks' statements, from the file to the day that agrees. */
@ApplicationTest
@NullMarked
class StatementTests {

    /** The layout of the shipped example with columns for in and out. */
    private static final String LAYOUT = "0193492a-0000-7000-8000-000000000001";

    private final LocalDate today = Ground.day(Instant.now());
    private final LocalDate day = today.minusDays(1);
    private final Office office;
    private final Visitor clerk;
    private final MockMvc mvc;
    private ReceivingAccount account;

    StatementTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        this.mvc = mvc;
        office = new Office(application);
        account = office.account();
        clerk = new Visitor(mvc, Persons.a(Role.ACCOUNTANT, "05437"));
    }

    @BeforeEach
    void open() {
        account = office.account();
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
    void a_notification_after_the_statement_is_known_too() throws Exception {
        Visitor.next(send(camt(0, 50_000, in(50_000, "FT9", "")), "ISO"));
        office.hear(account, teller(50_000, "").with("referenceCode", "FT9"));
        assertThat(office.movements(account)).hasSize(1);
    }

    @Test
    void lines_without_a_reference_are_those_that_were_told_with_the_same_words() throws Exception {
        office.hear(account, teller(15_000, "Mua rau"));
        office.hear(account, teller(15_000, "mua cá"));
        office.hear(account, teller(15_000, "mua ca"));
        String rows = row("", "15.000", "MUA RAU")
                + row("", "15.000", "mua ca")
                + row("", "15.000", "mua  CA")
                + row("", "15.000", "mua ca")
                + row("", "20.000", "khac");

        Visitor.next(send(csv(rows), LAYOUT));
        assertThat(office.movements(account))
                .as("the third fish and the 20,000 are new")
                .hasSize(5);
        Visitor.next(send(csv(rows + row("", "20.000", "khac")), LAYOUT));
        assertThat(office.movements(account)).as("one more of 20,000").hasSize(6);
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.good"))
                .hasSize(1);
    }

    @Test
    void what_is_told_after_a_statement_without_references_is_known_once_for_each_line() throws Exception {
        String rows = row("", "15.000", "MBVCB.88.MUA RAU CHO SANG.CT") + row("", "15.000", "mua ca");
        Visitor.next(send(csv(rows), LAYOUT));
        assertThat(office.movements(account)).hasSize(2);
        Teller vegetables = teller(15_000, "Mua rau chợ sáng").with("referenceCode", "FT21");
        Teller fish = teller(15_000, "mua cá").with("referenceCode", "FT22");

        office.hear(account, vegetables);
        office.hear(account, fish);
        office.hear(account, vegetables);
        assertThat(office.movements(account)).as("both were stated").hasSize(2);
        office.hear(account, teller(15_000, "mua ca").with("referenceCode", "FT22"));
        assertThat(office.movements(account))
                .as("the reference is known by now")
                .hasSize(2);
        office.hear(account, teller(15_000, "mua ca").with("referenceCode", "FT23"));
        assertThat(office.movements(account)).as("a second fish").hasSize(3);
        office.hear(account, teller(15_000, "hoa qua").with("referenceCode", "FT24"));
        assertThat(office.movements(account)).as("other words").hasSize(4);
        office.hear(account, teller(20_000, "mua ca").with("referenceCode", "FT25"));
        assertThat(office.movements(account)).as("another amount").hasSize(5);
        Visitor.next(send(csv(rows + row("FT23", "15.000", "mua ca")), LAYOUT));
        assertThat(office.movements(account)).as("stated with and without").hasSize(5);
    }

    @Test
    void a_reference_that_a_statement_gave_is_kept_so_that_another_one_is_another_movement() throws Exception {
        office.hear(account, teller(15_000, "mua rau").with("referenceCode", ""));
        Visitor.next(send(csv(row("FT41", "15.000", "mua rau")), LAYOUT));
        assertThat(office.movements(account)).hasSize(1);
        office.hear(account, teller(15_000, "mua rau").with("referenceCode", "FT41"));
        assertThat(office.movements(account)).as("told again, with it").hasSize(1);
        Visitor.next(send(csv(row("FT42", "15.000", "mua rau")), LAYOUT));
        assertThat(office.movements(account)).as("the messenger lost one").hasSize(2);
        Visitor.next(send(csv(row("FT41", "15.000", "MBVCB.1.khac") + row("FT42", "15.000", "mua rau")), LAYOUT));
        assertThat(office.movements(account)).as("both are known").hasSize(2);
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.good"))
                .hasSize(1);
    }

    @Test
    void a_messenger_without_references_is_known_by_a_statement_that_has_them() throws Exception {
        Visitor.next(send(csv(row("FT31", "15.000", "mua rau")), LAYOUT));
        Teller silent = teller(15_000, "Mua rau").with("referenceCode", "");
        office.hear(account, silent);
        office.hear(account, silent);
        assertThat(office.movements(account)).hasSize(1);
        office.hear(account, teller(15_000, "Mua rau").with("referenceCode", ""));
        assertThat(office.movements(account)).as("one more").hasSize(2);
    }

    @Test
    void a_movement_is_known_by_any_of_the_bank_s_references_whoever_tells_first() throws Exception {
        office.hear(account, teller(15_000, "x").with("referenceCode", "ft1"));
        String stated = camt(0, 15_000, numbered("TX1", "FT1"));
        Visitor.next(send(stated, "ISO"));
        assertThat(office.movements(account)).as("told, then stated").hasSize(1);
        Visitor.next(send(csv(row("tx1", "15.000", "khac") + row("FT1", "15.000", "khac nua")), LAYOUT));
        office.hear(account, teller(15_000, "x").with("referenceCode", "TX1"));
        assertThat(office.movements(account)).as("by each of them").hasSize(1);

        account = office.account();
        Visitor.next(send(camt(0, 15_000, numbered("TX1", "FT1")), "ISO"));
        office.hear(account, teller(15_000, "x").with("referenceCode", "Ft1"));
        office.hear(account, teller(15_000, "x").with("referenceCode", "TX1"));
        assertThat(office.movements(account)).as("stated, then told").hasSize(1);
        office.hear(account, teller(15_000, "x").with("referenceCode", "FT2"));
        assertThat(office.movements(account)).as("another").hasSize(2);
    }

    @Test
    void two_that_share_one_reference_and_differ_in_another_are_two() throws Exception {
        office.hear(account, teller(15_000, "x").with("referenceCode", "FT1"));
        Visitor.next(send(camt(0, 30_000, numbered("TX1", "FT1"), numbered("TX2", "FT1")), "ISO"));
        assertThat(office.movements(account)).hasSize(2);
        Visitor.next(send(camt(0, 45_000, numbered("TX2", "FT1"), numbered("TX3", "FT1")), "ISO"));
        assertThat(office.movements(account)).as("one more, in another file").hasSize(3);
    }

    @Test
    void a_reference_is_the_same_in_capitals_and_small_letters() throws Exception {
        office.hear(account, teller(15_000, "x").with("referenceCode", "ft26abc"));
        office.hear(account, teller(15_000, "y").with("referenceCode", "FT26abc"));
        Visitor.next(send(camt(0, 15_000, in(15_000, "Ft26Abc", "z")), "ISO"));
        assertThat(office.movements(account)).hasSize(1);
    }

    @Test
    void the_same_code_in_other_words_is_the_same_movement_whoever_tells_first() throws Exception {
        Payable rent = office.ask(account, 200_000);
        Teller told = teller(200_000, "MBVCB.88." + rent.code() + ".CT tu 0123").with("referenceCode", "");
        String stated = camt(0, 200_000, in(200_000, "FT1", rent.code() + " tien quay"));
        office.hear(account, told);
        Visitor.next(send(stated, "ISO"));
        assertThat(office.movements(account)).hasSize(1);

        account = office.account();
        Payable other = office.ask(account, 200_000);
        Visitor.next(send(camt(0, 200_000, in(200_000, "FT1", other.code() + " tien quay")), "ISO"));
        office.hear(
                account,
                teller(200_000, "MBVCB.88." + other.code() + ".CT tu 0123").with("referenceCode", ""));
        assertThat(office.movements(account)).hasSize(1);
        assertThat(office.now(other).state()).isEqualTo(Payable.State.PAID);
    }

    @Test
    void what_is_paid_before_midnight_and_booked_the_next_day_is_one_movement() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, late(rent));
        String line = row("", "200.000", rent.code());
        Visitor.next(send(csv(line), LAYOUT));
        Visitor.next(send(csv(line + row("", "1.000", "khac")), LAYOUT));
        assertThat(office.movements(account)).as("stated twice").hasSize(2);
        Visitor.next(send(csv(line + line), LAYOUT));
        assertThat(office.movements(account)).as("a second one of the next day").hasSize(3);
        String dayBefore = line.replace(
                "%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue()),
                "%02d/%02d"
                        .formatted(
                                day.minusDays(1).getDayOfMonth(),
                                day.minusDays(1).getMonthValue()));
        Visitor.next(send(csv(dayBefore), LAYOUT));
        assertThat(office.movements(account))
                .as("the one told is booked already")
                .hasSize(4);

        account = office.account();
        Payable other = office.ask(account, 200_000);
        Visitor.next(send(csv(row("", "200.000", other.code())), LAYOUT));
        office.hear(account, late(other));
        office.hear(account, late(other).with("referenceCode", "FT99"));
        assertThat(office.movements(account))
                .as("stated first: one of the two told")
                .hasSize(2);
    }

    private Teller late(Payable payable) {
        return teller(200_000, "CT " + payable.code() + " 0123")
                .at(day.minusDays(1).atTime(23, 59))
                .with("referenceCode", "FT98");
    }

    private String numbered(String transaction, String reference) {
        return in(15_000, reference, "x").replace("<TxDtls>", "<TxDtls><Refs><TxId>" + transaction + "</TxId></Refs>");
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
    void one_bad_line_refuses_all_and_every_fault_is_shown() throws Exception {
        var response = send(csv(row("R1", "15.000", "a") + row("R2", "abc", "b") + row("R3", "-", "c")), LAYOUT);
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
        var other = new Visitor(mvc, Persons.a(Role.ACCOUNTANT, "05440"));
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
        String next = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        var second = clerk.open(api(day, today) + "&cursor=" + next).getContentAsString();
        assertThat(second.split("\"number\"", -1)).hasSize(6);
        assertThat(second).contains("\"next\":null");
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

    private String path() {
        return "/money/accounts/" + account.number();
    }

    private Teller teller(long amountVnd, String memo) {
        return Teller.sepay(account.account())
                .amount(amountVnd)
                .memo(memo)
                .at(LocalDateTime.of(day, java.time.LocalTime.of(9, 30)));
    }

    private MockHttpServletResponse send(String file, String layout) throws Exception {
        return clerk.send(path() + "/statements", Map.of("layout", layout), part(file));
    }

    private static MockMultipartFile part(String file) {
        return new MockMultipartFile("file", "sao-ke.xml", null, file.getBytes(StandardCharsets.UTF_8));
    }

    private String row(String reference, String in, String memo) {
        return "%02d/%02d/%d 09:30:00,%s,,%s,%s%n"
                .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear(), in, reference, memo);
    }

    private static String csv(String rows) {
        return "Ngày giao dịch,Ghi có,Ghi nợ,Số bút toán,Nội dung\n" + rows;
    }

    private String in(long amountVnd, String reference, String memo) {
        return entry("CRDT", amountVnd, reference, memo);
    }

    private String out(long amountVnd, String reference) {
        return entry("DBIT", amountVnd, reference, "phi");
    }

    private String entry(String direction, long amountVnd, String reference, String memo) {
        return """
                <Ntry><Amt Ccy="VND">%d</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>
                <BookgDt><DtTm>%sT10:00:00</DtTm></BookgDt><AcctSvcrRef>%s</AcctSvcrRef>
                <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>NGUYEN VAN B</Nm></Dbtr></RltdPties>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                """.formatted(amountVnd, direction, day, reference, memo);
    }

    private String camt(long opening, long closing, String... entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id>
                <Acct><Id><Othr><Id>%s</Id></Othr></Id><Ccy>VND</Ccy></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="VND">%d</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>%s</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="VND">%d</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>%s</Dt></Dt></Bal>%s</Stmt></BkToCstmrStmt></Document>
                """.formatted(account.account(), opening, day, closing, day, String.join("", entries));
    }
}
