package vn.thucchat.foundation.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.thucchat.testing.Browser;

/** The loudspeaker in a real browser, under the policy that our pages have. */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoiceBrowserTests {

    private static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
    private static final String PAGE = """
            <!doctype html><html lang="vi"><title>Loa</title><button>Bật loa</button><ol></ol>
            <script src="/voice.js" data-clips="/voice/vi.mp3" data-index="/voice/vi.json"></script>
            <script src="/market.js"></script></html>""";
    private static final String WIRING = """
            const told = [];
            document.addEventListener("thucchat-said", (said) => {
              told.push(said.detail);
              document.querySelector("ol").append(document.createElement("li"));
            });
            document.querySelector("button").onclick = async (press) => {
              press.target.dataset.voice = await thucchatVoice.unlock();
            };""";

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private Browser browser;
    private Page page;
    private final List<String> troubles = new ArrayList<>();

    @BeforeAll
    void start() {
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    /** A device with these voices, of which the test's own has none. */
    private static final String DEVICE = """
            window.spoken = [];
            Object.defineProperty(window, "speechSynthesis", { value: {
              getVoices: () => [
                { lang: "en-US", localService: true, name: "Mary" },
                { lang: "vi-VN", localService: %s, name: "An" },
              ],
              speak(utterance) {
                spoken.push(utterance.text);
                setTimeout(() => { utterance.onstart?.(); utterance.onend?.(); });
              },
              cancel() {},
            } });
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };""";

    @BeforeEach
    void open() throws IOException {
        var site = Map.of(
                "/", answer("text/html;charset=UTF-8", PAGE.getBytes(StandardCharsets.UTF_8)),
                "/market.js", answer("text/javascript", WIRING.getBytes(StandardCharsets.UTF_8)),
                "/voice.js", answer("text/javascript", file("/static/voice.js")),
                "/voice/vi.mp3", answer("audio/mpeg", file("/static/voice/vi.mp3")),
                "/voice/vi.json", answer("application/json", file("/static/voice/vi.json")));
        var visitor = browser.visitor(390, false);
        Browser.serve(visitor, site::get);
        page = visitor.newPage();
        troubles.clear();
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (!message.text().contains("favicon")) troubles.add(message.text());
        });
        page.navigate("https://thucchat.test/");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void an_amount_is_said_word_for_word() {
        turnOn();
        page.evaluate("thucchatVoice.say('Đã nhận " + VietnameseWords.amount(35_000) + " đồng.')");
        said(1);

        assertThat(page.evaluate("told[0]"))
                .isEqualTo(Map.of(
                        "text",
                        "Đã nhận ba mươi lăm nghìn đồng.",
                        "clips",
                        List.of("đã nhận", "ba mươi", "lăm", "nghìn", "đồng")));
        assertThat(troubles).isEmpty();
    }

    @Test
    void words_without_a_clip_are_skipped() {
        turnOn();
        page.evaluate("thucchatVoice.say('Chị Lan nhận thiếu năm nghìn xu')");
        said(1);

        assertThat(page.evaluate("told[0].clips")).isEqualTo(List.of("nhận thiếu", "năm", "nghìn"));
    }

    @Test
    @Tag("nightly")
    void the_next_waits_for_the_one_before_and_of_a_burst_every_payment_is_said_or_summed_up() {
        turnOn();
        page.evaluate("""
                [21, 35, 12, 8, 50, 7, 100].forEach((thousands) =>
                  thucchatVoice.say('Đã nhận ' + thucchatVoice.words(thousands * 1000) + ' đồng', thousands * 1000))""");
        assertThat(page.evaluate("told.length")).as("the first has only begun").isIn(0, 1);
        page.evaluate("thucchatVoice.say('Mất kết nối')");
        said(3);

        assertThat(page.evaluate("told.map((said) => said.text)"))
                .isEqualTo(List.of(
                        "Đã nhận hai mươi mốt nghìn đồng",
                        "Thêm sáu khoản, tổng cộng hai trăm mười hai nghìn đồng",
                        "Mất kết nối"));
        assertThat(page.evaluate("told[1].clips.slice(0, 4)"))
                .as("without a voice of its own too")
                .isEqualTo(List.of("thêm", "sáu", "khoản", "tổng cộng"));
        assertThat(troubles).isEmpty();
    }

    @Test
    @Tag("nightly")
    void a_few_that_wait_are_said_one_by_one_and_a_burst_that_goes_on_is_summed_up_again() {
        turnOn();
        page.evaluate("['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'].forEach((word) => thucchatVoice.say(word, 1000))");
        page.evaluate("['bảy', 'tám', 'chín', 'mười', 'năm'].forEach((word) => thucchatVoice.say(word, 2000))");
        said(2);
        assertThat(page.evaluate("told.slice(0, 2).map((said) => said.text)"))
                .as("five were still waiting when the sixth came: then ten are one sentence")
                .isEqualTo(List.of("một", "Thêm sáu khoản, tổng cộng bảy nghìn đồng"));
        said(6);
        assertThat(page.evaluate("told.slice(2).map((said) => said.text)"))
                .isEqualTo(List.of("tám", "chín", "mười", "năm"));
    }

    @Test
    void numbers_are_said_as_on_papers() {
        var numbers = new java.util.ArrayList<Long>();
        for (long number = 0; number < 300; number++) numbers.add(number);
        for (long power = 1; power < 1_000_000_000_000_000L; power *= 10)
            for (long digit : new long[] {1, 4, 5, 15, 24, 99, 101, 110, 555}) numbers.add(digit * power);
        numbers.removeIf(number -> number >= 1_000_000_000_000_000L);
        numbers.addAll(List.of(1_000_005L, 21_004_010L, 1_001_000_000L, 5_000_000_015L, 120_000_000_001L));
        assertThat(page.evaluate(
                        "numbers => numbers.map(thucchatVoice.words)",
                        numbers.stream().map(Long::doubleValue).toList()))
                .isEqualTo(numbers.stream().map(VietnameseWords::amount).toList());
    }

    @Test
    void the_device_s_own_vietnamese_voice_is_preferred() {
        page.addInitScript(DEVICE.formatted(true));
        page.reload();
        turnOn();
        page.evaluate("thucchatVoice.say('đã nhận chín nghìn xu')");
        said(1);

        assertThat(page.evaluate("told[0]")).isEqualTo(Map.of("text", "đã nhận chín nghìn xu", "clips", List.of()));
        assertThat(page.evaluate("spoken")).isEqualTo(List.of("", "đã nhận chín nghìn xu"));
        assertThat(page.evaluate("performance.getEntriesByType('resource').filter((e) => e.name.includes('/voice/'))"))
                .as("clips that nobody needs are not fetched")
                .isEqualTo(List.of());
    }

    @Test
    void a_voice_that_speaks_only_through_the_network_is_not() {
        page.addInitScript(DEVICE.formatted(false));
        page.reload();
        turnOn();
        page.evaluate("thucchatVoice.say('thừa')");
        said(1);

        assertThat(page.evaluate("told[0].clips")).isEqualTo(List.of("thừa"));
        assertThat(page.evaluate("spoken")).isEqualTo(List.of());
    }

    @Test
    void nothing_is_said_before_it_is_turned_on() {
        page.evaluate("thucchatVoice.say('đã nhận')");
        turnOn();
        page.evaluate("thucchatVoice.say('thừa')");
        said(1);

        assertThat(page.evaluate("told[0].text")).isEqualTo("thừa");
    }

    @Test
    void the_volume_is_kept_on_the_device() {
        assertThat(page.evaluate("thucchatVoice.volume")).isEqualTo(1);
        page.evaluate("thucchatVoice.volume = 0.5");
        page.reload();
        assertThat(page.evaluate("thucchatVoice.volume")).isEqualTo(0.5);
    }

    @Test
    void the_clips_stand_where_the_index_says_in_this_browser_too() {
        turnOn();
        // how loud it is within the clips, and in the silence between them
        Object levels = page.evaluate("""
                async () => {
                  const bytes = await (await fetch("/voice/vi.mp3")).arrayBuffer();
                  const sound = await new OfflineAudioContext(1, 1, 22050).decodeAudioData(bytes);
                  const samples = sound.getChannelData(0);
                  const places = Object.values(await (await fetch("/voice/vi.json")).json());
                  const loudest = (from, to) => samples
                    .subarray(Math.round(from * 22050), Math.round(to * 22050))
                    .reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
                  return [
                    Math.min(...places.map(([from, length]) => loudest(from, from + length))),
                    Math.max(...places.map(([from, length]) => loudest(from + length + 0.03, from + length + 0.05))),
                  ];
                }""");
        assertThat((Double) ((List<?>) levels).getFirst()).isGreaterThan(0.5);
        assertThat((Double) ((List<?>) levels).getLast()).isLessThan(0.05);
    }

    private void turnOn() {
        page.click("button");
        page.locator("button[data-voice=true]").waitFor();
    }

    /** The policy forbids the waiting that is done by evaluating text. */
    private void said(int times) {
        page.locator("li").nth(times - 1).waitFor(ATTACHED);
    }

    private static Browser.Answer answer(String type, byte[] body) {
        return new Browser.Answer(type, body, POLICY);
    }

    private static byte[] file(String path) throws IOException {
        try (InputStream file = Objects.requireNonNull(VoiceBrowserTests.class.getResourceAsStream(path))) {
            return file.readAllBytes();
        }
    }
}
