package vn.thucchat.foundation.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.thucchat.foundation.papers.QrPhotos;

/** Photographs of a paper become what a clerk can read, and what cannot be read is said to be so. */
@NullMarked
class ScansTests {

    private static BufferedImage photograph = Photographs.flat();
    private static byte[] onTable = {};

    @BeforeAll
    static void takePhotograph() {
        VeraGreenfieldFoundryProvider.initialise();
        photograph = Photographs.onTable();
        onTable = Photographs.file(photograph, "jpeg");
    }

    @Test
    void a_sheet_on_a_table_is_cut_out_and_straight() throws IOException {
        Scan scan = Scans.of(List.of(onTable), "Báo cáo");
        assertThat(scan.legible()).as("%s", scan.pages()).isTrue();
        assertThat(scan.pages()).containsExactly(new ScanPage(1, true, Set.of()));
        BufferedImage page = page(scan, 0);
        assertThat(difference(page, Photographs.flat()))
                .as("share of the page that is unlike the paper")
                .isLessThan(0.08);
        assertThat(difference(photograph, Photographs.flat()))
                .as("and of the photograph, to which that is little")
                .isGreaterThan(0.3);
        assertThat(QrPhotos.read(Photographs.file(page, "png")))
                .as("its code can be read")
                .hasValue(List.of(Photographs.CODE));
    }

    @Test
    void its_corners_are_found_to_within_a_few_pixels() {
        Corners found = SheetFinder.find(photograph).orElseThrow();
        Corners there = Photographs.corners();
        assertThat(found.topLeft().distance(there.topLeft())).isLessThan(30);
        assertThat(found.topRight().distance(there.topRight())).isLessThan(30);
        assertThat(found.bottomRight().distance(there.bottomRight())).isLessThan(30);
        assertThat(found.bottomLeft().distance(there.bottomLeft())).isLessThan(30);
    }

    @Test
    void a_shadow_over_half_the_sheet_is_taken_away() throws IOException {
        byte[] shaded = Photographs.file(Photographs.shaded(photograph, 0.6), "jpeg");
        Scan scan = Scans.of(List.of(shaded), "Báo cáo");
        assertThat(scan.pages()).containsExactly(new ScanPage(1, true, Set.of()));
        BufferedImage page = page(scan, 0);
        int right = Grey.brightness(page.getRGB(page.getWidth() - 60, page.getHeight() / 2));
        int left = Grey.brightness(page.getRGB(60, page.getHeight() / 2));
        assertThat(right).isCloseTo(left, within(25)).isGreaterThan(210);
    }

    @Test
    void a_picture_of_nothing_but_the_sheet_stays_whole() throws IOException {
        Scan scan = Scans.of(List.of(Photographs.file(Photographs.flat(), "png")), "Báo cáo");
        assertThat(scan.pages()).containsExactly(new ScanPage(1, false, Set.of()));
        assertThat(difference(page(scan, 0), Photographs.flat())).isLessThan(0.04);
    }

