package vn.thucchat.foundation.money.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.Visitor;

/** What a statement states beyond its lines: days, balances, other accounts; and what it does not. */
@NullMarked
class StatedPeriodTests extends StatementTest {

    StatedPeriodTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        super(application, mvc, 4);
    }

    @Test
    void a_payment_that_was_told_is_contradicted_on_a_stated_day_without_lines() throws Exception {
        office.hear(account, teller(70_000, "").at(day.minusDays(2).atTime(9, 0)));
        Visitor.next(send(camt(period(-3, 1), in(20_000, "FT1", "")), "ISO"));
        assertThat(verdict(-2)).contains("Lệch");
        assertThat(verdict(-3)).contains("Khớp");
        assertThat(verdict(1)).contains("Khớp");
        assertThat(verdict(-4)).contains("Chưa có sao kê");
        assertThat(verdict(2)).contains("Chưa có sao kê");
    }

    @Test
    void days_between_two_statements_of_a_file_are_not_stated() throws Exception {
        office.hear(account, teller(70_000, "").at(day.minusDays(1).atTime(9, 0)));
        String two = camt(in(20_000, "FT1", "")
                        .replace(day.toString(), day.minusDays(3).toString()))
                .replace("</Stmt>", "</Stmt>" + statement(account, in(30_000, "FT2", "")));
        Visitor.next(send(two, "ISO"));
        assertThat(verdict(-1)).contains("Chưa có sao kê");
        assertThat(verdict(0)).contains("Khớp");
        assertThat(verdict(-3)).contains("Khớp");
        assertThat(Visitor.next(send(two, "ISO"))).as("the same file again").isNotEmpty();
        assertThat(office.movements(account)).hasSize(3);
    }

    @Test
    void a_notification_states_its_lines_and_not_the_day() throws Exception {
        office.hear(account, teller(70_000, ""));
        String page = Visitor.next(send(
                camt(in(20_000, "FT1", ""))
                        .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
                        .replace("Stmt>", "Ntfctn>"),
                "ISO"));
        assertThat(clerk.page(page, 200).text()).contains("chỉ nói về các dòng");
        assertThat(verdict(0)).contains("Chưa có sao kê");
        assertThat(office.movements(account)).hasSize(2);
    }

    @Test
    void a_line_that_is_missing_shows_whichever_way_the_balances_are_told() throws Exception {
        String file = camt(0, 150_000, in(100_000, "FT1", ""))
                .replace("OPBD", "PRCD")
                .replaceFirst("<Dt><Dt>" + day, "<Dt><Dt>" + day.minusDays(1));
        String page = Visitor.next(send(file, "ISO"));
        assertThat(clerk.page(page, 200).select(".notice.warned").text()).contains("50.000");
        assertThat(clerk.page(page, 200).select(".facts dd").eachText()).contains("0đồng", "150.000đồng");
    }

    @Test
    void odd_entries_are_named_on_the_page_of_what_was_taken() throws Exception {
        String zero = in(777, "Z1", "").replace("777", "0.00");
        String fee = in(98_900, "F5", "").replace("<TxDtls>", "<TxDtls><Amt Ccy=\"VND\">100000</Amt>");
        String foreign = in(12, "U1", "").replace("VND", "USD");
        String page = Visitor.next(send(camt(0, 148_900, zero, fee, foreign, in(50_000, "F6", "")), "ISO"));
        var shown = clerk.page(page, 200);
        assertThat(shown.select(".facts dd").eachText()).startsWith("2", "2", "0");
        assertThat(shown.select(".good").text()).contains("Số dư cuối đúng");
        assertThat(shown.select("#notes ~ ul li").eachText())
                .hasSize(3)
                .anyMatch(note -> note.contains("Z1") && note.contains("Không có số tiền"))
                .anyMatch(note -> note.contains("F5") && note.contains("số tiền của chính dòng"))
                .anyMatch(note -> note.contains("U1") && note.contains("12 USD"));
        assertThat(clerk.page(path() + "/statements", 200).text()).contains("3 chỗ cần xem");
        assertThat(office.movements(account))
                .extracting(Movement::amountVnd)
                .containsExactlyInAnyOrder(98_900L, 50_000L);
    }

    @Test
    void a_line_of_a_day_to_come_is_left_out_of_a_file_that_states_others() throws Exception {
        String tomorrow =
                in(30_000, "FT9", "").replace(day.toString(), today.plusDays(1).toString());
        String page = Visitor.next(send(camt(in(20_000, "FT1", ""), tomorrow), "ISO"));
        assertThat(clerk.page(page, 200).select("#notes ~ ul li").text()).contains("FT9", "tương lai");
        assertThat(office.movements(account)).hasSize(1);
    }

    @Test
    void each_account_s_part_goes_to_its_own_books_and_the_rest_is_named() throws Exception {
        ReceivingAccount second = office.account();
        ReceivingAccount elsewhere = office.account(Provider.SEPAY, new UnitCode("05440"));
        String file = camt(in(20_000, "FT1", ""))
                .replace(
                        "</Stmt>",
                        "</Stmt>" + statement(second, in(30_000, "FT2", ""))
                                + statement(elsewhere, in(40_000, "FT3", "")));
        String page = Visitor.next(send(file, "ISO"));
        assertThat(page).startsWith(path() + "/");
        assertThat(office.movements(account)).extracting(Movement::amountVnd).containsExactly(20_000L);
        assertThat(office.movements(second)).extracting(Movement::amountVnd).containsExactly(30_000L);
        assertThat(office.movements(elsewhere)).isEmpty();
        assertThat(clerk.page(page, 200).select("#notes ~ ul li").eachText())
                .anyMatch(note -> note.startsWith(second.account()) && note.contains("đã nhận"))
                .anyMatch(note -> note.startsWith(elsewhere.account()) && note.contains("tài khoản khác"));
        assertThat(clerk.page("/money/accounts/" + second.number() + "/statements", 200)
                        .select(".log a"))
                .hasSize(1);

        assertThat(Visitor.next(send(file, "ISO"))).as("again").isEqualTo(page);
        String other = Visitor.next(send(
                "<Document><BkToCstmrStmt>" + statement(second, in(50_000, "FT5", "")) + "</BkToCstmrStmt></Document>",
                "ISO"));
        assertThat(other).as("sent in for the wrong one").startsWith("/money/accounts/" + second.number() + "/");
        assertThat(office.movements(second)).hasSize(2);
    }

    @Test
    void a_file_in_utf_16_is_taken_through_the_door() throws Exception {
        String file = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + camt(in(20_000, "FT1", "tiền quầy"));
        var part = new MockMultipartFile("file", "sao-ke.xml", null, file.getBytes(StandardCharsets.UTF_16));
        Visitor.next(clerk.send(path() + "/statements", Map.of("layout", "ISO"), part));
        assertThat(office.movements(account)).hasSize(1);
    }

    @Test
    void a_code_beside_a_placeholder_is_matched() throws Exception {
        Payable rent = office.ask(account, 15_000);
        Visitor.next(send(
                camt(in(15_000, "C1", "NOTPROVIDED")
                        .replace("</TxDtls>", "<AddtlTxInf>" + rent.code() + " tien ve sinh</AddtlTxInf></TxDtls>")),
                "ISO"));
        assertThat(office.now(rent).state()).isEqualTo(Payable.State.PAID);
    }

    @Test
    void amounts_below_zero_in_the_column_of_what_went_out_went_out() throws Exception {
        String rows = row("S1", "", "RUT TIEN").replace(",,,S1", ",,\"-50.000\",S1")
                + row("S2", "70.000", "KHACH K")
                + row("S3", "", "khong")
                + row("S4", "(5.000)", "").replace(",(5.000),,", ",,(5.000),");
        String page = Visitor.next(send(csv(rows), LAYOUT));
        assertThat(office.movements(account))
                .extracting(movement -> movement.incoming() ? movement.amountVnd() : -movement.amountVnd())
                .containsExactlyInAnyOrder(-50_000L, 70_000L, -5_000L);
        assertThat(clerk.page(page, 200).select("#notes ~ ul li").eachText()).hasSize(1);
    }

    private String verdict(int days) throws Exception {
        return clerk.page(path() + "/days/" + day.plusDays(days), 200)
                .select(".verdict")
                .text();
    }

    private String period(int from, int to) {
        return "<FrToDt><FrDtTm>%sT00:00:00+07:00</FrDtTm><ToDtTm>%sT23:59:59+07:00</ToDtTm></FrToDt>"
                .formatted(day.plusDays(from), day.plusDays(to));
    }

    private static String statement(ReceivingAccount of, String entries) {
        return "<Stmt><Acct><Id><Othr><Id>" + of.account() + "</Id></Othr></Id></Acct>" + entries + "</Stmt>";
    }
}
