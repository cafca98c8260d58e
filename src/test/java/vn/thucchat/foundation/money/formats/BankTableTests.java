package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/** Workbooks laid out as Vietnamese banks do; the movements in them are invented. */
@NullMarked
class BankTableTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);

    @Test
    void vietcombank_has_day_and_number_in_one_cell_and_the_newest_first() {
        var table = new BankTable()
                .row("SAO KÊ TÀI KHOẢN")
                .row("STATEMENT OF ACCOUNT")
                .row("Số tài khoản/Account number: 1023456789", null, "CIF: 0002040837")
                .row("Loại tiền/Currency: VND")
                .row("Từ/From: 01/11/2026 Đến/To: 03/11/2026")
                .row(
                        "Ngày1/ TNX Date\nSố CT/ Doc No",
                        "Ngày hiệu lực2/ Effective date",
                        "Số tiền ghi nợ/ Debit",
                        "Số tiền ghi có/ Credit",
                        "Số dư/ Balance",
                        "Nội dung chi tiết/ Transactions in detail")
                .row(
                        "02/11/2026\n5245.37143",
                        "02/11/2026",
                        "0",
                        "75,000",
                        "175,000",
                        "MBVCB.45.LE THI MINH\nchuyen tien")
                .row("01/11/2026\n5267.80568", "01/11/2026", "149,350", "", "100,000", "POS79900019")
                .row("Tổng cộng/ Total", null, "149,350", "75,000")
                .row("Website: www.example.vn");
        var read = read(table.xlsx(), "1023456789");
        assertThat(read.lines()).extracting(StatementLine::signedVnd).containsExactly(-149_350L, 75_000L);
        assertThat(read.lines()).extracting(StatementLine::bookedOn).containsExactly(FIRST, SECOND);
        assertThat(read.lines()).extracting(StatementLine::reference).containsExactly("5267.80568", "5245.37143");
        assertThat(read.lines().getLast().memo()).isEqualTo("MBVCB.45.LE THI MINH chuyen tien");
        assertThat(read.openingVnd()).isEqualTo(249_350);
        assertThat(read.closingVnd()).isEqualTo(175_000);
        assertThat(read.unexplainedVnd()).hasValue(0);
        assertThat(read.from()).isEqualTo(FIRST);
        assertThat(read.to()).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void techcombank_has_columns_of_fees_and_taxes() {
        var table = new BankTable()
                .row("Ngân hàng Kỹ thương")
                .row("Số tài khoản", "19020352517013")
                .row("Số dư đầu kỳ", null, null, "1,000,000")
                .row(
                        "Ngày giao dịch\nTransaction date",
                        "Diễn giải\nDescription",
                        "Số bút toán\nTransaction No",
                        "Nợ TKTT\nDebit",
                        "Có TKTT\nCredit",
                        "Phí/Lãi\nFee/Interest",
                        "Thuế\nTransaction VAT",
                        "Số dư\nRunning balance")
                .row(FIRST, "Chuyen tien", "FT26305001", 100_000, null, 10_000, 1_000, 889_000)
                .row(FIRST, "Khach tra", "FT26305002", null, 50_000, null, null, 939_000)
                .row(SECOND, "Tra lai", "FT26306003", null, null, 500, null, 939_500)
                .row("Số dư cuối kỳ", null, null, null, null, null, null, "939,500");
        var read = read(table.xlsx(), "19020352517013");
        assertThat(read.lines())
                .extracting(StatementLine::signedVnd)
                .containsExactly(-100_000L, -10_000L, -1_000L, 50_000L, 500L);
        assertThat(read.openingVnd()).isEqualTo(1_000_000);
        assertThat(read.unexplainedVnd()).hasValue(0);
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void agribank_has_one_word_on_many_rows_and_days_as_numbers() {
        var table = new BankTable()
                .row("SỔ PHỤ KHÁCH HÀNG")
                .row("STT", "Ngày giao dịch", "Mã giao dịch", "Phát sinh nợ", "Phát sinh có", "Số dư", "Diễn giải")
                .row(1, 46_327, "IBPS", null, 35_000, 135_000, "=khach tra")
                .row(2, 46_327.5, "IBPS", null, 35_000, 170_000, "@khach tra nua")
                .row(3, 46_328, "IBPS", 20_000, null, 150_000, "phi")
                .row("Cộng phát sinh", null, null, "=SUM(D3:D5)", "=SUM(E3:E5)");
        var read = read(table.xlsx(), "8500");
        assertThat(read.lines()).extracting(StatementLine::signedVnd).containsExactly(35_000L, 35_000L, -20_000L);
        assertThat(read.lines()).extracting(StatementLine::reference).containsOnlyNulls();
        assertThat(read.lines()).extracting(StatementLine::bookedOn).containsExactly(FIRST, FIRST, SECOND);
        assertThat(read.lines().get(1).at()).isEqualTo(Instant.parse("2026-11-01T05:00:00Z"));
        assertThat(read.lines().getFirst().memo()).isEqualTo("=khach tra");
        assertThat(read.accountNumber()).isEqualTo("8500");
    }

    @Test
    void bidv_has_two_days_and_amounts_as_texts() {
        var table = new BankTable()
                .row(null, "BẢNG SAO KÊ")
                .row(
                        null,
                        "STT",
                        "Ngày hiệu lực",
                        "Ngày giao dịch",
                        "Số tiền ghi nợ",
                        "Số tiền ghi có",
                        "Số dư",
                        "Mã giao dịch",
                        "Nội dung giao dịch",
                        "Tài khoản đối ứng",
                        "Tên tài khoản đối ứng")
                .row(
                        null,
                        "1",
                        "02/11/2026",
                        "01/11/2026 14:02:37",
                        "0",
                        "1.234.567 đ",
                        "1.334.567",
                        "A12",
                        "tra tien",
                        "0011",
                        "NGUYEN VAN A")
                .row(null, "2", "02/11/2026", "02/11/2026 08:00", "34.567 VND", "", "1.300.000", "A13", "rut", "", "");
        var read = read(table.xlsx(), "1200");
        assertThat(read.lines()).extracting(StatementLine::signedVnd).containsExactly(1_234_567L, -34_567L);
        var paid = read.lines().getFirst();
        assertThat(paid.bookedOn()).isEqualTo(FIRST);
        assertThat(paid.at()).isEqualTo(Instant.parse("2026-11-01T07:02:37Z"));
        assertThat(paid.payerName()).isEqualTo("NGUYEN VAN A");
        assertThat(paid.payerAccount()).isEqualTo("0011");
    }

    @Test
    void acb_says_what_was_drawn_and_what_was_paid_in() {
        var table = new BankTable()
                .row("BẢNG SAO KÊ GIAO DỊCH")
                .row("Tài khoản: 987654321 - Từ ngày 01/11/2026 đến ngày 05/11/2026")
                .row("Số dư đầu kỳ:", "500.000")
                .row(
                        "Ngày hiệu lực",
                        "Ngày giao dịch",
                        "Số GD",
                        "Nội dung giao dịch",
                        "Tiền rút ra",
                        "Tiền gửi vào",
                        "Số dư")
                .row("01/11/2026", "01/11/2026", 4711, "nop tien", null, "100.000", "600.000")
                .row("05/11/2026", "05/11/2026", 4712, "rut tien", "50.000-", null, "550.000")
                .row(null, null, null, "Tổng cộng", "50.000", "100.000", "550.000");
        var read = read(table.xlsx(), "987654321");
        assertThat(read.lines()).extracting(StatementLine::signedVnd).containsExactly(100_000L, -50_000L);
        assertThat(read.lines()).extracting(StatementLine::reference).containsExactly("4711", "4712");
        assertThat(read.to()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(read.unexplainedVnd()).hasValue(0);
    }

    @Test
    void a_header_of_two_rows_with_merged_cells_is_found() {
        var table = new BankTable()
                .row("Ngày", "Số tiền", null, "Số dư", "Nội dung", "Số tham chiếu")
                .row(null, "Nợ", "Có", null, null, null)
                .row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")
                .merged("B1:C1")
                .merged("A1:A2")
                .row("01-11-2026", null, 20_000, 20_000, "a", "R1")
                .row(null, null, 30_000, 50_000, "b", "R2")
                .row("2026-11-02", 10_000, null, 40_000, "c", "R3")
                .merged("A4:A5");
        var read = read(table.xlsx(), "1");
        assertThat(read.lines()).extracting(StatementLine::signedVnd).containsExactly(20_000L, 30_000L, -10_000L);
        assertThat(read.lines()).extracting(StatementLine::bookedOn).containsExactly(FIRST, FIRST, SECOND);
    }

    @Test
    void english_and_unmarked_titles_are_known() {
        var english = new BankTable()
                .row("Transaction Date", "Description", "Debit Amount", "Credit Amount", "Balance", "Reference No.")
                .row("01-Nov-2026", "x", null, 20_000, 20_000, "R1");
        assertThat(read(english.xlsx(), "1").lines())
                .extracting(StatementLine::signedVnd)
                .containsExactly(20_000L);
        var bare = new BankTable()
                .row("STT", "NGAY GD", "SO CT", "NO", "CO", "SO DU", "DIEN GIAI")
                .row(1, "01/11/26", "R1", "5,000", null, "15,000", "x")
                .row(2, "01/11/26", "R2", null, "7,000", "22,000", "y");
        assertThat(read(bare.xlsx(), "1").lines())
                .extracting(StatementLine::signedVnd)
                .containsExactly(-5_000L, 7_000L);
    }

    @Test
    void one_column_of_amounts_goes_by_its_sign_by_another_column_or_by_the_balance() {
        var signed = new BankTable()
                .row("Ngày", "Số tiền", "Nội dung")
                .row(FIRST, "+20.000", "a")
                .row(FIRST, "−5.000", "b")
                .row(FIRST, "(1.000)", "c");
        assertThat(read(signed.xlsx(), "1").lines())
                .extracting(StatementLine::signedVnd)
                .containsExactly(20_000L, -5_000L, -1_000L);
        var lettered = new BankTable()
                .row("Ngày", "Số tiền", "Nợ/Có", "Nội dung")
                .row(FIRST, 20_000, "C", "a")
                .row(FIRST, 5_000, "D", "b")
                .row(FIRST, 1_000, "Ghi nợ", "c");
        assertThat(read(lettered.xlsx(), "1").lines())
                .extracting(StatementLine::signedVnd)
                .containsExactly(20_000L, -5_000L, -1_000L);
        var balanced = new BankTable()
                .row("Số dư đầu kỳ", 100_000)
                .row("Ngày", "Số tiền", "Số dư", "Nội dung")
                .row(FIRST, 20_000, 80_000, "a")
                .row(FIRST, 5_000, 85_000, "b");
        assertThat(read(balanced.xlsx(), "1").lines())
                .extracting(StatementLine::signedVnd)
                .containsExactly(-20_000L, 5_000L);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void a_break_of_the_running_balance_is_named_by_its_row(boolean newestFirst) {
        List<Object[]> rows = List.of(
                new Object[] {FIRST, "R1", null, 10_000, 110_000, "a"},
                new Object[] {FIRST, "R2", null, 20_000, 130_000, "b"},
                new Object[] {SECOND, "R4", 5_000, null, 155_000, "d"});
        var table = new BankTable().row("Ngày", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung");
        (newestFirst ? rows.reversed() : rows).forEach(table::row);
        var read = read(table.xlsx(), "1");
        assertThat(read.lines()).extracting(StatementLine::signedVnd).containsExactly(10_000L, 20_000L, -5_000L);
        assertThat(read.notes()).containsExactly(new StatementFault(newestFirst ? 2 : 4, "+30000 VND", Reason.BREAK));
        assertThat(read.unexplainedVnd()).hasValue(30_000);
    }

    private static Statement read(byte[] file, String account) {
        var read = StatementFiles.read(file, account, null);
        assertThat(read).isInstanceOf(StatementFile.Read.class);
        return ((StatementFile.Read) read).statements().getFirst();
    }
}
