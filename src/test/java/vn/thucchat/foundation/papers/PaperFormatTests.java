package vn.thucchat.foundation.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Whether papers are the PDF/A that they say they are, in the words of veraPDF. */
@NullMarked
class PaperFormatTests {

    private static final PaperData FIGURES = new PaperData(
            "so-lieu.csv",
            "text/csv",
            "Số liệu của báo cáo",
            "chỉ số;giá trị\nDVCTT;11,27\n".getBytes(StandardCharsets.UTF_8),
            Instant.parse("2026-12-01T03:00:00Z"));

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void a_paper_is_archived_as_pdf_a_2() throws Exception {
        assertThat(faults(Papers.pdf(PapersTests.report()), PDFAFlavour.PDFA_2_A))
                .isEmpty();
        assertThat(faults(Papers.pdf(PapersTests.report()), PDFAFlavour.PDFUA_1))
                .isEmpty();
    }

    @Test
    void a_paper_that_carries_its_data_is_archived_as_pdf_a_3() throws Exception {
        byte[] pdf = Papers.pdf(PapersTests.report(), List.of(FIGURES));
        assertThat(faults(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<String, PDComplexFileSpecification> files = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            assertThat(files).containsOnlyKeys("so-lieu.csv");
            var file = files.values().iterator().next();
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(FIGURES.content());
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("text/csv");
            assertThat(file.getFileDescription()).isEqualTo("Số liệu của báo cáo");
        }
    }

    @Test
    void a_file_that_pdf_a_2_cannot_carry_is_found_by_the_validator() throws Exception {
        // the validator bites: PDF/A-2 allows no attachment that is not itself PDF/A
        assertThat(faults(Papers.pdf(PapersTests.report(), List.of(FIGURES)), PDFAFlavour.PDFA_2_A))
                .isNotEmpty();
    }

    @Test
    void names_that_could_be_paths_or_stand_twice_are_refused() {
        for (String name : List.of("", "../so-lieu.csv", "a/b.csv", ".htaccess", "số liệu.csv", "x".repeat(81)))
            assertThatThrownBy(() -> new PaperData(name, "text/csv", "", new byte[1], Instant.EPOCH))
                    .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaperData("a.csv", "text/csv", "", new byte[PaperData.LARGEST + 1], Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Papers.pdf(PapersTests.report(), List.of(FIGURES, FIGURES)))
                .hasMessageContaining("so-lieu.csv");
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = foundry.createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(fault -> fault.getRuleId() + " " + fault.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
