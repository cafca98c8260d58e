package vn.thucchat.foundation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.signing.SigningSamples.VERIFIER;
import static vn.thucchat.foundation.signing.SigningSamples.bytes;
import static vn.thucchat.foundation.signing.SigningSamples.latin;
import static vn.thucchat.foundation.signing.SigningSamples.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.signing.Verification.Reason;
import vn.thucchat.foundation.signing.Verification.Verdict;

/** Files that were made to harm whoever opens them. */
@NullMarked
@Timeout(10)
class PdfGuardTests {

    private static final String HEAD = "%PDF-1.7\n";

    private static void refused(byte[] file, Reason why) {
        assertThat(PdfGuard.fault(file)).contains(why);
        Verification found = VERIFIER.verify(file);
        assertThat(found.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(found.reasons()).containsExactly(why);
    }

    @Test
    void a_usual_paper_may_be_parsed() {
        assertThat(PdfGuard.fault(paper("x", "y"))).isEmpty();
    }

    @Test
    void what_is_no_pdf_or_too_large_or_encrypted_is_not_parsed() {
        refused(new byte[0], Reason.NOT_PDF);
        refused(bytes("<html>%PDF-1.7"), Reason.NOT_PDF);
        byte[] large = Arrays.copyOf(paper("x"), PdfGuard.LARGEST_BYTES + 1);
        refused(large, Reason.TOO_LARGE);
        refused(bytes(HEAD + "trailer\n<< /Root 1 0 R /Encrypt 9 0 R >>"), Reason.ENCRYPTED);
    }

    @Test
    void a_stream_that_unpacks_to_a_thousand_times_its_length_is_not_parsed() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 65; i++) out.write(nothing);
        }
        refused(
                bytes(HEAD + "1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n" + latin(packed.toByteArray())
                        + "\nendstream\nendobj\n"),
                Reason.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<< /Filter [/FlateDecode /FlateDecode] >>",
                "<< /Filter /LZWDecode >>",
                "<< /Filter /Fl#61teDecode >>"
            })
    void filters_that_unpack_without_a_bound_or_hide_are_not_parsed(String dictionary) {
        refused(bytes(HEAD + "1 0 obj\n" + dictionary + "\nstream\nx\nendstream\nendobj\n"), Reason.TOO_COMPLEX);
    }

    @Test
    void too_many_objects_revisions_or_nested_brackets_are_not_parsed() {
        refused(bytes(HEAD + "1 0 obj\nnull\nendobj\n".repeat(200_001)), Reason.TOO_COMPLEX);
        refused(bytes(HEAD + "startxref\n1\n%%EOF\n".repeat(65)), Reason.TOO_COMPLEX);
        refused(bytes(HEAD + "1 0 obj\n" + "[".repeat(50_000)), Reason.TOO_COMPLEX);
    }

    @Test
    void tables_that_point_to_each_other_end_and_rubbish_is_said_to_be_unreadable() {
        String loop = HEAD
                + "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
        assertThat(VERIFIER.verify(bytes(loop)).verdict()).isIn(Verdict.INDETERMINATE, Verdict.UNSIGNED);
        assertThat(VERIFIER.verify(bytes(HEAD + "rubbish")).verdict()).isIn(Verdict.INDETERMINATE, Verdict.UNSIGNED);
    }
}
