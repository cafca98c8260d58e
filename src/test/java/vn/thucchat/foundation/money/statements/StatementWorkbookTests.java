package vn.thucchat.foundation.money.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.formats.BankTable;
import vn.thucchat.foundation.money.formats.StatementEncodingTests;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.testing.Visitor;

/** Workbooks and texts as banks hand them out, from the file to the day that agrees. */
@NullMarked
class StatementWorkbookTests extends StatementTest {

    StatementWorkbookTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        super(application, mvc, 2);
    }

    @Test
    void a_workbook_is_taken_pays_what_it_names_and_the_day_agrees() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, teller(50_000, "tien cho"));
        String page = Visitor.next(send(table(account)
                .row(day, "R1", null, 200_000, 1_200_000, rent.code() + " tien quay")
                .row(day, null, null, 50_000, 1_250_000, "tien cho")
                .xlsx()));
        assertThat(office.now(rent).state()).isEqualTo(Payable.State.PAID);
        assertThat(office.movements(account)).hasSize(2);
        var shown = clerk.page(page, 200);
        assertThat(shown.select(".facts dd").eachText()).startsWith("2", "1", "1", "1.000.000đồng", "1.250.000đồng");
        assertThat(shown.select(".good").text()).contains("Khớp");
    }

    @Test
    void a_row_that_is_missing_is_named_and_its_day_differs() throws Exception {
        String page = Visitor.next(send(table(account)
                .row(day, "R1", null, 200_000, 1_200_000, "a")
                .row(day, "R3", null, 50_000, 1_280_000, "c")
                .xls()));
        var shown = clerk.page(page, 200);
        assertThat(shown.select("#notes ~ ul li").text()).contains("Dòng 4", "+30000 VND", "không nối tiếp");
        assertThat(shown.select(".notice.warned").text()).contains("30.000");
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.bad"))
                .hasSize(1);
    }

    @Test
    void a_workbook_of_an_account_that_nobody_keeps_here_is_refused() throws Exception {
        var response = send(new BankTable()
                .row("Số tài khoản: 5550001112")
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(day, null, 10_000, "a")
                .xlsx());
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select("#refused ~ ul").text()).contains("5550001112", "tài khoản khác");
        ReceivingAccount second = office.account();
        String other = Visitor.next(
                send(table(second).row(day, "R9", null, 10_000, 10_000, "a").xlsx()));
        assertThat(other).startsWith("/money/accounts/" + second.number() + "/");
    }

    @Test
    void a_web_page_named_xls_is_refused_with_what_to_do() throws Exception {
        var response = send("<html><table><tr><td>Ngày</td></tr></table></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select("#refused ~ ul").text()).contains("lưu thành .xlsx");
    }

    @Test
    void a_text_is_read_by_its_titles_in_any_encoding_that_says_itself() throws Exception {
        String[] charsets = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1258"};
        for (String charset : charsets) {
            String written =
                    "Sao kê;;;;\nNgày giao dịch;Số CT;Nợ;Có;Nội dung\n%1$td/%1$tm/%1$tY;R%2$s;;1.000;tiền quầy\n"
                            .formatted(day, charset.hashCode());
            if (charset.equals("windows-1258")) written = StatementEncodingTests.windows1258(written);
            Visitor.next(send(written.getBytes(Charset.forName(charset))));
        }
        assertThat(office.movements(account)).hasSize(charsets.length);
        assertThat(send("không có tiêu đề".getBytes(StandardCharsets.UTF_8)).getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_layout_names_columns_that_are_not_known_and_the_encoding_of_texts() throws Exception {
        String name = "Ngân hàng " + UUID.randomUUID();
        var fields = new HashMap<>(Map.of(
                "name",
                name,
                "source",
                "tệp mẫu",
                "delimiter",
                "SEMICOLON",
                "headerLine",
                "1",
                "date",
                "Khi nào",
                "datePattern",
                "dd/MM/yyyy",
                "amount",
                "Bao nhiêu",
                "memo",
                "Vì sao;Ghi thêm"));
        fields.put("charset", "WINDOWS1258");
        Visitor.next(new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "19")).submit("/money/layouts", fields));
        String layout = clerk.page(path() + "/statements", 200).select("option").stream()
                .filter(option -> option.text().equals(name))
                .findFirst()
                .orElseThrow()
                .val();
        Payable rent = office.ask(account, 30_000);
        String text = "Khi nào;Bao nhiêu;Vì sao;Ghi thêm\n%1$td/%1$tm/%1$tY;30.000;tiền quầy;%2$s\n"
                .formatted(day, rent.code());
        byte[] bytes = StatementEncodingTests.windows1258(text).getBytes(Charset.forName("windows-1258"));
        Visitor.next(send(bytes, layout));
        assertThat(office.now(rent).state()).isEqualTo(Payable.State.PAID);
        byte[] book = new BankTable()
                .row("Bảng của chúng tôi")
                .row("Khi nào", "Bao nhiêu", "Vì sao", "Ghi thêm")
                .row(day, "-5.000", "rút", null)
                .xlsx();
        assertThat(send(book).getStatus()).as("without the layout").isEqualTo(422);
        Visitor.next(send(book, layout));
        assertThat(office.movements(account)).hasSize(2);
    }

    private static BankTable table(ReceivingAccount of) {
        return new BankTable()
                .row("Số tài khoản/Account No: " + of.account())
                .row("Ngày giao dịch", "Số bút toán", "Nợ/Debit", "Có/Credit", "Số dư/Balance", "Diễn giải");
    }

    private MockHttpServletResponse send(byte[] file) throws Exception {
        return send(file, "ISO");
    }

    private MockHttpServletResponse send(byte[] file, String layout) throws Exception {
        return clerk.send(
                path() + "/statements",
                Map.of("layout", layout),
                new MockMultipartFile("file", "sao-ke.xls", null, file));
    }
}
