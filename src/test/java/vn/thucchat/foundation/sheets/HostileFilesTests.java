package vn.thucchat.foundation.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.sheets.Workbooks.aWorkbook;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.sheets.SheetReading.Refused;

/** Files made to fill the memory, to keep a processor busy, or to read what is ours. */
@Timeout(120)
class HostileFilesTests {

    private static final Limits LARGE_UPLOADS = new Limits(20_000, 60, 400_000_000, 100_000_000);
    private static final long SEED = 20_220_808;
    private static final String ROWS = "<worksheet><sheetData>";
    private static final String END = "</sheetData></worksheet>";
    /** All that a reading allocated, freed or not: an upper bound of what it ever held. */
    private static final long MODEST = 150_000_000;

    @Test
    void of_ten_million_rows_only_as_many_as_allowed_are_read() throws IOException {
        var rows = new StringBuilder();
        var random = new Random(SEED);
        for (int row = 0; row < 10_000; row++)
            rows.append("<row><c><v>").append(random.nextInt(1_000)).append("</v></c></row>");
        byte[] block = bytes(rows.toString());
        byte[] file = aWorkbook()
                .streamed(Workbooks.SHEET, out -> {
                    Workbooks.write(out, bytes(ROWS));
                    for (int i = 0; i < 1_000; i++) Workbooks.write(out, block);
                    Workbooks.write(out, bytes(END));
                })
                .bytes();
        assertRefused(file, Limits.USUAL, Reason.TOO_LARGE, "5");
        assertRefused(file, LARGE_UPLOADS, Reason.TOO_MANY_ROWS, "A20001");
    }

    @Test
    void a_sheet_of_nothing_that_unpacks_for_ever_is_left() throws IOException {
        byte[] file = aWorkbook()
                .repeated(Workbooks.SHEET, ROWS, "<row></row>".repeat(10), 2_000_000, END)
                .bytes();
        assertRefused(file, LARGE_UPLOADS, Reason.UNPACKS_TOO_LARGE, null);
    }

    @Test
    void shared_texts_without_end_are_left() throws IOException {
        String many = "<si><t>x</t></si>";
        assertRefused(
                aWorkbook()
                        .repeated(Workbooks.TEXTS, "<sst>", many, 5_000_000, "</sst>")
                        .bytes(),
                LARGE_UPLOADS,
                Reason.UNPACKS_TOO_LARGE,
                null);
        assertRefused(
                aWorkbook()
                        .repeated(Workbooks.TEXTS, "<sst><si><t>", "x".repeat(100), 1_000_000, "</t></si></sst>")
                        .bytes(),
                LARGE_UPLOADS,
                Reason.UNPACKS_TOO_LARGE,
                null);
    }

    @Test
    void an_attribute_or_text_or_comment_without_end_is_left() throws IOException {
        assertRefused(
                aWorkbook()
                        .repeated(Workbooks.SHEET, "<worksheet a=\"", "x".repeat(100), 100_000, "\"/>")
                        .bytes(),
                LARGE_UPLOADS,
                Reason.UNPACKS_TOO_LARGE,
                null);
        assertRefused(
                aWorkbook()
                        .repeated(Workbooks.SHEET, "<worksheet><!-- ", "x< ".repeat(100), 100_000, "--></worksheet>")
                        .bytes(),
                LARGE_UPLOADS,
                Reason.DAMAGED,
                null);
    }

    @Test
    void zips_in_zips_and_zips_of_very_many_entries_are_not_followed() throws IOException {
        byte[] bomb = aWorkbook()
                .repeated("xl/0.xml", "", "0".repeat(1_000), 200_000, "")
                .bytes();
        // a part that nobody asks for costs nothing, however large
        byte[] nested = aWorkbook().with("xl/media/inner.zip", bomb).bytes();
        assertThat(Spreadsheets.read(new ByteArrayInputStream(nested), LARGE_UPLOADS))
                .isInstanceOf(SheetReading.Sheet.class);
        var crowd = aWorkbook();
        for (int i = 0; i < 5_000; i++) crowd.with("xl/media/" + i, "");
        assertRefused(crowd.bytes(), Limits.USUAL, Reason.UNPACKS_TOO_LARGE, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><worksheet/>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet/>x",
                "<worksheet>&undefined;</worksheet>",
                "<worksheet><row>"
            })
    void entities_document_types_and_broken_parts_are_refused(String sheet) throws IOException {
        assertRefused(aWorkbook().with(Workbooks.SHEET, sheet).bytes(), Limits.USUAL, Reason.DAMAGED, null);
    }

    @Test
    void a_document_type_in_another_encoding_does_not_slip_by() throws IOException {
        byte[] wide = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"
                .getBytes(StandardCharsets.UTF_16);
        assertRefused(aWorkbook().with(Workbooks.SHEET, wide).bytes(), Limits.USUAL, Reason.DAMAGED, null);
    }

    @Test
    void a_file_cut_off_anywhere_or_with_bytes_changed_is_refused_or_read_but_never_an_error() throws IOException {
        byte[] whole = aWorkbook().bytes();
        for (int length = 4; length < whole.length; length += 7)
            assertRefused(Arrays.copyOf(whole, length), Limits.USUAL, Reason.DAMAGED, null);
        var random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            byte[] changed = whole.clone();
            for (int n = random.nextInt(1, 6); n > 0; n--)
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            assertThat(Spreadsheets.read(new ByteArrayInputStream(changed), Limits.USUAL))
                    .isNotNull();
        }
    }

    private static void assertRefused(byte[] file, Limits limits, Reason reason, @Nullable String detail)
            throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        var reading = Spreadsheets.read(new ByteArrayInputStream(file), limits);
        var taken = Duration.ofNanos(System.nanoTime() - start);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(reading).isInstanceOf(Refused.class);
        assertThat(((Refused) reading).reason()).isEqualTo(reason);
        assertThat(((Refused) reading).detail()).isEqualTo(detail);
        // reading the upload itself takes its size, and once more when the stream's buffers are joined
        assertThat(allocated).isLessThan(MODEST + 2L * Math.min(file.length, limits.uploadBytes()));
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
