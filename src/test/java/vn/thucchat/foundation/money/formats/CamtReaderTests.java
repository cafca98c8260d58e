package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.money.formats.StatementLine.Direction;
import vn.thucchat.testing.Rendering;

/** Messages as banks write them, in old and new versions. */
@NullMarked
class CamtReaderTests {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 11);

    private static final String OLD_STATEMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
              <BkToCstmrStmt>
                <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-08-11T23:00:00</CreDtTm></GrpHdr>
                <Stmt>
                  <Id>S1</Id>
                  <Acct><Id><Othr><Id>1234567890</Id></Othr></Id><Ccy>VND</Ccy></Acct>
                  <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="VND">1000000.00</Amt>
                    <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-08-11</Dt></Dt></Bal>
                  <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="VND">985000.00</Amt>
                    <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-08-11</Dt></Dt></Bal>
                  <Ntry>
                    <NtryRef>E1</NtryRef><Amt Ccy="VND">35000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
                    <BookgDt><Dt>2026-08-11</Dt></BookgDt>
                    <AcctSvcrRef>FT26223.0001</AcctSvcrRef>
                    <NtryDtls><TxDtls>
                      <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                      <AmtDtls><TxAmt><Amt Ccy="VND">35000</Amt></TxAmt></AmtDtls>
                      <RltdPties><Dbtr><Nm>NGUYEN VAN A</Nm></Dbtr>
                        <DbtrAcct><Id><Othr><Id>888</Id></Othr></Id></DbtrAcct></RltdPties>
                      <RmtInf><Ustrd>MBVCB.1.H55 260811</Ustrd><Ustrd>0007</Ustrd></RmtInf>
                    </TxDtls></NtryDtls>
                  </Ntry>
                  <Ntry>
                    <NtryRef>E2</NtryRef><Amt Ccy="VND">50000</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
                    <BookgDt><DtTm>2026-08-11T14:02:37</DtTm></BookgDt>
                    <AddtlNtryInf>PHI THANG 8</AddtlNtryInf>
                  </Ntry>
                </Stmt>
              </BkToCstmrStmt>
            </Document>
            """;

    private static final String NEW_STATEMENT = """
            <d:Document xmlns:d="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><d:BkToCstmrStmt><d:Stmt>
              <d:Acct><d:Id><d:IBAN>VN12</d:IBAN></d:Id></d:Acct>
              <d:Ntry><d:Amt Ccy="VND">199800</d:Amt><d:CdtDbtInd>CRDT</d:CdtDbtInd><d:Sts><d:Cd>BOOK</d:Cd></d:Sts>
                <d:BookgDt><d:DtTm>2026-08-11T18:30:00Z</d:DtTm></d:BookgDt>
                <d:NtryDtls><d:TxDtls>
                  <d:Refs><d:AcctSvcrRef>R9</d:AcctSvcrRef></d:Refs><d:Amt Ccy="VND">199800</d:Amt>
                  <d:RltdPties><d:Dbtr><d:Pty><d:Nm>Chị Lan</d:Nm></d:Pty></d:Dbtr>
                    <d:DbtrAcct><d:Id><d:IBAN>VN34</d:IBAN></d:Id></d:DbtrAcct></d:RltdPties>
                  <d:RmtInf><d:Strd><d:CdtrRefInf><d:Ref>RF18</d:Ref></d:CdtrRefInf></d:Strd></d:RmtInf>
                </d:TxDtls></d:NtryDtls></d:Ntry>
            </d:Stmt></d:BkToCstmrStmt></d:Document>""";

    @Test
    void an_old_statement_is_read_with_its_balances() throws IOException {
        assertThat(read(OLD_STATEMENT))
                .isEqualTo(new StatementFile.Read(List.of(new Statement(
                        "1234567890",
                        1_000_000L,
                        985_000L,
                        DAY,
                        DAY,
                        true,
                        List.of(
                                new StatementLine(
                                        "1234567890",
                                        DAY,
                                        null,
                                        Direction.IN,
                                        35_000,
                                        "FT26223.0001",
                                        Set.of(),
                                        "MBVCB.1.H55 260811 0007",
                                        "NGUYEN VAN A",
                                        "888",
                                        false),
                                new StatementLine(
                                        "1234567890",
                                        DAY,
                                        Instant.parse("2026-08-11T07:02:37Z"),
                                        Direction.OUT,
                                        50_000,
                                        null,
                                        Set.of(),
                                        "PHI THANG 8",
                                        null,
                                        null,
                                        false)),
                        List.of()))));
        assertThat(((StatementFile.Read) read(OLD_STATEMENT))
                        .statements()
                        .getFirst()
                        .unexplainedVnd())
                .hasValue(0);
    }

    @Test
    void a_new_statement_is_read_whatever_its_prefix_and_dated_in_viet_nam() throws IOException {
        assertThat(read(NEW_STATEMENT))
                .isEqualTo(new StatementFile.Read(List.of(new Statement(
                        "VN12",
                        List.of(new StatementLine(
                                "VN12",
                                DAY.plusDays(1),
                                Instant.parse("2026-08-11T18:30:00Z"),
                                Direction.IN,
                                199_800,
                                "R9",
                                Set.of(),
                                "RF18",
                                "Chị Lan",
                                "VN34",
                                false))))));
    }

    @ParameterizedTest
    @CsvSource({"02,<Sts>BOOK</Sts>", "04,<Sts>BOOK</Sts>", "08,<Sts><Cd>BOOK</Cd></Sts>", "13,<Sts><Cd>BOOK</Cd></Sts>"
    })
    void a_notification_of_any_version_is_read(String version, String status) throws IOException {
        var lines = lines(notification(version, entry("35000", "CRDT", status, "")));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().amountVnd()).isEqualTo(35_000);
        assertThat(lines.getFirst().reference()).isEqualTo("FT1");
    }

    @Test
    void neither_the_payer_s_own_reference_nor_a_number_within_the_file_is_the_bank_s() throws IOException {
        String part = part("20000", "A").replace("<TxDtls>", "<TxDtls><Refs><EndToEndId>TIENSAP</EndToEndId></Refs>");
        String bare = entry("20000", "CRDT", BOOKED, details(part)).replace("<AcctSvcrRef>FT1</AcctSvcrRef>", "");
        assertThat(lines(notification("08", bare)).getFirst().reference()).isNull();
        assertThat(lines(notification("08", entry("20000", "CRDT", BOOKED, details(part))))
                        .getFirst()
                        .reference())
                .isEqualTo("FT1");
    }

    @Test
    void every_reference_of_the_bank_for_one_movement_is_read_but_not_that_of_a_batch() throws IOException {
        String refs = "<TxDtls><Refs><AcctSvcrRef>ar1</AcctSvcrRef><TxId>tx1</TxId></Refs>";
        String one = part("20000", "A").replace("<TxDtls>", refs);
        var alone = lines(notification("08", entry("20000", "CRDT", BOOKED, details(one))))
                .getFirst();
        assertThat(alone.reference()).isEqualTo("AR1");
        assertThat(alone.otherReferences()).containsExactlyInAnyOrder("TX1", "FT1");
        var batch = lines(notification("08", entry("35000", "CRDT", BOOKED, details(one, part("15000", "B")))));
        assertThat(batch.getFirst().otherReferences()).containsExactly("TX1");
        assertThat(batch.getLast().reference()).isEqualTo("FT1");
        assertThat(batch.getLast().otherReferences()).isEmpty();
    }

    @Test
    void a_batch_becomes_a_line_for_each_part_and_equal_parts_keep_apart() throws IOException {
        var lines = lines(notification(
                "08",
                entry("55000", "CRDT", BOOKED, details(part("20000", "A"), part("20000", "B"), part("15000", "C")))));
        assertThat(lines).extracting(StatementLine::amountVnd).containsExactly(20_000L, 20_000L, 15_000L);
        assertThat(lines).extracting(StatementLine::reference).containsExactly("FT1", "FT1#2", "FT1");
        assertThat(lines).extracting(StatementLine::memo).containsExactly("A", "B", "C");
    }

    @Test
    void a_part_that_goes_the_other_way_is_taken_off() throws IOException {
        String fee = "<TxDtls><Amt Ccy=\"VND\">1100</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>";
        var lines = lines(notification("08", entry("18900", "CRDT", BOOKED, details(part("20000", "A"), fee))));
        assertThat(lines).extracting(StatementLine::signedVnd).containsExactly(20_000L, -1_100L);
    }

    @Test
    void what_takes_back_an_earlier_payment_is_marked() throws IOException {
        String reversed = "<RvslInd>true</RvslInd>"
                + details("<TxDtls><RltdPties><Dbtr><Nm>NGUYEN VAN A</Nm></Dbtr></RltdPties></TxDtls>");
        var line = lines(notification("04", entry("35000", "DBIT", BOOKED, reversed)))
                .getFirst();
        assertThat(line.reversal()).isTrue();
        assertThat(line.direction()).isEqualTo(Direction.OUT);
        assertThat(line.payerName()).isEqualTo("NGUYEN VAN A");
    }

    @Test
    void what_is_not_booked_yet_is_left_out() throws IOException {
        assertThat(lines(notification(
                        "08",
                        entry("1.5", "CRDT", "<Sts><Cd>PDNG</Cd></Sts>", "")
                                + entry("1", "CRDT", "<Sts>INFO</Sts>", ""))))
                .isEmpty();
    }

    @Test
    void a_missing_line_shows_in_the_balances() throws IOException {
        var short1 = (StatementFile.Read) read(OLD_STATEMENT.replace("985000.00", "990000.00"));
        assertThat(short1.statements().getFirst().unexplainedVnd()).isEqualTo(OptionalLong.of(5_000));
        assertThat(((StatementFile.Read) read(NEW_STATEMENT))
                        .statements()
                        .getFirst()
                        .unexplainedVnd())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-35000,AMOUNT",
        "0,ZERO",
        "0.00,ZERO",
        "35000.5,AMOUNT",
        "35.000.000,AMOUNT",
        "1e5,AMOUNT",
        "999999999999999999,AMOUNT",
        "'',AMOUNT"
    })
    void an_amount_that_is_not_whole_dong_refuses_a_file_that_says_nothing_else(String amount, Reason reason)
            throws IOException {
        assertThat(faults(notification("08", entry(amount, "CRDT", BOOKED, ""))))
                .extracting(StatementFault::reason)
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ccy=\"VND\"       | Ccy=\"USD\"  | CURRENCY",
                "Ccy=\"VND\"       | Other=\"1\"  | CURRENCY",
                "CRDT              | CREDIT       | DIRECTION",
                "BOOK              | BOOKED       | STATUS",
                "2026-08-11        | 2026-02-30   | DATE",
                "2026-08-11        | 11/08/2026   | DATE",
                "2026-08-11        | 0026-08-11   | DATE"
            })
    void so_does_any_other_entry_that_is_not_understood(String right, String wrong, Reason reason) throws IOException {
        assertThat(faults(notification("08", entry("35000", "CRDT", BOOKED, "").replace(right, wrong))))
                .extracting(StatementFault::reason)
                .containsExactly(reason);
    }

    @Test
    void every_odd_entry_is_noted_with_its_line_and_the_others_are_taken() throws IOException {
        var read = statement(notification(
                "08",
                "\n" + entry("1.5", "CRDT", BOOKED, "") + "\n" + entry("1", "X", BOOKED, "") + "\n"
                        + entry("7", "CRDT", BOOKED, "")));
        assertThat(read.lines()).extracting(StatementLine::amountVnd).containsExactly(7L);
        assertThat(read.notes())
                .containsExactly(
                        new StatementFault(2, "E1 · 1.5 VND", Reason.AMOUNT),
                        new StatementFault(3, "E1 · 1 VND", Reason.DIRECTION));
    }

    @Test
    void a_statement_of_no_account_is_refused() throws IOException {
        assertThat(faults(notification("08", entry("7", "CRDT", BOOKED, "")).replace("Othr", "Else")))
                .containsExactly(new StatementFault(1, null, Reason.ACCOUNT));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_fault_has_words(Reason reason) {
        for (var locale : List.of(Rendering.VIETNAMESE, Locale.ENGLISH)) {
            var t = Rendering.texts(locale);
            String alone = new StatementFault(0, null, reason).text(t);
            assertThat(alone).isNotEqualTo(reason.key()).contains(" ");
            assertThat(new StatementFault(1_234, null, reason).text(t)).contains("1234: " + alone);
            assertThat(new StatementFault(7, "FT1", reason).text(t)).contains("7, FT1: " + alone);
        }
    }

    private static final String BOOKED = "<Sts><Cd>BOOK</Cd></Sts>";

    private static String notification(String version, String entries) {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001." + version
                + "\"><BkToCstmrDbtCdtNtfctn><Ntfctn><Acct><Id><Othr><Id>123</Id></Othr></Id></Acct>" + entries
                + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
    }

    private static String entry(String amount, String direction, String status, String more) {
        return "<Ntry><NtryRef>E1</NtryRef><Amt Ccy=\"VND\">" + amount + "</Amt><CdtDbtInd>" + direction
                + "</CdtDbtInd>" + status + "<BookgDt><Dt>2026-08-11</Dt></BookgDt><AcctSvcrRef>FT1</AcctSvcrRef>"
                + more + "</Ntry>";
    }

    private static String details(String... parts) {
        return "<NtryDtls>" + String.join("", parts) + "</NtryDtls>";
    }

    private static String part(String amount, String memo) {
        return "<TxDtls><Amt Ccy=\"VND\">" + amount + "</Amt><RmtInf><Ustrd>" + memo + "</Ustrd></RmtInf></TxDtls>";
    }

    private static Statement statement(String file) throws IOException {
        var read = read(file);
        assertThat(read).isInstanceOf(StatementFile.Read.class);
        return ((StatementFile.Read) read).statements().getFirst();
    }

    private static List<StatementLine> lines(String file) throws IOException {
        var read = read(file);
        assertThat(read).isInstanceOf(StatementFile.Read.class);
        return ((StatementFile.Read) read).statements().getFirst().lines();
    }

    private static List<StatementFault> faults(String file) throws IOException {
        var read = read(file);
        assertThat(read).isInstanceOf(StatementFile.Refused.class);
        return ((StatementFile.Refused) read).faults();
    }

    private static StatementFile read(String file) throws IOException {
        return CamtReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
