package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.FileNote;
import vn.thucchat.foundation.files.KeptFile;

/** A quotation is found in its paragraph, however it was copied. */
class PassageTests {

    private static final String TEXT = """
            Mở đầu.

            Về hạ tầng số, tốc độ\u00a0mạng cố định đạt 71,79 Mbps;
            Trên lĩnh vực kinh tế số, tổng doanh thu khoảng 10 tỷ USD. Đáng chú ý, toàn tỉnh có 2.255 tổ.
            """;

    @Test
    void a_quotation_stands_in_its_paragraph() {
        var passage = Passage.in(TEXT, "Tổng doanh thu  khoảng 10 tỷ USD").orElseThrow();
        assertThat(passage.before()).isEqualTo("Trên lĩnh vực kinh tế số, ");
        assertThat(passage.quote()).isEqualTo("tổng doanh thu khoảng 10 tỷ USD");
        assertThat(passage.after()).isEqualTo(". Đáng chú ý, toàn tỉnh có 2.255 tổ.");
    }

    @Test
    void other_blanks_letters_apart_and_line_ends_do_not_hide_it() {
        assertThat(Passage.in(TEXT, java.text.Normalizer.normalize("tốc độ mạng", java.text.Normalizer.Form.NFD)))
                .isPresent();
        assertThat(Passage.in(TEXT, "71,79 Mbps; Trên lĩnh vực").orElseThrow().after())
                .startsWith(" kinh tế số");
        assertThat(Passage.in(TEXT, "72 Mbps")).isEmpty();
        assertThat(Passage.in(TEXT, " ")).isEmpty();
    }

    @Test
    void a_long_paragraph_is_cut_around_it() {
        String words = "từ ".repeat(900);
        var passage = Passage.in(words + "đây là câu (kế hoạch 7%) " + words, "câu (kế hoạch 7%)")
                .orElseThrow();
        assertThat(passage.before()).startsWith("…").endsWith("đây là ").hasSizeLessThan(520);
        assertThat(passage.after()).endsWith("…").hasSizeLessThan(520);
    }

    @Test
    void only_text_is_read() {
        assertThat(Passage.in(file("text/plain", TEXT.getBytes(StandardCharsets.UTF_8)), "2.255 tổ"))
                .isPresent();
        assertThat(Passage.in(file("text/plain", TEXT.getBytes(StandardCharsets.UTF_16)), "2.255 tổ"))
                .isPresent();
        assertThat(Passage.in(file("application/pdf", TEXT.getBytes(StandardCharsets.UTF_8)), "2.255 tổ"))
                .isEmpty();
    }

    private static KeptFile file(String type, byte[] bytes) {
        return new KeptFile(
                new FileNote(
                        new FileId(new UUID(0, 1)),
                        "bao-cao.txt",
                        type,
                        bytes.length,
                        "0".repeat(64),
                        Instant.EPOCH,
                        new UUID(0, 0)),
                bytes);
    }
}
