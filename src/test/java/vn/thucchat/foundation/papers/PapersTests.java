package vn.thucchat.foundation.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.sun.net.httpserver.HttpServer;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.thucchat.foundation.pages.Texts;

/** What a printed paper says and looks like. */
public class PapersTests {

    private static final String PANGRAM =
            "Ạ Ặ Ẫ Ể Ệ Ỗ Ợ Ữ Ỵ đ Đ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ ề ể ễ ế ệ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ";

    @Test
    void an_administrative_paper_has_its_headings_content_recipients_and_signature() throws IOException {
        byte[] pdf = Papers.pdf(report());
        keep("report", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    .contains("Độc lập - Tự do - Hạnh phúc")
                    .contains("Thái Nguyên, ngày 08 tháng 8 năm 2022")
                    .contains("BÁO CÁO")
                    .contains("Nơi nhận:")
                    .contains("KT. CHỦ TỊCH")
                    .contains("≈ 2.255 thủ tục · −4,27 điểm → 11,27% ≥ 10 tỷ ₫")
                    .contains(PANGRAM);
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(document.getDocumentInformation().getTitle()).startsWith("BÁO CÁO Tình hình");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(StreamSupport.stream(
                                    document.getDocumentCatalog()
                                            .getDocumentOutline()
                                            .children()
                                            .spliterator(),
                                    false)
                            .map(item -> item.getTitle()))
                    .containsExactly("I. CHÍNH QUYỀN SỐ", "II. KINH TẾ SỐ");
        }
    }

    @Test
    void pages_are_numbered_from_the_second() throws IOException {
        try (PDDocument document = Loader.loadPDF(Papers.pdf(report()))) {
            assertThat(page(document, 1).lines().findFirst())
                    .hasValueSatisfying(line -> assertThat(line).doesNotMatch("\\s*1\\s*"));
            assertThat(page(document, 2).lines().map(String::strip)).contains("2");
            assertThat(page(document, 2)).contains("DỮ LIỆU TRÌNH DIỄN");
        }
    }

