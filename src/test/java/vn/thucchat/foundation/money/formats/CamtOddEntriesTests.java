package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/** What of a camt message is odd and blocks nothing, what it states beyond its lines, and how its first versions look. */
@NullMarked
class CamtOddEntriesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 11);
    private static final String SOUND = entry("7000", "<AcctSvcrRef>S1</AcctSvcrRef>");

    @Test
    void an_entry_of_one_part_counts_by_its_own_amount() throws IOException {
        for (String part : List.of(
                "<Amt Ccy=\"VND\">100000</Amt><Chrgs><Rcrd><Amt Ccy=\"VND\">1100</Amt></Rcrd></Chrgs>",
                "<Amt Ccy=\"USD\">4.00</Amt>",
                "<AmtDtls><InstdAmt><Amt Ccy=\"USD\">4</Amt></InstdAmt></AmtDtls>",
                "<AmtDtls><TxAmt><Amt Ccy=\"VND\">100000.5</Amt></TxAmt></AmtDtls>",
                "<Amt Ccy=\"VND\">0</Amt>")) {
            var read = read(entry("98900", "<NtryDtls><TxDtls>" + part + "</TxDtls></NtryDtls>") + SOUND);
            assertThat(read.lines()).extracting(StatementLine::amountVnd).containsExactly(98_900L, 7_000L);
            if (!part.contains("InstdAmt"))
                assertThat(read.notes()).extracting(StatementFault::reason).containsExactly(Reason.OWN_AMOUNT);
        }
    }

    @Test
    void a_batch_of_instructed_amounts_is_split_where_they_add_up() throws IOException {
        String parts = part("<AmtDtls><InstdAmt><Amt Ccy=\"VND\">30000</Amt></InstdAmt></AmtDtls>")
                + part("<AmtDtls><InstdAmt><Amt Ccy=\"VND\">20000</Amt></InstdAmt></AmtDtls>");
        var read = read(entry("50000", "<NtryDtls>" + parts + "</NtryDtls>") + SOUND);
        assertThat(read.lines()).extracting(StatementLine::amountVnd).containsExactly(30_000L, 20_000L, 7_000L);
        assertThat(read.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Amt Ccy=\"VND\">30000</Amt>|<Amt Ccy=\"VND\">19000</Amt>",
                "<Amt Ccy=\"VND\">30000</Amt>|<Amt Ccy=\"EUR\">1</Amt>",
                "<Amt Ccy=\"VND\">30000</Amt>|<Refs/>"
            })
    void a_batch_whose_parts_do_not_add_up_is_one_line_of_its_own_amount(String parts) throws IOException {
        var two = parts.split("\\|", -1);
        var read = read(entry("50000", "<NtryDtls>" + part(two[0]) + part(two[1]) + "</NtryDtls>") + SOUND);
        assertThat(read.lines()).extracting(StatementLine::amountVnd).containsExactly(50_000L, 7_000L);
        assertThat(read.notes()).extracting(StatementFault::reason).containsExactly(Reason.PARTS);
    }

    @Test
    void a_batch_that_tells_no_parts_is_one_line_and_noted() throws IOException {
        var read = read(entry("50000", "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch></NtryDtls>") + SOUND);
        assertThat(read.lines()).extracting(StatementLine::amountVnd).containsExactly(50_000L, 7_000L);
        assertThat(read.notes()).extracting(StatementFault::reason).containsExactly(Reason.BATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "'<Amt Ccy=\"VND\">0</Amt>', BOOK, ZERO",
        "'<Amt Ccy=\"USD\">12.50</Amt>', BOOK, CURRENCY",
        "'<Amt Ccy=\"VND\">35000.50</Amt>', BOOK, AMOUNT",
        "'<Amt Ccy=\"VND\">35000</Amt>', PDNG, PENDING",
        "'<Amt Ccy=\"VND\">35000</Amt>', INFO, PENDING",
        "'<Amt Ccy=\"VND\">35000</Amt>', FUTR, PENDING",
        "'<Amt Ccy=\"VND\">35000</Amt>', HELD, STATUS"
    })
    void what_cannot_be_taken_is_left_out_and_noted(String amount, String status, Reason reason) throws IOException {
        String odd = entry("1", "").replace("<Amt Ccy=\"VND\">1</Amt>", amount).replace("BOOK", status);
        var read = read(odd + SOUND);
        assertThat(read.lines()).extracting(StatementLine::amountVnd).containsExactly(7_000L);
        assertThat(read.notes()).extracting(StatementFault::reason).containsExactly(reason);
        assertThat(read.notes().getFirst().at()).contains("E1");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-01T00:00:00+07:00, 2026-08-10T23:59:59+07:00, 2026-08-01, 2026-08-10",
        "2026-08-01T00:00:00, 2026-08-10T23:59:59.999, 2026-08-01, 2026-08-10",
        "2026-08-01T00:00:00Z, 2026-08-10T23:59:59Z, 2026-08-01, 2026-08-10",
        "2026-07-31T17:00:00Z, 2026-08-10T16:59:59Z, 2026-08-01, 2026-08-10",
        "2026-08-01T00:00:00, 2026-08-11T00:00:00, 2026-08-01, 2026-08-10",
        "2026-08-01T00:00:00, 2026-08-10T12:00:00, 2026-08-01, 2026-08-09",
        "2026-08-10T00:00:00, 2026-08-10T00:00:00, 2026-08-10, 2026-08-10",
        "2026-08-01, 2026-08-10, 2026-08-01, 2026-08-10"
    })
    void the_stated_period_is_read_as_whole_days(String from, String to, LocalDate first, LocalDate last)
            throws IOException {
        var read = read("<FrToDt><FrDtTm>" + from + "</FrDtTm><ToDtTm>" + to + "</ToDtTm></FrToDt>");
        assertThat(read.from()).isEqualTo(first);
        assertThat(read.to()).isEqualTo(last);
    }

    @Test
    void nothing_is_stated_of_days_after_the_file_was_made() throws IOException {
        var read = read("<CreDtTm>2026-08-20T18:00:00+07:00</CreDtTm><FrToDt><FrDtTm>2026-08-01T00:00:00</FrDtTm>"
                + "<ToDtTm>2026-08-31T23:59:59</ToDtTm></FrToDt>");
        assertThat(read.to()).isEqualTo(LocalDate.of(2026, 8, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "OPBD 2026-08-01 100 CLBD 2026-08-11 200, 100, 200, 2026-08-01, 2026-08-11",
        "PRCD 2026-08-10 100 CLBD 2026-08-11 200, 100, 200, 2026-08-11, 2026-08-11",
        "PRCD 2026-08-11 100 CLBD 2026-08-11 200, 100, 200, , 2026-08-11",
        "OPBD 2026-08-11 100 ITBD 2026-08-11 150, 100, 150, 2026-08-11, 2026-08-11",
        "ITBD 2026-08-11 150 CLBD 2026-08-11 200, 150, 200, 2026-08-11, 2026-08-11",
        "ITBD 2026-08-11 150 ITBD 2026-08-11 170, 150, 170, 2026-08-11, 2026-08-11",
        "ITBD 2026-08-11 150 CLAV 2026-08-11 900, , 150, , 2026-08-11",
        "CLBD 2026-08-11 200 OPBD 2026-08-11 100, 100, 200, 2026-08-11, 2026-08-11",
        "PRCD 2026-08-09 90 OPBD 2026-08-10 100 CLBD 2026-08-11 200, 100, 200, 2026-08-10, 2026-08-11"
    })
    void balances_open_and_close_whatever_their_types(
            String stated,
            @Nullable Long opening,
            @Nullable Long closing,
            @Nullable LocalDate from,
            @Nullable LocalDate to)
            throws IOException {
        var words = stated.split(" ", -1);
        var balances = new StringBuilder();
        for (int i = 0; i < words.length; i += 3) balances.append(balance(words[i], words[i + 1], words[i + 2]));
        var read = read(balances.toString());
        assertThat(read.openingVnd()).isEqualTo(opening);
        assertThat(read.closingVnd()).isEqualTo(closing);
        assertThat(read.from()).isEqualTo(from);
        assertThat(read.to()).isEqualTo(to);
    }

    @Test
    void a_balance_that_cannot_be_read_is_noted() throws IOException {
        var read = read(balance("OPBD", "2026-08-11", "1.5") + SOUND);
        assertThat(read.openingVnd()).isNull();
        assertThat(read.notes()).extracting(StatementFault::reason).containsExactly(Reason.BALANCE);
        assertThat(read.lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BkToCstmrAcctRptV01, Rpt",
        "BkToCstmrStmtV01, Stmt",
        "BkToCstmrDbtCdtNtfctnV01, Ntfctn",
        "BkToCstmrAcctRpt, Rpt",
        "BkToCstmrStmt, Stmt",
        "BkToCstmrDbtCdtNtfctn, Ntfctn"
    })
    void the_first_versions_and_reports_within_the_day_are_read(String message, String kind) throws IOException {
        String old =
                "<Document><" + message + "><" + kind + "><Acct><Id><PrtryAcct><Id>555</Id></PrtryAcct></Id></Acct>"
                        + "<Bal><Tp><Cd>OPBD</Cd></Tp><Amt Ccy=\"VND\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>"
                        + entry(
                                "15000",
                                "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId><TxId>T9</TxId></Refs>"
                                        + "<RltdPties><DbtrAcct><Id><PrtryAcct><Id>888</Id></PrtryAcct></Id></DbtrAcct></RltdPties>"
                                        + "<RmtInf><Strd><AddtlRmtInf>NO REF</AddtlRmtInf></Strd><Strd><AddtlRmtInf>tien sap</AddtlRmtInf>"
                                        + "</Strd></RmtInf></TxDtls>")
                        + "</" + kind + "></" + message + "></Document>";
        var read = only(CamtReader.read(new ByteArrayInputStream(old.getBytes(StandardCharsets.UTF_8))));
        assertThat(read.accountNumber()).isEqualTo("555");
        assertThat(read.openingVnd()).isEqualTo(5);
        assertThat(read.complete()).isEqualTo(kind.equals("Stmt"));
        var line = read.lines().getFirst();
        assertThat(line.reference()).isEqualTo("T9");
        assertThat(line.payerAccount()).isEqualTo("888");
        assertThat(line.memo()).isEqualTo("tien sap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONREF", "NOTPROVIDED", "Not Provided", "N/A", "-", "000"})
    void a_placeholder_is_no_reference(String reference) throws IOException {
        var read = read(entry("7", "<AcctSvcrRef>" + reference + "</AcctSvcrRef>"));
        assertThat(read.lines().getFirst().reference()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<RmtInf><Ustrd>NOTPROVIDED</Ustrd></RmtInf><AddtlTxInf>%s tien ve sinh</AddtlTxInf>",
                "<RmtInf><Ustrd>chuyen tien</Ustrd></RmtInf><AddtlTxInf>MBVCB.1.%s.CT</AddtlTxInf>",
                "<RmtInf><Ustrd>nop</Ustrd><Strd><AddtlRmtInf>x</AddtlRmtInf><AddtlRmtInf>%s</AddtlRmtInf></Strd></RmtInf>",
                "<RmtInf><Strd><CdtrRefInf><Ref>%s</Ref></CdtrRefInf></Strd></RmtInf>",
                "<RmtInf><Strd><CdtrRefInf><CdtrRef>%s</CdtrRef></CdtrRefInf></Strd></RmtInf>",
                "<RmtInf><Strd><RfrdDocInf><Nb>%s</Nb></RfrdDocInf></Strd></RmtInf>",
                "<Refs><EndToEndId>%s</EndToEndId></Refs><RmtInf><Ustrd>tien sap</Ustrd></RmtInf>",
                "<Refs><InstrId>%s</InstrId></Refs>"
            })
    void the_code_is_found_wherever_words_stand(String details) throws IOException {
        String code = ReferenceCode.of(4_711);
        var read = read(entry("7", "<NtryDtls><TxDtls>" + details.formatted(code) + "</TxDtls></NtryDtls>"));
        assertThat(ReferenceCode.in(read.lines().getFirst().memo())).containsExactly(code);
    }

    @Test
    void a_code_cut_by_the_end_of_a_line_or_field_is_one() throws IOException {
        String code = ReferenceCode.of(4_712);
        String head = code.substring(0, 6);
        String tail = code.substring(6);
        for (String details : List.of(
                "<RmtInf><Ustrd>nop " + head + "</Ustrd><Ustrd>" + tail + " sap</Ustrd></RmtInf>",
                "<RmtInf><Ustrd>nop " + head + "</Ustrd></RmtInf><AddtlTxInf>" + tail + "</AddtlTxInf>"))
            assertThat(ReferenceCode.in(read(entry("7", "<NtryDtls><TxDtls>" + details + "</TxDtls></NtryDtls>"))
                            .lines()
                            .getFirst()
                            .memo()))
                    .containsExactly(code);
        assertThat(ReferenceCode.in(read(entry("7", "<AddtlNtryInf>" + code + "</AddtlNtryInf>"))
                        .lines()
                        .getFirst()
                        .memo()))
                .containsExactly(code);
    }

    @Test
    void words_beside_the_memo_that_name_no_code_are_left_out_of_it() throws IOException {
        var read = read(entry(
                "7",
                "<NtryDtls><TxDtls><Refs><EndToEndId>X1</EndToEndId></Refs><RmtInf><Ustrd>mua ca</Ustrd></RmtInf>"
                        + "<AddtlTxInf>Chuyen khoan</AddtlTxInf></TxDtls></NtryDtls>"));
        assertThat(read.lines().getFirst().memo()).isEqualTo("mua ca");
    }

    private static String part(String inner) {
        return "<TxDtls>" + inner + "</TxDtls>";
    }

    private static String balance(String type, String day, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"VND\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    private static String entry(String amount, String more) {
        return "<Ntry><NtryRef>E1</NtryRef><Amt Ccy=\"VND\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>" + "<BookgDt><Dt>" + DAY + "</Dt></BookgDt>" + more
                + "</Ntry>";
    }

    private static Statement read(String inner) throws IOException {
        String file = "<Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct>" + inner
                + "</Stmt></BkToCstmrStmt></Document>";
        return only(CamtReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    }

    private static Statement only(StatementFile file) {
        assertThat(file).isInstanceOf(StatementFile.Read.class);
        return ((StatementFile.Read) file).statements().getFirst();
    }
}
