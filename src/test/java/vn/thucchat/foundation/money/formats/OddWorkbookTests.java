package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/** Workbooks that went through other hands than the bank's, or were made to do harm. */
@NullMarked
class OddWorkbookTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String[] TITLES = {"Ngày", "Số CT", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"};

    private static BankTable table() {
        return new BankTable().row((Object[]) TITLES);
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    @Test
    @Timeout(20)
    void rows_without_end_and_zip_bombs_are_left() throws IOException {
        String row = "<row><c t=\"inlineStr\"><is><t>01/11/2026</t></is></c><c><v>1</v></c></row>";
        assertThat(reason(with("<worksheet><sheetData>", row, 1_000_000, "</sheetData></worksheet>")))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(with("<worksheet><sheetData>", "<row></row>", 20_000_000, "</sheetData></worksheet>")))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void rows_that_nobody_sees_count_and_sheets_that_nobody_sees_do_not() throws IOException {
        byte[] file = table().row(november(1), "R1", null, 10_000, 110_000, "a")
                .row(november(1), "R2", null, 5_000, 115_000, "b")
                .xlsx();
        byte[] hidden = replaced(file, "<row r=\"2\"", "<row r=\"2\" hidden=\"1\"");
        assertThat(amounts(hidden)).containsExactly(10_000L, 5_000L);
        byte[] two = table().row(november(1), "R1", null, 10_000, 110_000, "a")
                .sheet("Nháp")
                .row((Object[]) TITLES)
                .row(november(2), "R2", null, 20_000, 130_000, "b")
                .xlsx();
        assertThat(statements(two)).hasSize(2);
        assertThat(statements(rewritten(
                        two,
                        "xl/workbook.xml",
                        text -> text.replace("name=\"Nháp\"", "name=\"Nháp\" state=\"hidden\""))))
                .hasSize(1);
    }

    @Test
    void what_a_formula_says_is_no_amount_and_every_one_is_named() {
        var table = table();
        for (int i = 1; i <= 3; i++) table.row(november(i), "R" + i, null, "=SUM(C1:C2)", null, "x");
        assertThat(faults(table.xlsx()))
                .containsExactly(
                        new StatementFault(2, "Ghi có", Reason.AMOUNT),
                        new StatementFault(3, "Ghi có", Reason.AMOUNT),
                        new StatementFault(4, "Ghi có", Reason.AMOUNT));
    }

    @Test
    void a_part_of_one_is_no_amount_and_a_payer_may_write_a_command() {
        var read = only(table().row(november(1), "R1", null, 10_000, 110_000, "==cmd|'/c calc'!A1")
                .row(november(1), "R2", null, 1.234, null, "mất ba số 0")
                .row(november(1), "R3", null, "1.234,50", null, "lãi")
                .row(november(1), "R4", null, 5_000, 115_000, "+84 912")
                .xlsx());
        assertThat(read.lines()).extracting(StatementLine::signedVnd).containsExactly(10_000L, 5_000L);
        assertThat(read.lines()).extracting(StatementLine::memo).containsExactly("==cmd|'/c calc'!A1", "+84 912");
        assertThat(read.notes())
                .containsExactly(
                        new StatementFault(3, "Ghi có", Reason.AMOUNT), new StatementFault(4, "Ghi có", Reason.AMOUNT));
    }

    @Test
    void one_table_on_two_sheets_is_two_tables_only_where_its_balance_goes_on() {
        BankTable copied = table().row(november(1), "R1", null, 10_000, 110_000, "a")
                .row(november(2), "R2", 3_000, null, 107_000, "b")
                .sheet("Sao kê (2)")
                .row((Object[]) TITLES)
                .row(november(1), "R1", null, 10_000, 110_000, "a")
                .row(november(2), "R2", 3_000, null, 107_000, "b");
        assertThat(faults(copied.xlsx())).containsExactly(new StatementFault(0, "Sao kê (2)", Reason.TWICE));
        assertThat(faults(copied.xls())).containsExactly(new StatementFault(0, "Sao kê (2)", Reason.TWICE));
        BankTable pages = table().row(november(1), null, 1_100, null, 98_900, "phí")
                .sheet("Trang 2")
                .row((Object[]) TITLES)
                .row(november(1), null, 1_100, null, 97_800, "phí");
        assertThat(statements(pages.xlsx()).stream().flatMap(s -> s.lines().stream()))
                .extracting(StatementLine::signedVnd)
                .containsExactly(-1_100L, -1_100L);
    }

    @Test
    void a_month_beside_its_quarter_is_no_next_page() {
        var quarter = table().row(november(2), null, null, 40_000_000, 40_000_000, "thu phi")
                .row(november(28), null, 40_000_000, null, 0, "nop ngan hang")
                .sheet("Tháng 11")
                .row((Object[]) TITLES)
                .row(november(2), null, null, 40_000_000, 40_000_000, "thu phi");
        assertThat(faults(quarter.xlsx())).containsExactly(new StatementFault(0, "Tháng 11", Reason.TWICE));
        var longer = table().row(november(2), null, null, 10_000, 110_000, "GUI XE")
                .row(november(9), null, null, 1_000, 111_000, "a")
                .sheet("Tuần sau")
                .row((Object[]) TITLES)
                .row(november(2), null, null, 10_000, 121_000, "GUI XE")
                .row(november(10), null, null, 2_000, 123_000, "b");
        assertThat(faults(longer.xlsx()))
                .as("its balance goes on, its days do not")
                .containsExactly(new StatementFault(0, "Tuần sau", Reason.TWICE));
    }

    @Test
    void pages_of_one_busy_day_may_state_equal_payments() {
        Object[] first = {november(2), null, null, 10_000, 110_000, "GUI XE"};
        Object[] third = {november(2), null, null, 10_000, 125_000, "GUI XE"};
        var pages = table().row(first)
                .sheet("Trang 2")
                .row((Object[]) TITLES)
                .row(november(2), null, null, 5_000, 115_000, "GUI XE MAY")
                .sheet("Trang 3")
                .row((Object[]) TITLES)
                .row(third);
        assertThat(statements(pages.xlsx()).stream().flatMap(s -> s.lines().stream()))
                .extracting(StatementLine::signedVnd)
                .containsExactly(10_000L, 5_000L, 10_000L);
        var backwards = table().row(third)
                .sheet("Trang 1")
                .row((Object[]) TITLES)
                .row(first)
                .sheet("Trang 2")
                .row((Object[]) TITLES)
                .row(november(2), null, null, 5_000, 115_000, "GUI XE MAY");
        assertThat(statements(backwards.xlsx())).hasSize(3);
        var copied = pages.sheet("Trang 3 (2)").row((Object[]) TITLES).row(third);
        assertThat(faults(copied.xlsx())).containsExactly(new StatementFault(0, "Trang 3 (2)", Reason.TWICE));
    }

    @Test
    void a_page_whose_movements_come_to_zero_may_state_a_payment_like_one_of_its_neighbours() {
        var pages = table().row(november(2), null, null, 10_000, 110_000, "GUI XE")
                .sheet("Trang 2")
                .row((Object[]) TITLES)
                .row(november(2), null, 10_000, null, 100_000, "rut")
                .row(november(2), null, null, 10_000, 110_000, "GUI XE")
                .row(november(2), null, 5_000, null, 105_000, "phi")
                .row(november(2), null, null, 5_000, 110_000, "hoan phi")
                .sheet("Trang 3")
                .row((Object[]) TITLES)
                .row(november(2), null, null, 5_000, 115_000, "hoan phi");
        assertThat(faults(pages.xlsx()))
                .as("the same balance behind both: it may be one")
                .containsExactly(new StatementFault(0, "Trang 2", Reason.TWICE));
        var apart = table().row(november(2), null, null, 10_000, 110_000, "GUI XE")
                .sheet("Trang 2")
                .row((Object[]) TITLES)
                .row(november(2), null, null, 10_000, 120_000, "GUI XE")
                .row(november(2), null, 10_000, null, 110_000, "rut")
                .sheet("Trang 3")
                .row((Object[]) TITLES)
                .row(november(2), null, 10_000, null, 100_000, "rut");
        assertThat(statements(apart.xlsx()).stream().flatMap(s -> s.lines().stream()))
                .extracting(StatementLine::signedVnd)
                .containsExactly(10_000L, 10_000L, -10_000L, -10_000L);
        var copied = apart.sheet("Trang 2 (2)")
                .row((Object[]) TITLES)
                .row(november(2), null, null, 10_000, 120_000, "GUI XE")
                .row(november(2), null, 10_000, null, 110_000, "rut");
        assertThat(faults(copied.xlsx())).containsExactly(new StatementFault(0, "Trang 2 (2)", Reason.TWICE));
        var part = table().row(november(2), null, null, 40_000, 140_000, "thu phi")
                .row(november(2), null, 40_000, null, 100_000, "nop ngan hang")
                .sheet("Thu")
                .row((Object[]) TITLES)
                .row(november(2), null, null, 40_000, 140_000, "thu phi");
        assertThat(faults(part.xlsx())).containsExactly(new StatementFault(0, "Thu", Reason.TWICE));
    }

    @Test
    void the_same_fee_on_two_sheets_without_balances_may_be_one() {
        var table = new BankTable()
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(november(1), 1_100, null, "phí")
                .sheet("Trang 2")
                .row("Ngày", "Ghi nợ", "Ghi có", "Nội dung")
                .row(november(1), 1_100, null, "phí");
        assertThat(reason(table.xlsx())).isEqualTo(Reason.TWICE);
    }

    @Test
    void days_that_a_program_read_the_american_way_refuse_the_file() {
        var converted = table().row(LocalDate.of(2026, 1, 11), "R1", null, 10_000, null, "ngày 1/11")
                .row(LocalDate.of(2026, 12, 11), "R2", null, 10_000, null, "ngày 12/11")
                .row("13/11/2026", "R3", null, 10_000, null, "a");
        assertThat(faults(converted.xlsx())).containsExactly(new StatementFault(4, "Ngày", Reason.DAYS));
        var texts = table().row("11/01/2026", "R1", null, 10_000, null, "a")
                .row("11/02/2026", "R2", null, 10_000, null, "b")
                .row("11/13/2026", "R3", null, 10_000, null, "c");
        assertThat(faults(texts.xlsx())).containsExactly(new StatementFault(4, "Ngày", Reason.DAYS));
        assertThat(faults("Ngày;Ghi có;Nội dung\n11/01/2026;1.000;a\n11/13/2026;1.000;b\n"
                        .getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new StatementFault(3, "Ngày", Reason.DAYS));
        assertThat(amounts(table().row(november(3), "R1", null, 10_000, null, "a")
                        .row("04/11/2026", "R2", null, 20_000, null, "b")
                        .row(november(14), "R3", null, 30_000, null, "c")
                        .row("15/11/2026", "R4", null, 40_000, null, "d")
                        .xlsx()))
                .as("cells and texts that mean one thing")
                .hasSize(4);
    }

    @Test
    void days_outside_the_stated_period_that_lie_in_it_when_swapped_refuse_the_file() {
        var converted = new BankTable().row("Từ ngày 01/11/2026 đến 10/11/2026").row((Object[]) TITLES);
        for (int month = 1; month <= 10; month++)
            converted.row(LocalDate.of(2026, month, 11), "R" + month, null, 10_000, null, "a");
        assertThat(faults(converted.xlsx())).containsExactly(new StatementFault(3, "Ngày", Reason.DAYS));
        var whole = new BankTable().row("Từ ngày 01/01/2026 đến 30/11/2026").row((Object[]) TITLES);
        for (int month = 1; month <= 10; month++)
            whole.row(LocalDate.of(2026, month, 11), "R" + month, null, 10_000, null, "a");
        assertThat(amounts(whole.xlsx())).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"Tổng cộng, 15000,", "Cộng phát sinh, 14000, Ghi có -1000 VND", "Total, 15500, Ghi có +500 VND"})
    void a_sum_below_the_table_is_compared(String label, long total, @Nullable String note) {
        var read = only(table().row(november(1), "R1", null, 10_000, 110_000, "a")
                .row(november(1), "R2", null, 5_000, 115_000, "b")
                .row(label, null, 0, total)
                .xlsx());
        assertThat(read.lines()).hasSize(2);
        assertThat(read.notes())
                .isEqualTo(note == null ? List.of() : List.of(new StatementFault(4, note, Reason.TOTAL)));
    }

    @ParameterizedTest
    @CsvSource({"VND, 1.234, AMOUNT", "VND, 5000, TOTAL", "USD, 5000, CURRENCY"})
    void a_sum_that_counts_rows_that_are_left_out_is_not_compared(String currency, double amount, Reason note) {
        var table = new BankTable()
                .row("Ngày", "Số CT", "Loại tiền", "Ghi có", "Nội dung")
                .row(november(1), "R1", "VND", 10_000, "a")
                .row(november(1), "R2", "VND", 20_000, "b");
        table.row(november(1), "R3", currency, amount, "c").row("Tổng cộng", null, null, 99_000);
        var read = only(table.xlsx());
        assertThat(read.notes()).extracting(StatementFault::reason).containsExactly(note);
    }

    @Test
    void sums_of_pages_and_of_earlier_days_are_no_sum_of_the_table() {
        var read = only(table().row(november(1), "R1", null, 10_000, 110_000, "a")
                .row("Cộng trang 1", null, null, 10_000)
                .row(november(1), "R2", null, 5_000, 115_000, "b")
                .row("Cộng trang 2", null, null, 5_000)
                .row("Lũy kế từ đầu năm", null, null, 900_000)
                .row("Tổng cộng", null, "-", "15.000")
                .xlsx());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void a_reference_whose_digits_a_program_has_cut_off_refuses_the_file() {
        assertThat(faults(table().row(november(1), 1_234_567_890_123_456_789L, null, 10_000, null, "a")
                        .row(november(1), 4_711, null, 10_000, null, "a")
                        .row(november(1), "1,23457E+15", null, 10_000, null, "a")
                        .xlsx()))
                .containsExactly(
                        new StatementFault(2, "Số CT", Reason.REFERENCE),
                        new StatementFault(4, "Số CT", Reason.REFERENCE));
        var other = new BankTable()
                .row("Ngày", "Số CT", "Số bút toán", "Ghi nợ", "Ghi có", "Nội dung")
                .row(november(1), 1_234_567_890_123_456_789L, "FT26223.1", null, 10_000, "a");
        assertThat(only(other.xlsx()).lines())
                .as("another column tells the movement apart")
                .extracting(StatementLine::reference)
                .containsExactly("FT26223.1");
    }

    @Test
    void a_long_reference_that_the_file_states_whole_is_the_bank_s_own() {
        var whole = table().row(november(1), 1_234_567_890_123_456L, null, 10_000, null, "a")
                .row(november(1), 1_234_567_890_123_460L, null, 20_000, null, "b");
        for (byte[] file : List.of(whole.xlsx(), whole.xls()))
            assertThat(only(file).lines())
                    .as("one that has more than fifteen digits shows that the others have theirs")
                    .extracting(StatementLine::reference)
                    .containsExactly("1234567890123456", "1234567890123460");
        assertThat(faults(table().row(november(1), 1_234_567_890_123_450L, null, 10_000, null, "a")
                        .xlsx()))
                .as("nothing shows that its zero is the bank's")
                .containsExactly(new StatementFault(2, "Số CT", Reason.REFERENCE));
        assertThat(faults(table().row(november(1), 1_234_567_890_123_456L, null, 10_000, null, "a")
                        .row(november(1), 12_345_678_901_234_567L, null, 20_000, null, "b")
                        .xlsx()))
                .as("more than a spreadsheet's number holds")
                .containsExactly(new StatementFault(3, "Số CT", Reason.REFERENCE));
    }

    @Test
    void a_row_that_moves_nothing_refuses_no_file_for_its_reference() {
        var read = only(table().row(november(1), "R1", null, 10_000, 110_000, "a")
                .row(november(1), 1_234_567_890_123_456_789L, 0, 0, null, "b")
                .xlsx());
        assertThat(read.lines()).extracting(StatementLine::signedVnd).containsExactly(10_000L);
    }

    @Test
    void a_packed_file_says_what_to_do() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("sao-ke.xlsx"));
            zip.write(table().xlsx());
        }
        assertThat(reason(packed.toByteArray())).isEqualTo(Reason.OTHER_FORMAT);
    }

    @Test
    @Timeout(30)
    void ten_thousand_rows_are_read_like_ten() {
        var table = table();
        for (int i = 0; i < 10_000; i++)
            table.row(november(1 + i / 400), "R" + i, null, 10_000, 100_000 + 10_000L * (i + 1), "tien quay " + i);
        byte[] file = table.xlsx();
        long start = System.nanoTime();
        assertThat(only(file).lines()).hasSize(10_000);
        System.out.printf("10,000 rows of XLSX: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    private static byte[] with(String begin, String row, int times, String end) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out);
                var in = new ZipInputStream(new ByteArrayInputStream(table().xlsx()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (!entry.getName().equals(SHEET)) {
                    in.transferTo(zip);
                    continue;
                }
                zip.write(begin.getBytes(StandardCharsets.UTF_8));
                byte[] block = row.repeat(1_000).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < times / 1_000; i++) zip.write(block);
                zip.write(end.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] file, String from, String to) throws IOException {
        return rewritten(file, SHEET, text -> text.replace(from, to));
    }

    private static byte[] rewritten(byte[] file, String part, java.util.function.UnaryOperator<String> change)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out);
                var in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] whole = in.readAllBytes();
                zip.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(whole, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : whole);
            }
        }
        return out.toByteArray();
    }

    private static List<Statement> statements(byte[] file) {
        var read = StatementFiles.read(file, "1", null);
        assertThat(read).isInstanceOf(StatementFile.Read.class);
        return ((StatementFile.Read) read).statements();
    }

    private static Statement only(byte[] file) {
        return statements(file).getFirst();
    }

    private static List<Long> amounts(byte[] file) {
        return only(file).lines().stream().map(StatementLine::signedVnd).toList();
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
