package vn.thucchat.steering.indicators.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import de.siegmar.fastcsv.reader.CsvReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.LaterRounds;
import vn.thucchat.steering.indicators.reporting.Round;
import vn.thucchat.steering.indicators.reporting.Rounds;
import vn.thucchat.steering.indicators.reports.Report;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;

/** What the half-year report says, on paper and in the spreadsheet. */
@ApplicationTest
class ReportPaperTests extends ReportTest {

    private static final String SITE = "http://localhost:8080";

    /** As the report of 8 August 2022 gives them: indicator, actual, and plan where it gives one. */
    private static final String[][] HALF_YEAR = {
        {"e-invoice-enterprises", "100%", ""},
        {"e-commerce-retail-share", "11,27%", "7%"},
        {"payment-account-15plus", "66%", "65%"},
        {"adult-smartphone", "70,91%", "85%"},
        {"household-fibre", "71,75%", "75%"},
        {"fixed-broadband-speed", "71,79 Mbps", ""},
        {"mobile-broadband-speed", "35,29 Mbps", ""},
        {"villages-covered", "477/832", ""},
        {"national-platforms", "35/35", ""},
        {"national-platforms-official", "31", ""},
        {"national-platforms-trial", "4", ""},
        {"published-platforms", "50", ""},
        {"published-platforms-government", "18", ""},
        {"published-platforms-economy", "16", ""},
        {"published-platforms-society", "16", ""}
    };

    private static final String TARGET = """
            INSERT INTO indicators.target (id, indicator, unit, period, value, document, synthetic, set_at, set_by)
            SELECT gen_random_uuid(), :indicator, '19', '2014S1', :value, min(id::text)::uuid, true, '2014-01-02T00:00Z',
                gen_random_uuid()
            FROM indicators.document
            """;

    @Autowired
    Rounds rounds;

    @Test
    void the_paper_gives_all_fifteen_figures_with_plans_sections_and_signature() throws Exception {
        Report report = built(order("VN", "2022S1"));
        assertThat(report.state()).isEqualTo(Report.State.BUILT);
        assertThat(report.synthetic()).isFalse();
        byte[] pdf = file(report, Report.Form.PDF);
        keep("half-year", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = text(document);
            assertThat(text)
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: /BC-UBQGCĐS", "ngày 08 tháng 8 năm 2022")
                    .contains("Tình hình thực hiện chuyển đổi số 6 tháng đầu năm 2022")
                    .contains("II. CHÍNH QUYỀN SỐ", "III. KINH TẾ SỐ", "IV. XÃ HỘI SỐ", "V. HẠ TẦNG SỐ", "VI. ĐƠN VỊ")
                    .contains("Báo cáo tổng hợp 15 chỉ số", "xét được tiến độ, 2 chỉ số đạt hoặc vượt")
                    .contains("+4,27 điểm", "161%", "−14,09 điểm", "83,4%", "+32,7%", "+4,7%", "57,33%")
                    .contains("“tỷ lệ dân số trưởng thành có điện thoại thông minh là 70,91% (kế hoạch 85%)”")
                    .contains("vượt 1%", "suy ra", "đơn vị báo cáo", "Nơi nhận:", "PHÓ CHỦ TỊCH", "Vũ Đức Đam")
                    .doesNotContain("MINH HỌA", "LẬP THỬ");
            for (String[] figure : HALF_YEAR) assertThat(text).contains(figure[1], figure[2]);
            assertThat(text.replace(" ", "")).contains(report.sha256());
            var carried = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            assertThat(carried).containsOnlyKeys("so-lieu.csv");
            assertThat(carried.values().iterator().next().getEmbeddedFile().toByteArray())
                    .as("the figures whose checksum is printed")
                    .isEqualTo(file(report, Report.Form.CSV));
            for (int page = 0; page < document.getNumberOfPages(); page++)
                assertThat(document.getPage(page).getMediaBox().getHeight())
                        .as("every page stands")
                        .isGreaterThan(document.getPage(page).getMediaBox().getWidth());
            for (int page = 0; page < document.getNumberOfPages() - 1; page++)
                assertThat(filled(document, page))
                        .as("share of page %d that is filled", page + 1)
                        .isGreaterThan(0.7);
            List<String> codes = codes(document);
            for (String[] figure : HALF_YEAR) assertThat(codes).contains(SITE + "/figures/" + figure[0] + "/VN/2022S1");
            assertThat(codes).contains(SITE + report.path());
        }
    }

