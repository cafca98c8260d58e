package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.money.formats.CsvMapping.Account;
import vn.thucchat.foundation.money.formats.CsvMapping.Amounts;
import vn.thucchat.foundation.money.formats.CsvMapping.Columns;
import vn.thucchat.foundation.money.formats.CsvMapping.DecimalStyle;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.money.formats.StatementLine.Direction;

/** Two layouts such as banks have: one for an account with columns for in and out, one of many accounts with signs. */
@NullMarked
class CsvStatementReaderTests {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 11);

    private static final CsvMapping ONE_ACCOUNT = new CsvMapping(
            ';',
            3,
            "Tổng cộng",
            new Account.Fixed("1234567890"),
            new Columns(
                    "Ngày giao dịch",
                    null,
                    new Amounts.Split("Ghi có", "Ghi nợ"),
                    "Số bút toán",
                    "Nội dung",
                    "Người chuyển",
                    null),
            DecimalStyle.VIETNAMESE,
            "dd/MM/yyyy HH:mm:ss",
            null);

    private static final CsvMapping MANY_ACCOUNTS = new CsvMapping(
            ',',
            1,
            null,
            new Account.Column("Account"),
            new Columns("Date", "Time", new Amounts.Signed("Amount"), "Ref", "Description", null, "From account"),
            DecimalStyle.ENGLISH,
            "yyyy-MM-dd",
            "HH:mm");

    private static final String ONE = """
            Sao kê tài khoản 1234567890
            Từ ngày 11/08/2026;đến ngày 11/08/2026
            Số bút toán;Ngày giao dịch;Ghi nợ;Ghi có;NỘI DUNG;Người chuyển
            FT1;11/08/2026 14:02:37;;35.000;"MBVCB.1; H55 260811
            0007";NGUYEN VAN A
            FT2;11/08/2026 15:00:00;1.200.000,00;0;Rút tiền;

            Tổng cộng;;1.200.000;35.000
            """;
    private static final String MANY = """
            Account,Date,Time,Amount,Ref,Description,From account
            111,2026-08-11,00:30,"35,000.00",R1,=HYPERLINK(1),888
            222,2026-08-11,14:05,"-50,000 VND",R2,Fee,
            '111,2026-08-11,14:06,35000,R1,@lan,
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void an_account_s_statement_with_columns_for_in_and_out_is_read(String mark) throws IOException {
        assertThat(read(mark + ONE, ONE_ACCOUNT))
                .isEqualTo(new StatementFile.Read(List.of(new Statement(
                        "1234567890",
                        List.of(
                                new StatementLine(
                                        "1234567890",
                                        DAY,
                                        Instant.parse("2026-08-11T07:02:37Z"),
                                        Direction.IN,
                                        35_000,
                                        "FT1",
                                        Set.of(),
                                        "MBVCB.1; H55 260811 0007",
                                        "NGUYEN VAN A",
                                        null,
                                        false),
                                new StatementLine(
                                        "1234567890",
                                        DAY,
                                        Instant.parse("2026-08-11T08:00:00Z"),
                                        Direction.OUT,
                                        1_200_000,
                                        "FT2",
                                        Set.of(),
                                        "Rút tiền",
                                        null,
                                        null,
                                        false))))));
    }

    @Test
    void a_statement_of_many_accounts_with_signs_is_read_whatever_payers_write() throws IOException {
        var read = (StatementFile.Read) read(MANY, MANY_ACCOUNTS);
        assertThat(read.statements()).extracting(Statement::accountNumber).containsExactly("111", "222");
        var lines = read.statements().getFirst().lines();
        assertThat(lines).extracting(StatementLine::memo).containsExactly("=HYPERLINK(1)", "@lan");
        assertThat(lines).extracting(StatementLine::reference).containsExactly("R1", "R1#2");
        assertThat(lines.getFirst().at()).isEqualTo(Instant.parse("2026-08-10T17:30:00Z"));
        assertThat(lines.getFirst().bookedOn()).isEqualTo(DAY);
        assertThat(read.statements().getLast().lines().getFirst().signedVnd()).isEqualTo(-50_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35.000;               | 35,000;              | 4 | Ghi có         | AMOUNT",
                "35.000;               | 35.000,5;            | 4 | Ghi có         | AMOUNT",
                "35.000;               | -35.000;             | 4 | Ghi có         | AMOUNT",
                "35.000;               | 35.00;               | 4 | Ghi có         | AMOUNT",
                "35.000;               | 35.000 USD;          | 4 | Ghi có         | AMOUNT",
                ";35.000;              | 7;35.000;            | 4 | Ghi có         | DIRECTION",
                "11/08/2026 14:02:37   | 31/02/2026 14:02:37  | 4 | Ngày giao dịch | DATE",
                "11/08/2026 14:02:37   | 11/08/2026           | 4 | Ngày giao dịch | DATE",
                "11/08/2026 15:00:00   | 2026-08-11 15:00:00  | 6 | Ngày giao dịch | DATE",
            })
    void a_row_that_is_not_understood_is_left_out_and_named(
            String right, String wrong, int line, String at, Reason reason) throws IOException {
        assertThat(ONE).as("the premise").contains(right);
        var statement = only(read(ONE.replace(right, wrong), ONE_ACCOUNT));
        assertThat(statement.notes()).containsExactly(new StatementFault(line, at, reason));
        assertThat(statement.lines()).extracting(StatementLine::reference).containsExactly(line == 4 ? "FT2" : "FT1");
    }

    @Test
    void where_most_rows_are_not_understood_the_file_is_refused() throws IOException {
        String bad = "FT3;11/08/2026 15:00:00;;1,5;x;\n";
        String before = "\nTổng cộng";
        assertThat(only(read(ONE.replace(before, bad.repeat(2) + before), ONE_ACCOUNT))
                        .lines())
                .hasSize(2);
        assertThat(faults(ONE.replace(before, bad.repeat(3) + before), ONE_ACCOUNT))
                .hasSize(3)
                .allSatisfy(fault -> assertThat(fault.reason()).isEqualTo(Reason.AMOUNT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ghi nợ                | Nợ                   | 3 | Ghi nợ         | COLUMN",
                "Người chuyển          | Ghi nợ               | 3 | Ghi nợ         | COLUMN",
            })
    void a_header_that_is_not_the_layout_s_refuses_the_file(
            String right, String wrong, int line, String at, Reason reason) throws IOException {
        assertThat(faults(ONE.replace(right, wrong), ONE_ACCOUNT)).contains(new StatementFault(line, at, reason));
    }

    @Test
    void the_same_amount_in_the_other_style_is_never_a_thousandth() throws IOException {
        var read = (StatementFile.Read) read(MANY.replace("35000", "35.000"), MANY_ACCOUNTS);
        assertThat(read.statements().getFirst().notes())
                .containsExactly(new StatementFault(4, "Amount", Reason.AMOUNT));
        assertThat(read.statements().getFirst().lines()).hasSize(1);
        assertThat(read.statements().getLast().notes()).as("of another account").isEmpty();
    }

    private static Statement only(StatementFile read) {
        assertThat(read).isInstanceOf(StatementFile.Read.class);
        assertThat(((StatementFile.Read) read).statements()).hasSize(1);
        return ((StatementFile.Read) read).statements().getFirst();
    }

    @Test
    void a_running_balance_and_a_currency_are_obeyed_though_the_layout_names_neither() throws IOException {
        String file = """
                Date,Time,Account,Amount,Ref,Description,From account,CCY,Balance
                2026-08-11,10:00,111,"35,000",R1,a,,VND,"135,000"
                2026-08-11,10:01,111,"(5,000)",R2,b,,,"130,000"
                2026-08-11,10:02,111,12.50,R3,c,,USD,12.50
                2026-08-11,10:03,111,"7,000",R4,d,,VNĐ,"139,000"
                """;
        var statement =
                ((StatementFile.Read) read(file, MANY_ACCOUNTS)).statements().getFirst();
        assertThat(statement.lines()).extracting(StatementLine::signedVnd).containsExactly(35_000L, -5_000L, 7_000L);
        assertThat(statement.openingVnd()).isEqualTo(100_000);
        assertThat(statement.unexplainedVnd()).hasValue(2_000);
        assertThat(statement.notes())
                .containsExactly(
                        new StatementFault(4, "USD", Reason.CURRENCY),
                        new StatementFault(5, "+2000 VND", Reason.BREAK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(50,000) | -50000", "50,000- | -50000", "\u221250,000 | -50000", "\u201350,000.00 | -50000",
                "-50,000 ₫ | -50000", "+50,000 | 50000", "50,000 đồng | 50000", "VND 50\u00A0000 | 50000"
            })
    void an_amount_is_read_with_whatever_sign_and_currency(String written, long signed) throws IOException {
        String file = MANY.replace("\"-50,000 VND\"", "\"" + written + "\"");
        assertThat(((StatementFile.Read) read(file, MANY_ACCOUNTS))
                        .statements()
                        .getLast()
                        .lines()
                        .getFirst()
                        .signedVnd())
                .isEqualTo(signed);
    }

    @Test
    void a_line_without_its_account_is_left_out_and_named_with_each() throws IOException {
        assertThat(only(read(MANY.replace("222,", ","), MANY_ACCOUNTS)).notes())
                .containsExactly(new StatementFault(3, "Account", Reason.ACCOUNT));
        var two = (StatementFile.Read)
                read(MANY.replace("222,", ",") + "333,2026-08-11,14:06,7000,R3,x,\n", MANY_ACCOUNTS);
        assertThat(two.statements())
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.notes())
                        .containsExactly(new StatementFault(3, "Account", Reason.ACCOUNT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.23457E+15 | true", "1,2E+15 | true", "1E+15 | true", "1E15 | false", "12E+15X | false"})
    void a_reference_in_exponent_form_refuses_the_file(String reference, boolean refused) throws IOException {
        String file = MANY.replace("R1", "\"" + reference + "\"");
        if (refused) assertThat(reason(file, MANY_ACCOUNTS)).isEqualTo(Reason.REFERENCE);
        else assertThat(read(file, MANY_ACCOUNTS)).isInstanceOf(StatementFile.Read.class);
    }

    @Test
    void a_file_that_is_no_csv_is_refused() throws IOException {
        assertThat(reason("", ONE_ACCOUNT)).isEqualTo(Reason.EMPTY);
        assertThat(reason("một dòng", ONE_ACCOUNT)).isEqualTo(Reason.COLUMN);
        assertThat(reason(MANY + "\"111,never closed", MANY_ACCOUNTS)).isEqualTo(Reason.QUOTES);
        assertThat(reason(MANY + "1,\"" + "x".repeat(70_000) + "\"", MANY_ACCOUNTS))
                .isEqualTo(Reason.TEXT_TOO_LONG);
        var longer = (StatementFile.Read) read(MANY.replace("Fee", "x".repeat(20_000)), MANY_ACCOUNTS);
        assertThat(longer.statements().getLast().lines()).isEmpty();
        assertThat(longer.statements().getLast().notes())
                .containsExactly(new StatementFault(3, "Description", Reason.TEXT_TOO_LONG));
        String row = "111,2026-08-11,14:06,35000,R,x,\n";
        assertThat(reason(MANY + row.repeat(StatementFile.MOST_LINES), MANY_ACCOUNTS))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(MANY + "\n".repeat(StatementFile.MOST_BYTES), MANY_ACCOUNTS))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("a".repeat(100) + "\n" + (" ".repeat(999) + "\n").repeat(21_000), ONE_ACCOUNT))
                .isEqualTo(Reason.TOO_LARGE);
        byte[] latin = MANY.replace("Fee", "ph\u00ED").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(CsvStatementReader.read(new ByteArrayInputStream(latin), MANY_ACCOUNTS))
                .isEqualTo(new StatementFile.Refused(List.of(new StatementFault(0, null, Reason.ENCODING))));
    }

    @Test
    void no_more_faults_are_told_than_a_person_mends() throws IOException {
        assertThat(faults(MANY + "111,?,?,?,,,\n".repeat(1_000), MANY_ACCOUNTS)).hasSize(50);
    }

    @Test
    void a_layout_that_cannot_work_is_not_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvMapping(
                        ',',
                        1,
                        null,
                        new Account.Fixed("1"),
                        MANY_ACCOUNTS.columns(),
                        DecimalStyle.ENGLISH,
                        "yyyy-MM-dd",
                        null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvMapping(
                        ',',
                        1,
                        null,
                        new Account.Fixed("1"),
                        ONE_ACCOUNT.columns(),
                        DecimalStyle.ENGLISH,
                        "no such pattern",
                        null));
    }

    @Example
    void a_slipped_byte_never_breaks_the_reader() throws IOException {
        byte[] sound = ONE.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < sound.length; at++)
            for (byte slip : new byte[] {0, '"', ';', '\n', '9', (byte) 0xC3}) {
                byte[] slipped = sound.clone();
                slipped[at] = slip;
                assertThat(CsvStatementReader.read(new ByteArrayInputStream(slipped), ONE_ACCOUNT))
                        .isNotNull();
            }
    }

    @Property
    void nor_do_any_bytes_at_all(@ForAll byte[] bytes) throws IOException {
        assertThat(CsvStatementReader.read(new ByteArrayInputStream(bytes), MANY_ACCOUNTS))
                .isInstanceOf(StatementFile.Refused.class);
    }

    private static Reason reason(String file, CsvMapping mapping) throws IOException {
        return faults(file, mapping).getFirst().reason();
    }

    private static List<StatementFault> faults(String file, CsvMapping mapping) throws IOException {
        var read = read(file, mapping);
        assertThat(read).isInstanceOf(StatementFile.Refused.class);
        return ((StatementFile.Refused) read).faults();
    }

    private static StatementFile read(String file, CsvMapping mapping) throws IOException {
        return CsvStatementReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), mapping);
    }
}
