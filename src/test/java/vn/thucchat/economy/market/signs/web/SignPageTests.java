package vn.thucchat.economy.market.signs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.done;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.signs.Inspections;
import vn.thucchat.economy.market.signs.Sign;
import vn.thucchat.economy.market.signs.Signs;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.vietqr.QrCode;
import vn.thucchat.testing.Photograph;
import vn.thucchat.testing.Scanner;
import vn.thucchat.testing.Visitor;

/** Signs are printed so that bank apps read them, and the one that was pasted over is found. */
@MarketTest
@NullMarked
class SignPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Signs signs;

    @Autowired
    PaymentMethods acceptances;

    @Autowired
    Inspections inspections;

    @Autowired
    JdbcClient jdbc;

    private Visitor manager;
    private Visitor collector;
    private Visitor stranger;

    @BeforeEach
    void people() {
        manager = new Visitor(mvc, MANAGER);
        collector = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE));
        stranger = new Visitor(mvc, Actor.STRANGER);
    }

    /** The kinds of the headings in a tagged PDF, in the order of reading. */
    private static List<String> headings(
            org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode at) {
        var found = new java.util.ArrayList<String>();
        for (Object kid : at.getKids())
            if (kid
                    instanceof
                    org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement element) {
                if (element.getStructureType().matches("H[1-6]?")) found.add(element.getStructureType());
                found.addAll(headings(element));
            }
        return found;
    }

    @Test
    void a_printed_sign_is_read_by_a_scanner_and_says_whose_it_is() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        Sign sign = signs.of(market, stall).getFirst();
        assertThat(QrCode.read(sign.payload())).isInstanceOfSatisfying(QrCode.VietQr.class, code -> {
            assertThat(code.dynamic()).isFalse();
            assertThat(code.amountVnd()).isNull();
            assertThat(code.account()).isEqualTo(sign.account());
            assertThat(code.merchantName()).matches("NGUYEN THI BICH [0-9]+");
        });

        var page = manager.page("/markets/" + market.code() + "/signs", 200);
        String part = page.select("td a").attr("href");
        var response = manager.open(part);
        assertThat(response.getContentType()).startsWith("application/pdf");
        try (var pdf = Loader.loadPDF(response.getContentAsByteArray())) {
            assertThat(headings(pdf.getDocumentCatalog().getStructureTreeRoot()))
                    .as("PDF/UA-1 (ISO 14289-1, 7.4.2): the first heading is H1, and no level is left out")
                    .isNotEmpty()
                    .containsOnly("H1");
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            var size = pdf.getPage(0).getMediaBox();
            assertThat(Math.round(size.getWidth() / 72 * 25.4)).as("mm").isEqualTo(148);
            var text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(pdf))
                    .contains(market.name(), "A1", "Nguyễn Thị Bích", "Vietcombank", sign.account(), sign.mark());
            var image = new PDFRenderer(pdf).renderImageWithDPI(0, 200);
            String pictures = System.getenv("PICTURES");
            if (pictures != null)
                javax.imageio.ImageIO.write(
                        image,
                        "png",
                        java.nio.file.Path.of(pictures, "sign.png").toFile());
            int foot = image.getHeight() * 78 / 100;
            assertThat(Scanner.read(image.getSubimage(0, 0, image.getWidth(), foot)))
                    .isEqualTo(sign.payload());
            assertThat(Scanner.read(image.getSubimage(0, foot, image.getWidth() / 3, image.getHeight() - foot)))
                    .endsWith("/market/signs/" + sign.mark());
        }
        String ofStall = "/markets/" + market.code() + "/signs.pdf?stall=" + stall.id();
        assertThat(pages(manager.open(ofStall))).isEqualTo(1);
        fixture.vietQr(market, stall);
        assertThat(signs.of(market, stall)).as("premise: a second account").hasSize(2);
        assertThat(pages(manager.open(ofStall))).as("one sign at a counter").isEqualTo(1);
        assertThat(pages(manager.open(ofStall + "&all=true"))).isEqualTo(2);
        assertThat(manager.page("/markets/" + market.code() + "/signs", 200)
                        .select("main a[href$='all=true']")
                        .text())
                .contains("1 biển");
        assertThat(manager.open("/markets/" + market.code() + "/signs.pdf").getStatus())
                .isEqualTo(404);

        var check = stranger.page("/market/signs/" + sign.mark().toLowerCase(java.util.Locale.ROOT), 200);
        assertThat(check.text()).contains("A1", sign.trader(), market.name()).doesNotContain(sign.account());
        stranger.page("/market/signs/AAAAAA", 404);
        stranger.page("/market/signs/x'", 404);
        done(acceptances.end(
                MANAGER, market, stall, acceptances.of(stall).getFirst().id()));
        assertThat(stranger.page("/market/signs/" + sign.mark(), 200).text()).contains("hết hiệu lực");
        for (String closed : List.of("/signs", "/signs.pdf?stall=" + stall.id(), "/rounds"))
            new Visitor(mvc, STRANGE_MANAGER).page("/markets/" + market.code() + closed, 404);
    }

    @Test
    void an_inspection_finds_the_sign_that_was_pasted_over() throws Exception {
        Market market = fixture.market();
        Stall one = fixture.equipped(market, "A1");
        Stall two = fixture.equipped(market, "A2");
        fixture.equipped(market, "A10");
        String rounds = "/markets/" + market.code() + "/rounds";
        String round = next(collector.submit(rounds, Map.of()));
        assertThat(next(manager.submit(rounds, Map.of()))).as("one at a time").isEqualTo(round);
        var walk = collector.page(round, 200);
        assertThat(walk.select("#number").val()).isEqualTo("A1");
        assertThat(walk.select("ol.log li").eachText())
                .containsExactly("Sạp A2 Khu A · Rau quả", "Sạp A10 Khu A · Rau quả");
        walk = collector.page(walk.select("ol.log a").eachAttr("href").getLast(), 200);
        assertThat(walk.select("#number").val()).isEqualTo("A10");
        assertThat(walk.select("ol.log b").eachText()).containsExactly("Sạp A1", "Sạp A2");

        String genuine = signs.of(market, one).getFirst().payload();
        String seen = next(collector.submit(round + "/readings", Map.of("number", "a1", "text", genuine + "\n")));
        var page = collector.page(seen, 200);
        assertThat(page.select("[role=status].card").text()).contains("Sạp A1: Biển thật");
        assertThat(page.select("#number").val()).isEqualTo("A2");
        assertThat(page.select("[role=progressbar]").attr("aria-valuenow")).isEqualTo("1");

        String foreign = foreign();
        seen = next(collector.submit(round + "/readings", Map.of("number", "A2", "text", foreign)));
        page = collector.page(seen, 200);
        assertThat(page.select(".errors[role=status]").text()).contains("Sạp A2: BIỂN BỊ DÁN ĐÈ");
        assertThat(page.text()).contains("tiền chảy về MB", "đuôi 9999");
        assertThat(jdbc.sql("SELECT text_sealed FROM market.reading WHERE stall = :stall")
                        .param("stall", two.id())
                        .query(String.class)
                        .single())
                .isNotNull()
                .doesNotContain("0399999999");

        assertThat(read(round, "A10", genuine)).contains("Biển của sạp khác");
        assertThat(read(round, "A10", "https://example.vn/?x=" + "<b>")).contains("Không phải mã của sạp");
        String lastWrong = genuine.endsWith("0") ? "1" : "0";
        assertThat(read(round, "A10", genuine.substring(0, genuine.length() - 1) + lastWrong))
                .as("who is paid is read of a code with a wrong check sum")
                .contains("Biển của sạp khác");
        assertThat(read(
                        round,
                        "A10",
                        "00020101021138540010A00000072701240006970422011009990001110208QRIBFTTA53037045802VN62350831"
                                + "CSABCDEFGH1 Thanh toan don hang630436B2"))
                .as("a memo of 31, as payOS prints it")
                .contains("BIỂN BỊ DÁN ĐÈ");
        assertThat(read(
                        round,
                        "A10",
                        "00020101021126280010A0000007750110010531314453037045408210900005802VN5910CELLPHONES62600312CPSHN"
                                + " ONLINE0517021908061613127850705ONLHN0810CellphoneS63047685"))
                .as("a code of another scheme")
                .contains("BIỂN BỊ DÁN ĐÈ");
        page = collector.page(
                next(collector.submit(round + "/readings", Map.of("number", "A10", "missing", "true"))), 200);
        assertThat(page.text()).contains("Không có biển", "2 sạp có biển sai");
        assertThat(read(round, "A2", signs.of(market, two).getFirst().payload()))
                .contains("1 sạp có biển sai");

        String disguised = QrCode.VietQr.transfer("970422", "0399999999", null, "/market/signs/")
                .text();
        assertThat(disguised).contains("/market/signs/");
        assertThat(read(round, "A1", disguised)).contains("BIỂN BỊ DÁN ĐÈ");
        assertThat(read(round, "A1", genuine)).contains("Biển thật");

        for (Map<String, String> wrong : List.of(
                Map.of("number", "Z9", "text", genuine),
                Map.of("number", "A1", "text", " "),
                Map.of("number", "A1", "text", "http://localhost/market/signs/ABCDEF")))
            assertThat(collector.submit(round + "/readings", wrong).getStatus()).isEqualTo(422);

        next(collector.submit(round + "/closed", Map.of()));
        next(collector.submit(round + "/closed", Map.of()));
        assertThat(parsed(collector.submit(round + "/readings", Map.of("number", "A1", "text", genuine)))
                        .text())
                .contains("Đợt kiểm tra đã kết thúc");
        assertThat(collector.page(round, 200).select("#scan")).isEmpty();
        assertThat(collector.page(rounds, 200).text()).contains("đã xem 3/3 sạp", "1 sạp có biển sai");
        collector.page(rounds + "/" + UUID.randomUUID(), 404);
        var strange = Persons.a(MarketRoles.COLLECTOR, "05467");
        var kept = inspections.of(market).getFirst();
        new Visitor(mvc, strange).page(round, 404);
        assertThat(List.of(
                        inspections.open(strange, market),
                        inspections.close(strange, market, kept),
                        inspections.read(strange, market, kept, one, genuine)))
                .allMatch(change -> change instanceof vn.thucchat.foundation.pages.Result.NotFound);
    }

    @Test
    void a_photograph_of_the_sign_is_read_where_the_browser_cannot() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        String round = next(collector.submit("/markets/" + market.code() + "/rounds", Map.of()));
        var paper = sign(market, stall);

        assertThat(photographed(round, "A1", Photograph.of(paper))).contains("Sạp A1: Biển thật");
        assertThat(photographed(round, "A1", Photograph.of(Photograph.pastedOver(paper, foreign()))))
                .contains("BIỂN BỊ DÁN ĐÈ");
        assertThat(photographed(
                        round, "A1", Photograph.of(Photograph.beside(paper, Photograph.pastedOver(paper, foreign())))))
                .as("a strange code beside the stall's own")
                .contains("BIỂN BỊ DÁN ĐÈ");
        var neighbours = sign(market, fixture.equipped(market, "A2"));
        int foot = paper.getHeight() * 78 / 100;
        for (var bad : Map.of(
                        Photograph.of(paper.getSubimage(0, foot, paper.getWidth(), paper.getHeight() - foot)),
                        "mã kiểm tra nhỏ",
                        Photograph.of(paper.getSubimage(0, 0, paper.getWidth(), 200)),
                        "Không thấy mã QR",
                        Photograph.of(Photograph.beside(paper, neighbours)),
                        "hơn một mã",
                        "GIF89a".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "Không mở được ảnh")
                .entrySet()) {
            var response = collector.send(round + "/readings", Map.of("number", "A1"), photo(bad.getKey()));
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(parsed(response).select("#photo-fault").text()).contains(bad.getValue());
        }
    }

    private java.awt.image.BufferedImage sign(Market market, Stall stall) throws Exception {
        var response = manager.open("/markets/" + market.code() + "/signs.pdf?stall=" + stall.id());
        try (var pdf = Loader.loadPDF(response.getContentAsByteArray())) {
            return new PDFRenderer(pdf).renderImageWithDPI(0, 200);
        }
    }

    private String photographed(String round, String number, byte[] photo) throws Exception {
        String seen = next(collector.send(round + "/readings", Map.of("number", number), photo(photo)));
        return collector.page(seen, 200).select("main").text();
    }

    private static int pages(MockHttpServletResponse printed) throws IOException {
        assertThat(printed.getStatus()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(printed.getContentAsByteArray())) {
            return pdf.getNumberOfPages();
        }
    }

    private static MockMultipartFile photo(byte[] bytes) {
        return new MockMultipartFile("photo", "IMG_0001.jpg", "image/jpeg", bytes);
    }

    static String foreign() {
        return QrCode.VietQr.transfer("970422", "0399999999", null, null).text();
    }

    private String read(String round, String number, String text) throws Exception {
        String seen = next(collector.submit(round + "/readings", Map.of("number", number, "text", text)));
        return Objects.requireNonNull(collector.page(seen, 200).selectFirst("main"))
                .text();
    }

    @Test
    void a_hundred_signs_are_laid_out_in_some_seconds() throws Exception {
        Market market = fixture.market();
        for (int i = 1; i <= 100; i++) fixture.equipped(market, "A" + i);
        String part = manager.page("/markets/" + market.code() + "/signs", 200)
                .select("td a")
                .attr("href");
        long began = System.nanoTime();
        byte[] pdf = manager.open(part).getContentAsByteArray();
        System.out.printf("SIGNS: 100 in %d ms, %d KB%n", (System.nanoTime() - began) / 1_000_000, pdf.length / 1024);
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(100);
        }
    }
}
