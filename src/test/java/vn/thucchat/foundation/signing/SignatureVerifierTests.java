package vn.thucchat.foundation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.signing.SigningSamples.AGENCY;
import static vn.thucchat.foundation.signing.SigningSamples.AUTHORITY;
import static vn.thucchat.foundation.signing.SigningSamples.HTTP;
import static vn.thucchat.foundation.signing.SigningSamples.PERSON;
import static vn.thucchat.foundation.signing.SigningSamples.VERIFIER;
import static vn.thucchat.foundation.signing.SigningSamples.bytes;
import static vn.thucchat.foundation.signing.SigningSamples.latin;
import static vn.thucchat.foundation.signing.SigningSamples.paper;
import static vn.thucchat.foundation.signing.SigningSamples.signed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.http.client.InetAddressFilter;
import vn.thucchat.foundation.signing.Verification.DocumentSignature;
import vn.thucchat.foundation.signing.Verification.Reason;
import vn.thucchat.foundation.signing.Verification.Verdict;
import vn.thucchat.testing.TestTime;

@NullMarked
class SignatureVerifierTests {

    private static final byte[] ONCE = signed(PERSON);
    private static final byte[] TWICE = signed(ONCE, AGENCY);

    private static Verdict verdict(byte[] pdf) {
        return VERIFIER.verify(pdf).verdict();
    }

    /** All reasons, of the document and of its signatures. */
    private static List<Reason> reasons(byte[] pdf) {
        Verification found = VERIFIER.verify(pdf);
        var all = new ArrayList<>(found.reasons());
        found.signatures().forEach(one -> all.addAll(one.reasons()));
        return all;
    }

    private static void altered(byte[] pdf, Reason... why) {
        assertThat(reasons(pdf)).contains(why);
        assertThat(verdict(pdf)).isEqualTo(Verdict.ALTERED);
    }