    @Test
    void a_white_table_leaves_the_picture_as_it_is() {
        Scan scan = Scans.of(List.of(Photographs.file(Photographs.onTable(Color.WHITE), "jpeg")), "Báo cáo");
        assertThat(scan.pages())
                .singleElement()
                .satisfies(page -> assertThat(page.straightened()).isFalse());
        assertThat(scan.pdf()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void whichever_way_the_phone_was_held_the_page_is_upright(int orientation) throws IOException {
        BufferedImage flat = Photographs.flat();
        BufferedImage taken = Photo.upright(
                        Photographs.held(flat, orientation == 6 ? 8 : orientation == 8 ? 6 : orientation))
                .orElseThrow();
        assertThat(taken.getWidth() > taken.getHeight()).isEqualTo(orientation >= 5);
        BufferedImage back = Photo.upright(Photographs.held(taken, orientation)).orElseThrow();
        assertThat(difference(back, flat)).isLessThan(0.04);
    }

    @Test
    void several_photographs_are_one_archived_document_in_their_order() throws Exception {
        byte[] flat = Photographs.file(Photographs.flat(), "jpeg");
        Scan scan = Scans.of(List.of(onTable, flat, onTable), "Sổ hộ khẩu <3> & giấy");
        try (var document = Loader.loadPDF(scan.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Sổ hộ khẩu <3> & giấy");
        }
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(scan.pdf()), PDFAFlavour.PDFA_2_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_2_B, false)) {
            assertThat(validator.validate(parser).getTestAssertions().stream()
                            .map(fault -> fault.getRuleId() + " " + fault.getMessage())
                            .distinct())
                    .isEmpty();
        }
        assertThat(scan.pdf().length).as("bytes of three pages").isLessThan(2_500_000);
    }

    @Test
    void what_a_clerk_could_not_read_is_said() {
        assertThat(flaws(Photographs.blurred(Photographs.flat(), 3))).containsExactly(ScanFlaw.BLURRED);
        assertThat(flaws(Photographs.blurred(Photographs.flat(), 1))).isEmpty();
        assertThat(flaws(Photographs.sized(Photographs.flat(), 0.5))).containsExactly(ScanFlaw.SMALL);
        assertThat(flaws(Photographs.sized(Photographs.flat(), 0.8))).isEmpty();
        assertThat(flaws(Photographs.darkened(Photographs.flat(), 0.25))).contains(ScanFlaw.DARK);
        assertThat(flaws(blank(Color.WHITE))).containsExactly(ScanFlaw.EMPTY);
        assertThat(flaws(blank(Color.BLACK))).contains(ScanFlaw.DARK, ScanFlaw.EMPTY);
    }

    @Test
    void what_is_no_picture_makes_no_document_and_says_which_one_it_was() {
        byte[] text = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        Scan scan = Scans.of(List.of(onTable, text), "x");
        assertThat(scan.pdf()).isEmpty();
        assertThat(scan.pages().get(1).flaws()).containsExactly(ScanFlaw.UNREADABLE);
        byte[] cut = java.util.Arrays.copyOf(onTable, 200);
        assertThat(Scans.of(List.of(cut), "x").pages().getFirst().flaws()).containsExactly(ScanFlaw.UNREADABLE);
        assertThat(Scans.of(List.of(bomb()), "x").pages().getFirst().flaws()).containsExactly(ScanFlaw.UNREADABLE);
        assertThatThrownBy(() -> Scans.of(List.of(), "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scans.of(Collections.nCopies(Scans.MOST + 1, text), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<ScanFlaw> flaws(BufferedImage picture) {
        return Scans.of(List.of(Photographs.file(picture, "png")), "x")
                .pages()
                .getFirst()
                .flaws();
    }

    private static BufferedImage blank(Color colour) {
        var blank = new BufferedImage(1_240, 1_754, BufferedImage.TYPE_INT_RGB);
        var drawing = blank.createGraphics();
        drawing.setColor(colour);
        drawing.fillRect(0, 0, blank.getWidth(), blank.getHeight());
        drawing.dispose();
        return blank;
    }

    /** A PNG that says it has 60,000 by 60,000 pixels. */
    private static byte[] bomb() {
        byte[] png = Photographs.file(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        for (int at : new int[] {16, 20}) {
            png[at + 2] = (byte) 0xEA;
            png[at + 3] = 0x60;
        }
        return png;
    }

    private static BufferedImage page(Scan scan, int number) throws IOException {
        try (var document = Loader.loadPDF(scan.pdf())) {
            return new PDFRenderer(document).renderImageWithDPI(number, 200, ImageType.RGB);
        }
    }

    /** The share of pixels, of pictures made 160 pixels high, that differ by more than a fifth of all brightness. */
    private static double difference(BufferedImage one, BufferedImage other) {
        Grey a = Grey.of(one, 160);
        Grey b = Grey.of(other, 160);
        int width = Math.min(a.width(), b.width());
        int height = Math.min(a.height(), b.height());
        int unlike = 0;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) if (Math.abs(a.at(x, y) - b.at(x, y)) > 51) unlike++;
        return (double) unlike / width / height;
    }
}
