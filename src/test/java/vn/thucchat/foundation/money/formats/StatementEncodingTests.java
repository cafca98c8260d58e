package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/** Statement files in the encodings that XML and banks allow. */
@NullMarked
class StatementEncodingTests {

    private static final String DOCUMENT =
            "<Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct>"
                    + "<Ntry><Amt Ccy=\"VND\">7</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-08-11</Dt></BookgDt>"
                    + "<AddtlNtryInf>%s</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, '', tiền quầy",
        "utf-8, UTF-8, EFBBBF, tiền quầy",
        "UTF-16, UTF-16LE, FFFE, tiền quầy",
        "UTF-16, UTF-16BE, FEFF, tiền quầy",
        "UTF-16, UTF-16LE, '', tiền quầy",
        "UTF-16, UTF-16BE, '', tiền quầy",
        "UTF-16LE, UTF-16LE, '', tiền quầy",
        "UTF-32, UTF-32BE, 0000FEFF, tiền quầy",
        "UTF-32, UTF-32LE, FFFE0000, tiền quầy",
        "utf-16, UTF-8, '', tiền quầy",
        "windows-1258, windows-1258, '', tiền quầy",
        "Windows-1252, windows-1252, '', phí à",
        "ISO-8859-1, ISO-8859-1, '', phí à",
        "ISO-8859-15, ISO-8859-15, '', phí à",
        "US-ASCII, US-ASCII, '', phi"
    })
    void xml_is_read_as_its_mark_or_its_declaration_says(String declared, String written, String mark, String memo)
            throws IOException {
        String text = "<?xml version='1.0' encoding='" + declared + "' ?>\n" + DOCUMENT.formatted(memo);
        assertThat(memo(bytes(text, written, mark))).isEqualTo(memo);
    }

    @Test
    void what_nobody_knows_or_is_not_as_declared_is_refused() throws IOException {
        assertThat(reason(bytes("<?xml version=\"1.0\" encoding=\"TCVN3\"?>" + DOCUMENT, "UTF-8", "")))
                .isEqualTo(Reason.ENCODING);
        assertThat(reason(bytes(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + DOCUMENT.formatted("phí"), "ISO-8859-1", "")))
                .isEqualTo(Reason.ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE", "windows-1258"})
    void an_entity_is_refused_in_any_of_them(String charset) throws IOException {
        String bomb = "<?xml version=\"1.0\" encoding=\"" + charset
                + "\"?><!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + DOCUMENT.formatted("&x;");
        assertThat(reason(bytes(bomb, charset, ""))).isEqualTo(Reason.DOCUMENT_TYPE);
    }

    private static byte[] bytes(String text, String charset, String mark) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(java.util.HexFormat.of().parseHex(mark));
        bytes.write((charset.equals("windows-1258") ? windows1258(text) : text).getBytes(Charset.forName(charset)));
        return bytes.toByteArray();
    }

    /** The code page has â, ê, ô, ư as letters, and the tone marks apart. */
    static String windows1258(String text) {
        var split = new StringBuilder();
        for (String letter : text.split("(?!^)", -1)) {
            String tone = Normalizer.normalize(letter, Normalizer.Form.NFD)
                    .replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            String bare = Normalizer.normalize(
                    Normalizer.normalize(letter, Normalizer.Form.NFD)
                            .replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", ""),
                    Normalizer.Form.NFC);
            split.append(bare).append(tone);
        }
        return split.toString();
    }

    private static String memo(byte[] file) throws IOException {
        var read = CamtReader.read(new ByteArrayInputStream(file));
        assertThat(read).isInstanceOf(StatementFile.Read.class);
        return ((StatementFile.Read) read)
                .statements()
                .getFirst()
                .lines()
                .getFirst()
                .memo();
    }

    private static Reason reason(byte[] file) throws IOException {
        var read = CamtReader.read(new ByteArrayInputStream(file));
        assertThat(read).isInstanceOf(StatementFile.Refused.class);
        return ((StatementFile.Refused) read).faults().getFirst().reason();
    }
}
