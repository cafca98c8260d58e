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

    /** Each part of a day states payments of its own, however alike: none may be taken for one of the other part. */
    @Test
    void two_parts_of_a_day_state_payments_of_their_own() throws Exception {
        account = office.account();
        for (String memo : List.of("NGUYEN VAN A mua rau", "NGUYEN VAN A mua rau them"))
            Visitor.next(send("Ngày giao dịch;Số tiền;Nội dung\n%s;+20.000;%s\n"
                    .formatted(day.format(DAY), memo)
                    .getBytes(StandardCharsets.UTF_8)));
        assertThat(office.movements(account)).hasSize(2);
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