    @Test
    void the_spreadsheet_reads_back_as_the_source_gives_it_and_the_checksum_is_that_of_the_csv() throws Exception {
        Report report = built(order("VN", "2022S1"));
        var rows = new HashMap<String, List<String>>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file(report, Report.Form.XLSX)))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .contains("6 tháng đầu năm 2022");
            var sheet = book.getSheetAt(1);
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                var row = sheet.getRow(i);
                var value = row.getCell(7).getNumericCellValue();
                var target = row.getCell(11);
                rows.put(
                        row.getCell(2).getStringCellValue(),
                        List.of(
                                plain(value),
                                target == null || target.getNumericCellValue() == 0
                                        ? ""
                                        : plain(target.getNumericCellValue())));
            }
        }
        assertThat(rows).hasSize(15);
        for (String[] figure : HALF_YEAR) {
            if (figure[1].contains("/")) continue;
            assertThat(rows.get(figure[0]))
                    .containsExactly(
                            figure[1].replaceAll("[% Mbps]", "").replace(',', '.'), figure[2].replace("%", ""));
        }
        assertThat(report.sha256()).isEqualTo(Sha256.hex(file(report, Report.Form.CSV)));
    }

    @Test
    void a_province_tells_of_the_year_so_far_and_says_that_it_is_the_year() throws Exception {
        Report report = built(order("19", "2022S1"));
        keep("province", file(report, Report.Form.PDF));
        try (PDDocument document = Loader.loadPDF(file(report, Report.Form.PDF))) {
            assertThat(text(document))
                    .contains("≈ 10 tỷ USD", "> 83%", "> 2.100", "2.255", "17.000")
                    .containsPattern("năm 2022, tính đến 8 ?/8/2022")
                    .doesNotContain("MINH HỌA");
        }
    }

    @Test
    void units_that_are_late_are_told_of_beside_however_many_rounds_are_due_later() throws Exception {
        publish("164", "2012S1", "household-fibre", "41", true, 1);
        var round = new Round(
                UUID.randomUUID(),
                "Kỳ đã quá hạn",
                Period.of("2012S1"),
                new UnitCode("164"),
                UnitKind.Level.COMMUNE,
                LocalDate.of(2012, 7, 15),
                true,
                TestTime.now(),
                List.of("household-fibre"));
        rounds.open(Actor.PLATFORM, round).expectDone();
        var later = new LaterRounds(jdbc);
        later.of("01", false);
        try (PDDocument document = Loader.loadPDF(file(built(order("164", "2012S1")), Report.Form.PDF))) {
            assertThat(text(document)).containsPattern("Kỳ đã quá hạn: 0/[0-9]+ đơn vị đã báo cáo đủ");
        } finally {
            later.delete();
        }
    }

    @Test
    void pictures_show_targets_reached_courses_and_a_map_of_the_units_below_each_with_source_and_day()
            throws Exception {
        String[] communes = {"05431", "05434", "05437", "05440", "05446", "05449"};
        for (int i = 0; i < communes.length; i++)
            publish(communes[i], "2014S1", "household-fibre", Integer.toString(40 + 7 * i), true, 1);
        for (int half = 1; half <= 3; half++)
            publish(
                    "19",
                    new String[] {"2013S1", "2013S2", "2014S1"}[half - 1],
                    "household-fibre",
                    50 + half + ".5",
                    true,
                    1);
        publish("19", "2014S1", "adult-smartphone", "61.5", true, 1);
        target("household-fibre", "90");
        target("adult-smartphone", "60");
        Report report = built(order("19", "2014S1"));
        assertThat(report.state()).isEqualTo(Report.State.BUILT);
        keep("pictures", file(report, Report.Form.PDF));
        try (PDDocument document = Loader.loadPDF(file(report, Report.Form.PDF))) {
            assertThat(text(document))
                    .contains("Hình 1. Mức đạt chỉ tiêu", "53,5% / 90%", "61,5% / 60%", "Có dữ liệu minh họa")
                    .contains("Hình 2. Diễn biến", "MINH HỌA; tính đến 30/6/2014")
                    .contains("Hình 3. Tỷ lệ hộ gia đình có internet cáp quang băng rộng theo đơn vị cấp dưới")
                    .contains("Phường Phan Đình Phùng", ": 75%", "Sơ đồ ô");
            String map = text(document).substring(text(document).indexOf("Hình 3. "));
            assertThat(map.substring(0, map.indexOf("Sơ đồ ô")))
                    .as("of the communes, not of the province")
                    .contains("Có dữ liệu minh họa, không phải số liệu thật");
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(4);
            assertThat(alternatives(
                            document.getDocumentCatalog().getStructureTreeRoot().getCOSObject()))
                    .as("what is read aloud instead of pictures")
                    .anyMatch(said -> said.endsWith("cáp quang băng rộng: 53,5%"))
                    .anyMatch(said -> said.contains("Phường Phan Đình Phùng"));
            assertThat(IntStream.range(0, document.getNumberOfPages())
                            .anyMatch(page -> shows(document, page, 0x1f7146)))
                    .as("the highest commune in the full colour of its pillar")
                    .isTrue();
        }
    }

    @Test
    void no_number_is_torn_in_two_or_from_its_unit() throws Exception {
        publish("05443", "2015S1", "market-4.0-value", "5600000", true, 1);
        publish("05443", "2016S1", "market-4.0-value", "76556000", true, 1);
        publish("05443", "2015S1", "market-4.0-payments", "31", true, 1);
        publish("05443", "2016S1", "market-4.0-payments", "1234567890", true, 1);
        publish("05443", "2015S1", "market-4.0-charges-cashless", "4.1", true, 1);
        publish("05443", "2016S1", "market-4.0-charges-cashless", "36.41", true, 1);
        Report report = built(order("05443", "2016S1"));
        keep("long-numbers", file(report, Report.Form.PDF));
        try (PDDocument document = Loader.loadPDF(file(report, Report.Form.PDF))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String lines = stripper.getText(document).replace('\u00a0', ' ');
            assertThat(lines)
                    .contains("76.556.000 đồng", "gấp 13,7 lần", "1.234.567.890", "36,41%", "+32,3 điểm")
                    .doesNotContainPattern("[0-9][.,]\\R")
                    .doesNotContainPattern("(?m)^điểm");
        }
    }

    @Test
    void demonstration_figures_stand_alone_only_where_there_are_no_others_and_mark_every_page() throws Exception {
        publish("05437", "2020S1", "community-teams", "12", true, 1);
        publish("05437", "2020S2", "community-teams", "13", true, 1);
        publish("05437", "2020S2", "community-team-members", "99", false, 1);
        Report alone = built(order("05437", "2020S1"));
        assertThat(alone.synthetic()).isTrue();
        try (PDDocument document = Loader.loadPDF(file(alone, Report.Form.PDF))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++)
                assertThat(page(document, page)).as("page " + page).contains("MINH HỌA – có dữ liệu minh họa");
        }
        assertThat(new String(file(alone, Report.Form.CSV), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("\uFEFFMã đơn vị,")
                .contains("minh họa, không phải số liệu thật")
                .satisfies(csv -> assertThat(CsvReader.builder().ofNamedCsvRecord(csv))
                        .as("a strict reader, which wants as many fields in each row as in the first")
                        .isNotEmpty());
        Report real = built(order("05437", "2020S2"));
        assertThat(real.synthetic()).isFalse();
        assertThat(reports.lines(real.id()))
                .singleElement()
                .satisfies(line -> assertThat(line.indicator()).isEqualTo("community-team-members"));
    }

    @Test
    void hostile_texts_stay_text_and_break_nothing() throws Exception {
        jdbc.sql("""
                INSERT INTO indicators.indicator (code, name_vi, name_en, pillar, measure, direction, aggregation,
                    over_time, frequency, reported_by, active)
                VALUES ('hostile', :name, 'Hostile', 'SOCIETY', 'count', 'UP', 'SUM', 'LAST', 'HALF', 'COMMUNE', false)
                """)
                .param("name", "=HYPERLINK(\"http://evil\")<script>alert(1)</script>\u0007😀" + "dài".repeat(60))
                .update();
        publish("05437", "2019S1", "hostile", "1", false, 1);
        Report report = built(order("05437", "2019S1"));
        assertThat(report.state()).isEqualTo(Report.State.BUILT);
        keep("hostile", file(report, Report.Form.PDF));
        assertThat(new String(file(report, Report.Form.CSV), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"'=HYPERLINK(");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file(report, Report.Form.XLSX)))) {
            var cell = book.getSheetAt(1).getRow(1).getCell(3);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
        assertThat(page(report.path(), null).select("main script")).isEmpty();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
    }

    private static String page(PDDocument document, int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document);
    }

    private void target(String indicator, String value) {
        jdbc.sql(TARGET)
                .param("indicator", indicator)
                .param("value", new BigDecimal(value))
                .update();
    }

    private static List<String> alternatives(COSBase of) {
        COSBase it = of instanceof COSObject reference ? reference.getObject() : of;
        if (it instanceof COSArray array)
            return array.toList().stream()
                    .flatMap(each -> alternatives((COSBase) each).stream())
                    .toList();
        if (!(it instanceof COSDictionary element)) return List.of();
        var said = new ArrayList<String>();
        if (element.getString(COSName.ALT) != null) said.add(element.getString(COSName.ALT));
        if (element.containsKey(COSName.K)) said.addAll(alternatives(element.getItem(COSName.K)));
        return said;
    }

    private static boolean shows(PDDocument document, int page, int colour) {
        try {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 36);
            return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                    .anyMatch(pixel -> (pixel & 0xffffff) == colour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far down a page the last ink is, without its lower margin. */
    private static double filled(PDDocument document, int page) throws IOException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 36);
        int bottom = image.getHeight() * 277 / 297;
        for (int y = bottom - 1; y > 0; y--)
            for (int x = 0; x < image.getWidth(); x++)
                if ((image.getRGB(x, y) & 0xff) < 128) return (double) y / bottom;
        return 0;
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve(name + ".pdf"), pdf);
    }

    /** What the codes on all pages say. */
    private static List<String> codes(PDDocument document) throws Exception {
        var codes = new ArrayList<String>();
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 250);
            // in strips, as a person points a phone at one row
            for (int y = 0; y < image.getHeight(); y += 90)
                codes.addAll(decode(image.getSubimage(0, y, image.getWidth(), Math.min(320, image.getHeight() - y))));
        }
        return codes;
    }

    private static List<String> decode(BufferedImage image) {
        byte[] grey = new byte[image.getWidth() * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++)
                grey[y * image.getWidth() + x] = (byte) (image.getRGB(x, y) >> 8);
        var source = new PlanarYUVLuminanceSource(
                grey, image.getWidth(), image.getHeight(), 0, 0, image.getWidth(), image.getHeight(), false);
        try {
            return Arrays.stream(new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(new HybridBinarizer(source)),
                                    Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(code -> code.getText())
                    .toList();
        } catch (com.google.zxing.NotFoundException none) {
            return List.of();
        }
    }
}