    /** A revision behind the signatures, as a program would write it. */
    private static byte[] revised(byte[] pdf, Consumer<PDDocument> change) {
        try (var document = Loader.loadPDF(pdf)) {
            change.accept(document);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_paper_of_two_signatures_is_intact_and_trusted() {
        Verification found = VERIFIER.verify(TWICE);
        assertThat(found.verdict()).isEqualTo(Verdict.INTACT_AND_TRUSTED);
        assertThat(found.reasons()).isEmpty();
        assertThat(found.signatures()).extracting(DocumentSignature::level).containsExactly("B-LT", "B-LT");
        assertThat(found.signatures()).extracting(DocumentSignature::last).containsExactly(false, true);
        DocumentSignature agency = found.signatures().getLast();
        assertThat(agency.signer().name()).isEqualTo("Sở Tư pháp");
        assertThat(agency.signer().agency()).isEqualTo("UBND tỉnh Thái Nguyên");
        assertThat(agency.signer().issuer()).isEqualTo("CA thử");
        assertThat(agency.signer().serial())
                .isEqualTo(AGENCY.certificate().getSerialNumber().toString(16));
        assertThat(agency.stampedAt()).isNotNull();
        assertThat(agency.claimedAt()).isNotNull();
    }

    @Test
    void a_paper_without_a_signature_is_unsigned() {
        assertThat(VERIFIER.verify(paper("x"))).isEqualTo(new Verification(Verdict.UNSIGNED, List.of(), List.of()));
    }

    @Test
    void a_flipped_byte_is_seen_in_the_content_and_in_the_signature() {
        byte[] content = ONCE.clone();
        content[latin(ONCE).indexOf("stream") + 20] ^= 1;
        altered(content, Reason.CONTENT_CHANGED);
        String text = latin(ONCE);
        int at = text.indexOf("/Contents <") + 11 + 3_000;
        byte[] signature = ONCE.clone();
        signature[at] = (byte) (signature[at] == '0' ? '1' : '0');
        assertThat(verdict(signature)).isNotIn(Verdict.INTACT_AND_TRUSTED, Verdict.UNSIGNED);
    }

    @Test
    void content_added_by_a_revision_is_seen() {
        altered(
                revised(TWICE, document -> {
                    try {
                        var more = new PDStream(document);
                        try (var out = more.createOutputStream()) {
                            out.write(bytes("BT /F1 24 Tf 72 600 Td (900 000 VND) Tj ET"));
                        }
                        var page = document.getPage(0);
                        page.setContents(more);
                        page.getCOSObject().setNeedToBeUpdated(true);
                        more.getCOSObject().setNeedToBeUpdated(true);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void a_note_that_covers_text_is_seen() {
        altered(
                revised(ONCE, document -> {
                    try {
                        var note = new PDAnnotationRubberStamp();
                        note.setRectangle(new PDRectangle(70, 690, 300, 40));
                        var page = document.getPage(0);
                        var all = page.getAnnotations();
                        all.add(note);
                        page.setAnnotations(all);
                        page.getCOSObject().setNeedToBeUpdated(true);
                        note.getCOSObject().setNeedToBeUpdated(true);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void a_replaced_page_is_seen() {
        altered(
                revised(TWICE, document -> {
                    COSDictionary pages =
                            document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
                    var kids = pages.getCOSArray(COSName.KIDS);
                    kids.set(0, kids.get(1));
                    pages.setNeedToBeUpdated(true);
                    kids.setNeedToBeUpdated(true);
                }),
                Reason.CHANGED_AFTER_SIGNING);
    }

    /** The signed part holds a second content that nothing shows until a table behind it points there. */
    @Test
    void a_shadow_document_that_a_later_table_brings_up_is_seen() {
        byte[] prepared = paper("100 000 VND", "900 000 VND");
        byte[] shadow = signed(prepared, PERSON);
        assertThat(verdict(shadow)).as("premise").isEqualTo(Verdict.INTACT_AND_TRUSTED);
        altered(
                revised(shadow, document -> {
                    var first = document.getPage(0).getCOSObject();
                    first.setItem(
                            COSName.CONTENTS, document.getPage(1).getCOSObject().getItem(COSName.CONTENTS));
                    first.setNeedToBeUpdated(true);
                }),
                Reason.CHANGED_AFTER_SIGNING);
    }

    /** Incremental saving attacks: objects behind the end without a table, or with one that does not list them. */
    @Test
    void objects_behind_the_end_that_no_table_lists_are_seen() {
        altered(bytes(latin(TWICE) + "\n4 0 obj\n<< /Type /Page >>\nendobj\n"), Reason.HIDDEN_CONTENT_BEHIND);
        altered(
                bytes(latin(TWICE) + "\n4 0 obj\n<< /Type /Page >>\nendobj\nstartxref\n9\n%%EOF\n"),
                Reason.HIDDEN_CONTENT_BEHIND);
    }

    @Test
    void a_removed_signature_leaves_its_trace() {
        altered(
                revised(ONCE, document -> {
                    var form = document.getDocumentCatalog().getAcroForm().getCOSObject();
                    form.setItem(COSName.FIELDS, new org.apache.pdfbox.cos.COSArray());
                    form.setNeedToBeUpdated(true);
                    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                }),
                Reason.SIGNATURE_REMOVED);
    }

    @Test
    void a_range_that_leaves_out_more_or_nothing_at_all_is_seen() {
        String text = latin(ONCE);
        int range = text.indexOf("/ByteRange [");
        int end = text.indexOf(']', range);
        String numbers = text.substring(range + 12, end);
        altered(bytes(text.replace(numbers, numbers.replaceFirst("^0 ", "1 "))), Reason.WRONG_RANGE);
        String none = "/ByteRange " + "null" + " ".repeat(end - range - 14);
        assertThat(verdict(bytes(text.substring(0, range) + none + text.substring(end + 1))))
                .isEqualTo(Verdict.ALTERED);
        int kind = text.indexOf("/Contents <");
        assertThat(verdict(bytes(text.substring(0, kind) + "/Contentz <" + text.substring(kind + 11))))
                .isEqualTo(Verdict.ALTERED);
    }

    @Test
    void a_signer_whom_nobody_vouches_for_is_not_trusted() {
        byte[] strange = SigningSamples.ofStranger();
        assertThat(reasons(strange)).containsExactly(Reason.UNKNOWN_ISSUER);
        assertThat(verdict(strange)).isEqualTo(Verdict.UNTRUSTED);
    }

    @Test
    void what_the_demonstration_signed_is_called_so() {
        var synthetic = new SignatureVerifier(
                new Authorities(() -> List.of(AUTHORITY.root()), HTTP, InetAddressFilter.all()),
                _ -> true,
                TestTime.CLOCK);
        assertThat(synthetic.verify(ONCE).signatures().getFirst().reasons()).containsExactly(Reason.SYNTHETIC);
        assertThat(synthetic.verify(ONCE).verdict()).isEqualTo(Verdict.INTACT_AND_TRUSTED);
    }
}
