package vn.thucchat.economy.market.signs.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.papers.QrPhotos;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.Photograph;
import vn.thucchat.testing.Visitor;

/** A round through the market with a phone: the camera finds the sign that was pasted over. */
@MarketTest
@NullMarked
class InspectionJourney {

    private static final String PASSWORD = "một mật khẩu đủ dài";
    /** Debian's Chromium reads no codes itself, as Android's does: what it would see is read by the test. */
    private static final String DETECTOR = """
            window.BarcodeDetector = class {
              async detect(video) {
                const canvas = document.createElement("canvas");
                canvas.width = video.videoWidth;
                canvas.height = video.videoHeight;
                if (!canvas.width) return [];
                canvas.getContext("2d").drawImage(video, 0, 0);
                const codes = await window.codesIn(canvas.toDataURL("image/png"));
                return codes.map((rawValue) => ({ rawValue }));
              }
            };""";

    @Autowired
    MarketFixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void the_camera_finds_the_foreign_sign_and_a_photograph_the_genuine_one() throws Exception {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        BufferedImage sign = sign(market, stall);
        Path film = folder.resolve("camera.y4m");
        Photograph.film(Photograph.pastedOver(sign, SignPageTests.foreign()), film);
        Path photo = Files.write(folder.resolve("photo.jpg"), Photograph.of(sign));
        accounts.ensure(
                "thutien1",
                "Trần Văn Thu",
                PASSWORD,
                false,
                new Actor.Grant(MarketRoles.COLLECTOR, MarketFixture.COMMUNE));

        try (var browser = new Browser(
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film);
                BrowserContext phone = browser.visitor(390, false)) {
            Page page = phone.newPage();
            page.navigate(at("/sign-in"));
            page.locator("[name=username]").fill("thutien1");
            page.locator("[name=password]").fill(PASSWORD);
            page.locator("form[action='/sign-in'] button").click();
            page.navigate(at("/markets/" + market.code() + "/rounds"));
            page.locator("form[action$='/rounds'] button").click();

            assertThat(page.locator("#camera").isVisible())
                    .as("a browser that reads no codes offers no camera")
                    .isFalse();
            page.locator("#photo").setInputFiles(photo);
            page.locator("[role=status].card h2.good").waitFor();
            assertThat(page.locator("[role=status].card").textContent()).contains("Sạp A1: Biển thật");

            page.exposeFunction(
                    "codesIn",
                    picture -> QrPhotos.read(Base64.getDecoder().decode(((String) picture[0]).split(",", -1)[1]))
                            .orElse(List.of()));
            page.addInitScript(DETECTOR);
            page.reload();
            page.locator("#number").fill("A1");
            page.locator("#camera button").click();
            page.locator(".errors[role=status]").waitFor();
            assertThat(page.locator(".errors[role=status]").textContent()).contains("Sạp A1: BIỂN BỊ DÁN ĐÈ");
            assertThat(page.locator("main").textContent()).contains("đuôi 9999");
        }
    }

    private BufferedImage sign(Market market, Stall stall) throws Exception {
        var response = new Visitor(mvc, MarketFixture.MANAGER)
                .open("/markets/" + market.code() + "/signs.pdf?stall=" + stall.id());
        try (var pdf = Loader.loadPDF(response.getContentAsByteArray())) {
            return new PDFRenderer(pdf).renderImageWithDPI(0, 200);
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
