package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/** What of a bank's table is odd: rows that are left out, other accounts, files that are no table. */
@NullMarked
class BankTableOddTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Test
    void a_column_of_currencies_is_obeyed_and_rows_without_an_amount_are_named() {
        var table = new BankTable()
                .row("Ngày", "Số CT", "Loại tiền", "Ghi nợ", "Ghi có", "Nội dung")
                .row(FIRST, "R1", "VND", null, 10_000, "a")
                .row(FIRST, "R2", "USD", null, 12.5, "b")
                .row(FIRST, "R3", "USD", null, 12, "b")
                .row(FIRST, "R4", "VND", 0, 0, "c")
                .row(FIRST, "R5", "", null, 30_000, "d")
                .row(FIRST, "R6", "VNĐ", null, 40_000, "e")
                .row(FIRST, "R7", "VND", null, 50_000, "f")
                .row(FIRST, "R8", "VND", null, 60_000, "g");
        var read = read(table.xlsx(), "1");
        assertThat(read.lines())
                .extracting(StatementLine::amountVnd)
                .containsExactly(10_000L, 30_000L, 40_000L, 50_000L, 60_000L);
        assertThat(read.notes())
                .extracting(StatementFault::line, StatementFault::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, Reason.CURRENCY),
                        org.assertj.core.groups.Tuple.tuple(4, Reason.CURRENCY),
                        org.assertj.core.groups.Tuple.tuple(5, Reason.ZERO));
    }

    @Test
    void what_went_out_below_zero_went_out_and_beside_others_was_taken_back() {
        var below = new BankTable()
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(FIRST, -50_000, null, "a")
                .row(FIRST, null, 70_000, "b");
        assertThat(read(below.xlsx(), "1").lines())
                .extracting(StatementLine::signedVnd)
                .containsExactly(-50_000L, 70_000L);
        var storno = new BankTable()
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(FIRST, 50_000, null, "a")
                .row(FIRST, -50_000, null, "huy a");
        assertThat(read(storno.xlsx(), "1").lines())
                .extracting(StatementLine::signedVnd)
                .containsExactly(-50_000L, 50_000L);
    }

    @Test
    void the_code_is_found_in_any_column_of_words() {
        String code = ReferenceCode.of(815);
        var table = new BankTable()
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung", "Mã khách", "Ghi chú")
                .row(FIRST, null, 10_000, "tien sap", null, code + " thang 11")
                .row(FIRST, null, 10_000, "tien sap", "KH " + code, null)
                .row(FIRST, null, 10_000, "tien sap", null, "khong co gi");
        var lines = read(table.xlsx(), "1").lines();
        assertThat(ReferenceCode.in(lines.get(0).memo())).containsExactly(code);
        assertThat(ReferenceCode.in(lines.get(1).memo())).containsExactly(code);
        assertThat(lines.get(2).memo()).isEqualTo("tien sap");
    }

    @Test
    void an_old_workbook_is_read_like_a_new_one() {
        var table = new BankTable()
                .row("Ngày giao dịch", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung")
                .row(FIRST, "R1", null, 10_000, 110_000, "tiền quầy")
                .row(LocalDateTime.of(2026, 11, 2, 9, 30), "R2", 5_000.0, null, "105.000", "=phí")
                .row("Tổng cộng", null, "=SUM(C2:C3)", "=SUM(D2:D3)");
        var old = read(table.xls(), "1");
        assertThat(old.lines()).extracting(StatementLine::signedVnd).containsExactly(10_000L, -5_000L);
        assertThat(old).isEqualTo(read(table.xlsx(), "1"));
    }

    @Test
    void every_sheet_with_a_table_is_read() {
        var table = new BankTable()
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(FIRST, null, 10_000, "a")
                .sheet("Tháng sau")
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(LocalDate.of(2026, 12, 1), null, 20_000, "b")
                .sheet("Ghi chú")
                .row("Cảm ơn quý khách");
        var read = (StatementFile.Read) StatementFiles.read(table.xlsx(), "1", null);
        assertThat(read.statements()).hasSize(2);
    }

    @Test
    void a_table_of_another_account_says_so() {
        var table = new BankTable()
                .row("Số tài khoản:", "5550001112")
                .row("Tên tài khoản:", "CHO MINH HOA")
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(FIRST, null, 10_000, "a");
        assertThat(read(table.xlsx(), "777").accountNumber()).isEqualTo("5550001112");
        assertThat(read(table.xlsx(), "5550001112").accountNumber()).isEqualTo("5550001112");
        assertThat(read(table.xlsx(), "005550001112").accountNumber())
                .as("a spreadsheet lost its zeros")
                .isEqualTo("005550001112");
    }

    @Test
    void an_amount_that_is_not_understood_is_named_and_many_refuse_the_file() {
        var table = new BankTable().row("Ngày", "Ghi nợ", "Ghi có", "Nội dung");
        for (int i = 0; i < 9; i++) table.row(FIRST, null, 10_000, "a");
        table.row(FIRST, null, "1,234.50", "lai");
        var read = read(table.xlsx(), "1");
        assertThat(read.lines()).hasSize(9);
        assertThat(read.notes()).containsExactly(new StatementFault(11, "Ghi có", Reason.AMOUNT));
        for (int i = 0; i < 9; i++) table.row(FIRST, null, "mười nghìn", "a");
        assertThat(faults(table.xlsx())).hasSize(10);
        assertThat(faults(new BankTable()
                        .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                        .row("hôm qua", null, 10_000, "a")
                        .xlsx()))
                .containsExactly(new StatementFault(2, "Ngày", Reason.DATE));
    }

    @Test
    void what_is_no_table_is_refused_with_what_to_do() {
        assertThat(reason(new BankTable().row("Xin chào").xlsx())).isEqualTo(Reason.HEADER);
        assertThat(reason("<html><body><table><tr><td>Ngày</td></tr></table>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.WEB_PAGE);
        assertThat(reason("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>"
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.WEB_PAGE);
        assertThat(reason("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.PDF);
        assertThat(reason(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(Reason.WORKBOOK);
        assertThat(reason(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 1, 2}))
                .isEqualTo(Reason.WORKBOOK);
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
    }

    @Test
    void texts_of_endless_rows_or_cells_are_left() {
        assertThat(reason("1;2\n".repeat(60_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("1;".repeat(2_000_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.HEADER);
        assertThat(reason("\n".repeat(5_000_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.HEADER);
        assertThat(reason(("1;".repeat(100) + "\n").repeat(20_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void an_old_workbook_that_is_broken_anywhere_never_breaks_the_reader() {
        byte[] sound = new BankTable()
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(FIRST, null, 10_000, "a")
                .xls();
        for (int at = 0; at < sound.length; at += 37) {
            byte[] slipped = sound.clone();
            slipped[at] ^= (byte) 0x5A;
            assertThat(StatementFiles.read(slipped, "1", null)).isNotNull();
            assertThat(StatementFiles.read(java.util.Arrays.copyOf(sound, at), "1", null))
                    .isNotNull();
        }
    }

    private static Statement read(byte[] file, String account) {
        var read = StatementFiles.read(file, account, null);
        assertThat(read).isInstanceOf(StatementFile.Read.class);
        return ((StatementFile.Read) read).statements().getFirst();
    }

    private static List<StatementFault> faults(byte[] file) {
        var read = StatementFiles.read(file, "1", null);
        assertThat(read).isInstanceOf(StatementFile.Refused.class);
        return ((StatementFile.Refused) read).faults();
    }

    private static Reason reason(byte[] file) {
        return faults(file).getFirst().reason();
    }
}
