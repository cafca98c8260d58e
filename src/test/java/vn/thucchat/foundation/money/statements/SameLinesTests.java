package vn.thucchat.foundation.money.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.money.formats.BankTable;
import vn.thucchat.testing.Visitor;

/** The same lines as CSV, XLSX and XLS are the same movements, whichever comes first. */
@NullMarked
class SameLinesTests extends StatementTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private record Line(String reference, int out, int in, long balance, String memo) {}

    private static final List<Line> LINES = List.of(
            new Line("5245.90001", 0, 200_000, 1_200_000, "MBVCB.88.TIEN QUAY"),
            new Line("", 0, 15_000, 1_215_000, "mua rau"),
            new Line("", 0, 15_000, 1_230_000, "mua rau"),
            new Line("4711", 1_100, 0, 1_228_900, "PHI  QUAN LY"),
            new Line("IBPS", 0, 70_000, 1_298_900, "=khach tra\ntien cho"));

    SameLinesTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        super(application, mvc, 3);
    }

    @Test
    void lines_are_booked_once_in_whatever_file_they_come() throws Exception {
        List<byte[]> files = List.of(
                text(),
                book(false).xlsx(),
                book(true).xlsx(),
                book(false).xls(),
                book(true).xls());
        for (int first = 0; first < files.size(); first++) {
            account = office.account();
            var order = new ArrayList<>(files);
            Collections.rotate(order, -first);
            for (byte[] file : order) Visitor.next(send(file));
            assertThat(office.movements(account)).as("file %d first", first).hasSize(LINES.size());
        }
    }

    @Test
    void a_reference_that_lost_its_zeros_as_a_number_is_the_same() throws Exception {
        String[][] references = {{"0004711", "4711"}, {"5245.90", "5245.9"}};
        for (String[] reference : references) {
            account = office.account();
            Visitor.next(send("Ngày giao dịch;Số CT;Ghi nợ;Ghi có;Nội dung\n%s;%s;;50.000;khach A\n"
                    .formatted(day.format(DAY), reference[0])
                    .getBytes(StandardCharsets.UTF_8)));
            for (String other : List.of(reference[1], "4712"))
                Visitor.next(send(new BankTable()
                        .row("Ngày giao dịch", "Số CT", "Ghi nợ", "Ghi có", "Nội dung")
                        .row(day, Double.valueOf(other), null, 50_000, "khach A")
                        .xlsx()));
            assertThat(office.movements(account)).as(reference[0]).hasSize(2);
        }
    }

    @Test
    void a_file_without_references_states_the_same_as_one_with_them() throws Exception {
        String without =
                "Ngày giao dịch;Số tiền;Nội dung\n%1$s;+15.000;mua rau\n%1$s;+15.000;mua rau\n%1$s;-1.100;phi\n"
                        .formatted(day.format(DAY));
        BankTable with = new BankTable()
                .row("Ngày giao dịch", "Số CT", "Ghi nợ", "Ghi có", "Nội dung")
                .row(day, "FT1", null, 15_000, "mua rau")
                .row(day, "FT2", null, 15_000, "mua rau")
                .row(day, "FT3", 1_100, null, "phi");
        byte[] text = without.getBytes(StandardCharsets.UTF_8);
        byte[] three = with.xlsx();
        byte[] four = with.row(day, "FT4", null, 15_000, "mua rau").xls();
        for (List<byte[]> order : List.of(List.of(text, three), List.of(three, text))) {
            account = office.account();
            for (byte[] file : order) Visitor.next(send(file));
            assertThat(office.movements(account)).hasSize(3);
            Visitor.next(send(four));
            assertThat(office.movements(account)).as("one more").hasSize(4);
        }
    }

    private byte[] text() {
        var text = new StringBuilder("Ngày giao dịch;Số CT;Ghi nợ;Ghi có;Số dư;Nội dung\n");
        for (Line line : LINES)
            text.append("%s;%s;%s;%s;%d;\"%s\"\n"
                    .formatted(
                            day.format(DAY),
                            line.reference,
                            line.out == 0 ? "" : line.out,
                            line.in == 0 ? "" : line.in,
                            line.balance,
                            line.memo));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param words days and amounts as texts, newest first */
    private BankTable book(boolean words) {
        var book = new BankTable()
                .row("NGÂN HÀNG MINH HOẠ")
                .row("Số tài khoản: " + account.account())
                .row("Ngày giao dịch", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung");
        for (Line line : words ? LINES.reversed() : LINES) {
            if (words)
                book.row(
                        day.format(DAY),
                        line.reference,
                        String.format(Locale.ROOT, "%,d", line.out),
                        String.format(Locale.ROOT, "%,d VND", line.in),
                        String.format(Locale.ROOT, "%,d", line.balance),
                        line.memo);
            else book.row(day, line.reference, line.out, line.in, line.balance, line.memo);
        }
        return book.row("Tổng cộng", null, 1_100, 300_000);
    }

    private MockHttpServletResponse send(byte[] file) throws Exception {
        return clerk.send(
                path() + "/statements", Map.of("layout", "ISO"), new MockMultipartFile("file", "sao-ke", null, file));
    }
}
