package vn.thucchat.economy.market.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.testing.Visitor.next;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.signs.Signs;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.webhooks.TillSoftware;
import vn.thucchat.foundation.money.webhooks.Webhooks;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.Look;
import vn.thucchat.testing.Visitor;

/** The pages of markets in a real browser, on a phone and on a desk; with {@code PICTURES=folder} for the eye. */
@MarketTest
@NullMarked
class MarketLookTests {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'";

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    TillFixture tills;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Contracts contracts;

    @Autowired
    PaymentMethods acceptances;

    @Autowired
    Signs signs;

    private final Map<String, byte[]> site = new LinkedHashMap<>();

    private void add(String name, MockHttpServletResponse page) {
        assertThat(page.getStatus()).as(name).isIn(200, 422);
        site.put("/" + name, page.getContentAsByteArray());
    }

    private void visit() throws Exception {
        var manager = new Visitor(mvc, MANAGER);
        Market market = fixture.charging();
        String at = "/markets/" + market.code();
        add("empty", manager.open(at));
        Stall stall = fixture.equipped(market, "A12");
        fixture.vietQr(market, stall);
        fixture.equipped(market, "A-RAT-DAI-0123456789");
        fixture.stall(market, stall.zone(), "B7");
        add("list", manager.open("/markets?mine=true"));
        add("market", manager.open(at));
        add("new", manager.open("/markets/new"));
        add("new-wrong", manager.submit("/markets/new", Map.of("name", "", "marketClass", "7")));
        add("stalls", manager.open(at + "/stalls"));
        add("stall", manager.open(at + "/stalls/" + stall.id()));
        add("stall-new", manager.open(at + "/stalls/new"));
        add("contract", manager.open(at + "/stalls/" + stall.id() + "/contract"));
        add("traders", manager.open(at + "/traders"));
        add(
                "trader",
                manager.open(at + "/traders/" + contracts.of(stall).getFirst().trader()));
        add("trader-new", manager.open(at + "/traders/new"));
        add("import", manager.open(at + "/import"));
        byte[] rows = "Khu\n,A1,,,,,,,,,,,,\nKhu A,?,rộng,,Khác,Ai,4600100156,123,không,32/13/2022,-5,Lạ,!,\n"
                .getBytes(StandardCharsets.UTF_8);
        add(
                "import-wrong",
                manager.send(at + "/import", Map.of(), new MockMultipartFile("sheet", "a.csv", "text/csv", rows)));
        add("signs", manager.open(at + "/signs"));
        add(
                "sign",
                manager.open(
                        "/market/signs/" + signs.of(market, stall).getFirst().mark()));
        add(
                "act",
                manager.open("/market/acts/acceptances/"
                        + acceptances.of(stall).getFirst().id()));
        String round = next(manager.submit(at + "/rounds", Map.of()));
        add("round", manager.open(round));
        String genuine = signs.of(market, stall).getFirst().payload();
        add(
                "round-genuine",
                manager.open(next(manager.submit(round + "/readings", Map.of("number", "A12", "text", genuine)))));
        String foreign = "00020101021138540010A00000072701240006970422011003999999990208QRIBFTTA53037045802VN6304";
        add(
                "round-foreign",
                manager.open(next(manager.submit(
                        round + "/readings",
                        Map.of("number", "A-RAT-DAI-0123456789", "text", foreign + crc(foreign))))));
        add("rounds", manager.open(at + "/rounds"));
        var month = java.time.YearMonth.from(fixture.today());
        next(manager.submit(at + "/charges", Map.of("month", month, "kind", "RENT", "due", month.atDay(1))));
        add("charges", manager.open(at + "/charges"));
        add("charge-list", manager.open(at + "/charges/" + month + "/RENT"));
        add("certification", manager.open(at + "/certification"));
        add("arrears", manager.open(at + "/arrears"));
        add("day", manager.open(at + "/day"));
        add("books", manager.open(at + "/reconciliation"));
        var collector = new Visitor(mvc, Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE));
        add("list-collector", collector.open("/markets?mine=true"));
        add("owed", collector.open("/market/owed?market=" + market.code()));
        add("owed-none", collector.open("/market/owed?q=khong%20co"));
        add("arrears-collector", collector.open(at + "/arrears"));
        add("certification-missing", new Visitor(mvc, Persons.a(Roles.LEADER, "19")).open(at + "/certification"));
        add("facts", manager.open(at + "/facts?kind=market.stall-ready"));
    }

    /** Software that takes nothing any more. */
    private void visitHooks() throws Exception {
        var till = tills.open();
        var trader = new Visitor(mvc, till.trader());
        String hooks = "/market/stalls/" + till.stall().id() + "/hooks";
        add("hooks-none", trader.open(hooks));
        try (var software = new TillSoftware()) {
            var added = trader.submit(hooks, Map.of("url", software.url()));
            add("hook-new", added);
            String act = Visitor.parsed(added).select("form[action$=tests]").attr("action");
            String at = act.substring(0, act.length() - "/tests".length());
            software.knowing(Visitor.parsed(added).select(".secret").text());
            software.answer(410);
            for (int number = 1; number <= 2; number++) {
                tills.pay(till, 35_000, "");
                TillSoftware.until(() ->
                        webhooks.of(List.of(till.account().number())).getFirst().troubled());
                add("hook-stuck-" + number, trader.open(at));
                add("hook-skip-wrong-" + number, trader.submit(at + "/skipped", Map.of("number", number)));
                next(trader.submit(
                        at + "/skipped", Map.of("number", number, "reason", "phần mềm báo trùng hóa đơn " + number)));
            }
            add("hook-skipped", trader.open(at));
            add("hooks", trader.open(hooks));
            next(trader.submit(at + "/ended", Map.of()));
        }
    }

    /** CRC-16/CCITT-FALSE. */
    private static String crc(String text) {
        int crc = 0xFFFF;
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= b << 8;
            for (int i = 0; i < 8; i++) crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
        }
        return String.format(java.util.Locale.ROOT, "%04X", crc & 0xFFFF);
    }

    @Test
    void nothing_scrolls_sideways_axe_finds_nothing_and_no_policy_is_broken() throws Exception {
        visit();
        visitHooks();
        var faults = new ArrayList<String>();
        try (var browser = new Browser()) {
            for (Look look : Look.now())
                try (var visitor = browser.visitor(look.width(), look.dark())) {
                    Browser.serve(visitor, this::answer);
                    Page page = visitor.newPage();
                    page.onConsoleMessage(message -> {
                        if (message.type().equals("error")) faults.add(page.url() + ": " + message.text());
                    });
                    for (String path : site.keySet()) {
                        page.navigate("http://market.test" + path);
                        faults.addAll(Look.faults(page, "market" + path));
                    }
                }
        }
        assertThat(faults).isEmpty();
    }

    private Browser.@Nullable Answer answer(String path) {
        byte[] page = site.get(path);
        if (page != null) return new Browser.Answer("text/html;charset=UTF-8", page, POLICY);
        // a static file's name carries its content's hash
        String file = path.replaceFirst("-[0-9a-f]{32}(?=\\.)", "");
        try (var found = getClass().getResourceAsStream("/static" + file)) {
            if (found == null) return null;
            String type =
                    file.endsWith(".css") ? "text/css" : file.endsWith(".js") ? "text/javascript" : "image/svg+xml";
            return new Browser.Answer(type, found.readAllBytes(), POLICY);
        } catch (IOException e) {
            throw new IllegalStateException(Objects.requireNonNull(e.getMessage()), e);
        }
    }
}
