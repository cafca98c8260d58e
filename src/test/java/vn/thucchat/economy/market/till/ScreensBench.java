package vn.thucchat.economy.market.till;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;

/** Many traders' screens, each on a stream of its own, up to where its bytes leave for the network. */
@NullMarked
public final class ScreensBench implements AutoCloseable {

    private static final Pattern AMOUNT = Pattern.compile("\"amount\":([0-9]+)");

    private final Map<Long, Long> acknowledged;
    private final Map<Long, Long> shown = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean gone = new AtomicBoolean();

    private ScreensBench(Map<Long, Long> acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** @param acknowledged by amount when the bank was answered, in nanoseconds */
    public static ScreensBench open(
            ApplicationContext application, JdbcClient jdbc, int count, Map<Long, Long> acknowledged) {
        var screens = new ScreensBench(acknowledged);
        var streams = application.getBean(TillStreams.class);
        List<UUID> stalls = jdbc.sql("SELECT id FROM market.stall ORDER BY number LIMIT :count")
                .param("count", count)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        for (UUID stall : stalls) {
            var trader = new Actor(stall, "t", "T", false, List.of(new Actor.Grant(MarketRoles.TRADER, "05443")));
            var stream = streams.open(trader, stall, null).orElseThrow();
            screens.threads.add(Thread.ofVirtual().start(() -> {
                try (stream) {
                    stream.write(screens.new Wire(), () -> true);
                } catch (IOException | InterruptedException e) {
                    // hung up
                }
            }));
        }
        return screens;
    }

    /** Reads what is written whole: one call for each event. */
    private final class Wire extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Byte by byte");
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            long now = System.nanoTime();
            if (gone.get()) throw new IOException("The phone is gone");
            Matcher amount = AMOUNT.matcher(new String(bytes, from, length, StandardCharsets.UTF_8));
            while (amount.find()) shown.putIfAbsent(Long.valueOf(amount.group(1)), now);
        }
    }

    /** From the bank's answer to the screen. */
    public void report() throws InterruptedException {
        Thread.sleep(2_000);
        long[] delays = acknowledged.entrySet().stream()
                .filter(payment -> shown.containsKey(payment.getKey()))
                .mapToLong(payment -> Math.max(0, shown.getOrDefault(payment.getKey(), 0L) - payment.getValue()))
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "screens: %d shown, p50 %.1f ms, p99 %.1f ms, max %.1f ms after the bank was answered%n",
                delays.length,
                delays[delays.length / 2] / 1e6,
                delays[(int) (delays.length * 0.99)] / 1e6,
                delays[delays.length - 1] / 1e6);
    }

    @Override
    public void close() {
        gone.set(true);
        threads.forEach(Thread::interrupt);
    }
}
