package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/** XML made to fill the memory, to keep a processor busy, or to read what is ours; and what lines and disks do to it. */
@NullMarked
class HostileStatementsTests {

    private static final String HEAD = "<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>1</IBAN></Id></Acct>";
    private static final String END = "</Stmt></BkToCstmrStmt></Document>";
    private static final String ENTRY = "<Ntry><Amt Ccy=\"VND\">7</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
            + "<BookgDt><Dt>2026-08-11</Dt></BookgDt><AcctSvcrRef>R</AcctSvcrRef></Ntry>";

    @Test
    @Timeout(10)
    void a_billion_laughs_are_not_laughed() throws IOException {
        var bomb = new StringBuilder("<!DOCTYPE Document [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++)
            bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        bomb.append("]>").append(HEAD).append("<Id>&a9;</Id>").append(END);
        assertThat(reason(bomb.toString())).isEqualTo(Reason.DOCUMENT_TYPE);
    }

    @Test
    void a_file_of_ours_is_not_read(@TempDir Path folder) throws IOException {
        Path ours = Files.writeString(folder.resolve("secret"), "5555");
        for (String type : List.of(
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"" + ours.toUri() + "\">]>",
                "<!DOCTYPE Document SYSTEM \"" + ours.toUri() + "\">",
                "<!DOCTYPE Document [<!ENTITY % x SYSTEM \"" + ours.toUri() + "\">%x;]>"))
            assertThat(reason(type + HEAD.replace(">1<", ">&x;<") + ENTRY + END))
                    .isEqualTo(Reason.DOCUMENT_TYPE);
    }

    @Test
    void an_entity_that_nobody_declared_is_refused() throws IOException {
        assertThat(read(HEAD + "<Id>&x;</Id>" + END)).isInstanceOf(StatementFile.Refused.class);
    }

    @Test
    void ten_tags_deep_are_skipped_and_ten_thousand_refused() throws IOException {
        assertThat(read(HEAD + "<X>".repeat(10) + "</X>".repeat(10) + ENTRY + END))
                .isInstanceOf(StatementFile.Read.class);
        assertThat(reason(HEAD + "<X>".repeat(10_000) + "</X>".repeat(10_000) + END))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_text_without_end_is_left() throws IOException {
        assertThat(reason(HEAD + "<Id>" + "x".repeat(5_000_000) + "</Id>" + END))
                .isEqualTo(Reason.TEXT_TOO_LONG);
        assertThat(reason(HEAD + "<Ntry><NtryDtls><TxDtls><RmtInf>" + "<Ustrd>xxxxxxxxxx</Ustrd>".repeat(2_000)))
                .isEqualTo(Reason.TEXT_TOO_LONG);
    }

    @Test
    void a_file_without_end_is_left() throws IOException {
        assertThat(reason(HEAD + "<!--" + "x".repeat(StatementFile.MOST_BYTES))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(HEAD + "<X/>".repeat(StatementFile.MOST_BYTES / 4))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    @Timeout(20)
    void more_lines_than_allowed_are_not_taken_though_all_have_one_reference() throws IOException {
        var most = (StatementFile.Read) read(HEAD + ENTRY.repeat(StatementFile.MOST_LINES) + END);
        assertThat(most.statements().getFirst().lines().getLast().reference())
                .isEqualTo("R#" + StatementFile.MOST_LINES);
        assertThat(reason(HEAD + ENTRY.repeat(StatementFile.MOST_LINES + 1) + END))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_file_that_was_cut_off_anywhere_is_refused() throws IOException {
        String whole = HEAD + ENTRY + END;
        assertThat(read(whole)).as("the premise").isInstanceOf(StatementFile.Read.class);
        for (int length = 0; length < whole.length(); length++)
            assertThat(read(whole.substring(0, length))).isInstanceOf(StatementFile.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{}", "PK\u0003\u0004", "<", "<a></b>", "a,b\n1,2", " \n "})
    void what_is_not_xml_is_refused(String file) throws IOException {
        assertThat(reason(file)).isEqualTo(Reason.NOT_XML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html/>",
                "<Document/>",
                "<Document><BkToCstmrAcctRptV1><Rpt/></BkToCstmrAcctRptV1></Document>",
                "<BkToCstmrStmt><Stmt/></BkToCstmrStmt>"
            })
    void what_is_no_statement_is_refused(String file) throws IOException {
        assertThat(reason(file)).isEqualTo(Reason.NOT_A_STATEMENT);
    }

    @Test
    void an_empty_file_and_one_in_another_encoding_are_told_apart() throws IOException {
        assertThat(reason("")).isEqualTo(Reason.EMPTY);
        byte[] latin = (HEAD + "<Nm>ph\u00ED</Nm>" + END).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(CamtReader.read(new ByteArrayInputStream(latin)))).isEqualTo(Reason.ENCODING);
    }

    @Test
    void a_broken_line_is_no_fault_of_the_file() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();
        assertThatThrownBy(() -> CamtReader.read(broken)).isInstanceOf(IOException.class);
    }

    @Property
    void any_bytes_at_all_are_refused(@ForAll byte[] bytes) throws IOException {
        assertThat(CamtReader.read(new ByteArrayInputStream(bytes))).isInstanceOf(StatementFile.Refused.class);
    }

    @Property
    void slipped_bytes_never_break_the_reader(
            @ForAll @IntRange(max = 400) int from, @ForAll byte[] slipped, @ForAll boolean within) throws IOException {
        byte[] file =
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + HEAD + ENTRY + END).getBytes(StandardCharsets.UTF_8);
        int at = within ? from % file.length : 0;
        for (int i = 0; i < slipped.length && at + i < file.length; i++) file[at + i] = slipped[i];
        assertThat(CamtReader.read(new ByteArrayInputStream(file))).isNotNull();
    }

    @Property
    void nor_do_pieces_of_xml_in_any_order(@ForAll List<@IntRange(max = 17) Integer> order) throws IOException {
        var pieces = List.of(
                HEAD,
                END,
                ENTRY,
                "<Ntry>",
                "</Ntry>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<?x",
                "?>",
                "&lt;",
                "&x;",
                "<a:b ",
                "xmlns:a=\"a\">",
                "<!DOCTYPE a [",
                "<!ENTITY x \"y\">",
                "&#x1F600;");
        var file = new StringBuilder(HEAD);
        for (int piece : order) file.append(pieces.get(piece));
        assertThat(read(file.append(END).toString())).isNotNull();
    }

    private static Reason reason(String file) throws IOException {
        return refused(read(file));
    }

    private static Reason refused(StatementFile read) {
        assertThat(read).isInstanceOf(StatementFile.Refused.class);
        return ((StatementFile.Refused) read).faults().getFirst().reason();
    }

    private static StatementFile read(String file) throws IOException {
        return CamtReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