    @Test
    void every_font_is_embedded_and_the_file_says_it_is_for_archives_and_readers_aloud() throws IOException {
        try (PDDocument document = Loader.loadPDF(Papers.pdf(report()))) {
            for (var page : document.getPages())
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata)
                    .containsPattern("pdfaid:part(>|=\")2")
                    .containsPattern("pdfaid:conformance(>|=\")A")
                    .contains("pdfuaid:part");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
        }
    }

    @Test
    void letters_typed_apart_from_their_diacritics_come_out_whole() throws IOException {
        String apart = Normalizer.normalize(PANGRAM, Normalizer.Form.NFD);
        assertThat(apart).isNotEqualTo(PANGRAM);
        try (PDDocument document = Loader.loadPDF(Papers.pdf(plain("<p>" + apart + "</p>")))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(PANGRAM);
        }
    }

    @Test
    void a_code_on_the_page_leads_to_the_record_and_so_does_the_link() throws Exception {
        try (PDDocument document = Loader.loadPDF(Papers.pdf(report()))) {
            int last = document.getNumberOfPages() - 1;
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(last, 200);
            assertThat(decode(image)).isEqualTo("https://thucchat.example/reports/2022S1");
            assertThat(document.getPage(last).getAnnotations().stream()
                            .filter(PDAnnotationLink.class::isInstance)
                            .map(link -> ((PDActionURI) ((PDAnnotationLink) link).getAction()).getURI()))
                    .contains("https://thucchat.example/reports/2022S1");
        }
    }

    @Test
    void a_code_drawn_as_svg_can_be_read_from_the_page() throws Exception {
        String svg = QrImages.svg("https://thucchat.example/figures/đ");
        byte[] pdf = Papers.pdf(plain("<div style=\"width:40mm;height:40mm\">" + svg + "</div>"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(decode(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .isEqualTo("https://thucchat.example/figures/đ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"{there}x.png\" alt=\"\"/>",
                "<object data=\"{there}x.png\" type=\"image/png\"></object>",
                "<div style=\"background-image:url({there}x.png)\">x</div>",
                "<link rel=\"stylesheet\" href=\"{there}x.css\"/>",
                "<style>@import url(\"{there}x.css\");</style>",
                "<style>@font-face { font-family: X; src: url(\"{there}x.ttf\") } p { font-family: X }</style><p>x</p>",
                "<a href=\"{there}x.png\" data-embed-file=\"true\">x</a>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9\" height=\"9\">"
                        + "<image xlink:href=\"{there}x.png\" width=\"9\" height=\"9\"/><use xlink:href=\"{there}x.svg#y\"/></svg>"
            })
    void nothing_is_loaded_from_the_network_or_the_disk(String hostile) throws IOException {
        byte[] canary = QrImages.png("canary", 100);
        Path disk = Files.createTempDirectory("papers");
        Files.write(disk.resolve("x.png"), canary);
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, canary.length);
            exchange.getResponseBody().write(canary);
            exchange.close();
        });
        server.start();
        try {
            for (String there : List.of(
                    "http://127.0.0.1:%d/".formatted(server.getAddress().getPort()),
                    disk.toUri().toString()))
                assertThat(imagesIn(hostile.replace("{there}", there)))
                        .as(there)
                        .isZero();
        } finally {
            server.stop(0);
            Files.delete(disk.resolve("x.png"));
            Files.delete(disk);
        }
        assertThat(asked).hasValue(0);
        assertThat(imagesIn("<img src=\"" + QrImages.dataPng("x", 50) + "\" alt=\"\"/>"))
                .as("the count counts")
                .isOne();
    }

    /** None when the paper is refused outright. */
    private static int imagesIn(String body) throws IOException {
        byte[] pdf;
        try {
            pdf = Papers.pdf(plain(body));
        } catch (IllegalArgumentException refused) {
            return 0;
        }
        int images = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getXObjectNames())
                if (resources.getXObject(name) instanceof PDImageXObject) images++;
            var names = document.getDocumentCatalog().getNames();
            if (names != null && names.getEmbeddedFiles() != null) images++;
        }
        return images;
    }

    @Test
    void a_picture_from_elsewhere_is_a_fault_of_the_template() {
        assertThatThrownBy(() -> Papers.pdf(plain("<img src=\"papers:../application.properties\" alt=\"\"/>")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Papers.pdf(plain("<img src=\"file:///etc/hostname\" alt=\"\"/>")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_document_type_or_broken_markup_is_a_fault_of_the_template() {
        assertThatThrownBy(
                        () -> Papers.pdf("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html>&x;</html>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Papers.pdf("<html><p>x</html>")).isInstanceOf(IllegalArgumentException.class);
    }

    /** For people to look at: target/papers/*.png. */
    private static void keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 0; i < document.getNumberOfPages(); i++)
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(i, 80),
                        "png",
                        new File(folder.toFile(), "%s-%d.png".formatted(name, i + 1)));
        }
    }

    private static String page(PDDocument document, int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        stripper.setSortByPosition(true);
        return stripper.getText(document).strip();
    }

    public static String decode(BufferedImage image) throws Exception {
        byte[] grey = new byte[image.getWidth() * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++)
                grey[y * image.getWidth() + x] = (byte) (image.getRGB(x, y) >> 8);
        LuminanceSource source = new PlanarYUVLuminanceSource(
                grey, image.getWidth(), image.getHeight(), 0, 0, image.getWidth(), image.getHeight(), false);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static String plain(String body) {
        return "<html lang=\"vi\"><head><title>Thử</title><link rel=\"stylesheet\" href=\"papers:paper.css\"/></head><body>"
                + body + "</body></html>";
    }

    public static String report() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/papers");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var head = new PaperHead(
                "UBND TỈNH THÁI NGUYÊN",
                "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
                "        /BC-BCĐ",
                "Thái Nguyên",
                LocalDate.of(2022, 8, 8),
                "BÁO CÁO",
                "Tình hình thực hiện chuyển đổi số 6 tháng đầu năm 2022",
                "Ủy ban Quốc gia về Chuyển đổi số",
                new PaperHead.Signature("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Ngượng"),
                List.of("Như trên;", "Thường trực Tỉnh ủy;", "Các sở, ban, ngành;", "Lưu: VT, KGVX."),
                "DỮ LIỆU TRÌNH DIỄN",
                URI.create("https://thucchat.example/reports/2022S1"));
        var rows = new StringBuilder();
        for (int i = 1; i <= 45; i++)
            rows.append(
                    "<tr><td>%d</td><td>Tỷ lệ hồ sơ trực tuyến toàn trình của phường Quyết Thắng</td><td class=\"figure\">%d,27%%</td></tr>"
                            .formatted(i, i));
        String content = "<h2>I. CHÍNH QUYỀN SỐ</h2><p>" + PANGRAM + "</p>"
                + "<p>≈ 2.255 thủ tục · −4,27 điểm → 11,27% ≥ 10 tỷ ₫ &amp; “trích”</p><h3>1. Dịch vụ công</h3>"
                + "<p>Sáu tháng đầu năm, tỷ lệ hồ sơ được nộp trực tuyến toàn trình tăng so với cùng kỳ, song còn thấp"
                + " so với kế hoạch đã đề ra; các địa phương tiếp tục hướng dẫn người dân.</p>"
                + "<h2>II. KINH TẾ SỐ</h2><table><caption>Đơn vị: %</caption><thead><tr><th>TT</th><th>Chỉ tiêu</th><th>Kết quả</th></tr></thead><tbody>"
                + rows + "</tbody></table>";
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "paper.jte",
                        Map.of("t", new Texts(messages, Locale.of("vi")), "head", head, "content", (Content)
                                out -> out.writeContent(content)),
                        output);
        return Objects.requireNonNull(output.toString());
    }
}
