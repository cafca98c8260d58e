package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** What a screen at a stall is told, as it comes. */
@MarketTest
@NullMarked
class TillStreamTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    TillFixture fixture;

    @Autowired
    TillStreams streams;

    @Autowired
    TillWatch watch;

    @Autowired
    Sales sales;

    @Autowired
    StallReceipts takings;

    @Autowired
    MockMvc mvc;

    @Test
    void the_stream_tells_what_comes_and_what_was_missed_and_nothing_twice() throws Exception {
        Opened till = fixture.open();
        fixture.pay(till, 1_000, "before");
        int others = watch.screens();
        List<String> ids;
        try (var screen = new Screen(till, "")) {
            fixture.pay(till, 35_000, "");
            screen.waitFor(1);
            JsonNode first = screen.events().getFirst();
            assertThat(first.path("words").asString()).isEqualTo("Đã nhận ba mươi lăm nghìn đồng");
            assertThat(first.path("amount").asLong()).isEqualTo(35_000);
            for (int i = 0; i < 20; i++) fixture.pay(till, 2_000, "");
            screen.waitFor(21);
            ids = screen.ids();
        }
        for (int i = 0; i < 300; i++) fixture.pay(till, 3_000, "");
        try (var again = new Screen(till, ids.get(10))) {
            fixture.pay(till, 4_000, "");
            again.waitFor(10 + 301);
            assertThat(again.events().stream().map(e -> e.path("id").asString()).distinct())
                    .hasSize(311);
            assertThat(again.events().getLast().path("amount").asLong()).isEqualTo(4_000);
        }
        // those of other tests may have gone meanwhile
        assertThat(watch.screens()).isLessThanOrEqualTo(others);
    }

    @Test
    void somebody_elses_stall_has_no_stream_and_screens_are_counted() throws Exception {
        Opened till = fixture.open();
        assertThat(streams.open(fixture.open().trader(), till.stall().id(), null))
                .isEmpty();
        assertThat(new Visitor(mvc, MarketFixture.MANAGER)
                        .open("/market/stalls/" + till.stall().id() + "/payments")
                        .getStatus())
                .isEqualTo(403);
        var open = new ArrayList<AutoCloseable>();
        for (int i = 0; i < 10; i++)
            open.add(streams.open(till.trader(), till.stall().id(), null).orElseThrow());
        assertThat(new Visitor(mvc, till.trader())
                        .open("/market/stalls/" + till.stall().id() + "/payments")
                        .getStatus())
                .isEqualTo(429);
        for (AutoCloseable screen : open) screen.close();
        streams.open(till.trader(), till.stall().id(), null).orElseThrow().close();
    }

    @Test
    void a_sale_is_told_with_what_is_due_and_what_has_come_for_it() {
        Opened till = fixture.open();
        Sale sale = sales.ask(takings.till(till.trader(), till.stall().id()).orElseThrow(), 200_000)
                .orElseThrow();
        try (var screen = new Screen(till, "")) {
            fixture.pay(till, 150_000, sale.code());
            screen.waitFor(1);
            fixture.pay(till, 60_000, sale.code());
            screen.waitFor(2);
            assertThat(screen.events()).extracting(e -> e.path("due").asLong()).containsExactly(200_000L, 200_000L);
            assertThat(screen.events()).extracting(e -> e.path("paid").asLong()).containsExactly(150_000L, 210_000L);
            assertThat(screen.events().getLast().path("words").asString())
                    .isEqualTo("Đã nhận đủ hai trăm nghìn đồng, khách chuyển thừa mười nghìn đồng");
        }
    }

    @Test
    void what_the_bank_tells_late_is_not_said_as_if_it_were_paid_now() {
        Opened till = fixture.open();
        LocalDateTime yesterday = TestTime.local().minusDays(1);
        try (var screen = new Screen(till, "")) {
            fixture.pay(till, 35_000, "");
            fixture.pay(till, 35_000, "", yesterday);
            screen.waitFor(2);
            assertThat(screen.events())
                    .extracting(e -> e.path("earlier").asBoolean())
                    .containsExactly(false, true);
            assertThat(screen.events()).allMatch(e -> e.path("news").asBoolean());
            assertThat(screen.events().getLast().path("words").asString())
                    .startsWith("Khoản cũ, ngày ")
                    .endsWith(", đã nhận ba mươi lăm nghìn đồng");
        }
    }

    @Test
    void a_screen_that_is_ahead_of_its_account_hears_what_comes_next() {
        Opened till = fixture.open();
        fixture.pay(till, 1_000, "before");
        try (var screen = new Screen(till, till.account().number() + "-999999")) {
            fixture.pay(till, 35_000, "");
            screen.waitFor(1);
            assertThat(screen.events().getFirst().path("amount").asLong()).isEqualTo(35_000);
        }
    }

    @Test
    void silence_is_broken_so_that_a_dead_line_is_known() {
        try (var screen = new Screen(fixture.open(), "")) {
            until(() -> screen.heard().contains("event: ping\ndata: {}\n\n"));
            assertThat(screen.heard()).contains("event: ping");
        }
    }

    @Test
    void a_mark_that_cannot_be_read_does_not_spoil_the_other() throws Exception {
        Opened till = fixture.open();
        fixture.pay(till, 35_000, "");
        var heard = new ByteArrayOutputStream();
        var reader = Thread.ofVirtual().start(() -> {
            try {
                mvc.perform(get("/market/stalls/" + till.stall().id() + "/payments?after="
                                        + till.account().number() + "-0")
                                .header("Last-Event-ID", "nonsense")
                                .with(Persons.as(till.trader())))
                        .andDo(result -> heard.write(result.getResponse().getContentAsByteArray()));
            } catch (Exception interrupted) {
                // as a phone that hangs up
            }
        });
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        reader.interrupt();
        reader.join();
        assertThat(heard.toString(StandardCharsets.UTF_8)).contains("\"amount\":35000");
    }

    @Test
    void a_program_is_told_in_its_own_way_why_it_hears_nothing() throws Exception {
        Opened till = fixture.open();
        String stream = "/market/stalls/" + till.stall().id() + "/payments";
        for (String accept : List.of("text/event-stream", "*/*")) {
            var answer = mvc.perform(get(stream).header("Accept", accept))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getContentType()).startsWith("application/problem+json");
        }
        for (Map.Entry<vn.thucchat.foundation.identity.access.Actor, Integer> refused :
                Map.of(fixture.open().trader(), 404, MarketFixture.MANAGER, 403).entrySet()) {
            var answer = new Visitor(mvc, refused.getKey()).open(stream);
            assertThat(answer.getStatus()).isEqualTo(refused.getValue());
            assertThat(answer.getContentType()).startsWith("application/problem+json");
        }
    }

    /** A phone that listens. */
    private final class Screen implements AutoCloseable {
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private final TillStreams.Stream stream;
        private final Thread thread;
        private volatile boolean gone;

        Screen(Opened till, String after) {
            stream = streams.open(
                            till.trader(),
                            till.stall().id(),
                            StreamCursor.read(after).orElse(null))
                    .orElseThrow();
            var wire = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    if (gone) throw new IOException("The phone is gone");
                    synchronized (heard) {
                        heard.write(b);
                    }
                }
            };
            thread = Thread.ofVirtual().start(() -> {
                try (stream) {
                    stream.write(wire, () -> true);
                } catch (IOException | InterruptedException e) {
                    // hung up
                }
            });
        }

        List<JsonNode> events() {
            return lines("data: ").stream().map(JSON::readTree).toList();
        }

        List<String> ids() {
            return lines("id: ");
        }

        String heard() {
            synchronized (heard) {
                return heard.toString(StandardCharsets.UTF_8);
            }
        }

        private List<String> lines(String begin) {
            String all = heard();
            int end = all.lastIndexOf("\n\n");
            return all.substring(0, Math.max(0, end))
                    .lines()
                    .filter(line -> line.startsWith(begin) && !line.equals("data: {}"))
                    .map(line -> line.substring(begin.length()))
                    .toList();
        }

        void waitFor(int events) {
            until(() -> lines("data: ").size() >= events);
            assertThat(lines("data: ")).hasSize(events);
        }

        @Override
        public void close() {
            gone = true;
            thread.interrupt();
            until(() -> !thread.isAlive());
        }
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end)
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
    }
}
