package vn.thucchat.economy.market.till;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Problem;

/**
 * Streams of what comes in at stalls. Each event carries how far the stream has got: whoever comes back with it is told
 * what was missed, nothing twice. Numbers without a gap make sure of both.
 */
@Service
public class TillStreams {

    /** After so long a screen has to ask again, and prove that it still may. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Screens of one person. */
    private static final int MOST = 10;

    private static final int PAGE = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final StallReceipts takings;
    private final TillWatch watch;
    private final Payments payments;
    private final Receipts receipts;
    private final InstantSource clock;
    /**
     * Networks hang up on what is silent for long, and nobody else would notice that a phone is gone. A screen that hears
     * nothing for longer says that its line is dead: an event, as browsers hide comments from their pages.
     */
    private final Duration beat;

    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    TillStreams(
            StallReceipts takings,
            TillWatch watch,
            Payments payments,
            Receipts receipts,
            InstantSource clock,
            @Value("${thucchat.till-beat}") Duration beat) {
        this.takings = takings;
        this.watch = watch;
        this.payments = payments;
        this.receipts = receipts;
        this.clock = clock;
        this.beat = beat;
    }

    /**
     * @param after how far the screen has got, as an event told it; null: from now on
     * @return empty when it is no stall of the actor's
     * @throws Problem 429 when the person has too many screens open
     */
    public Optional<Stream> open(Actor actor, UUID stall, @Nullable StreamCursor after) {
        return takings.till(actor, stall).map(till -> {
            if (open.merge(actor.account(), 1, Integer::sum) > MOST) {
                left(actor.account());
                throw Problem.tooMany(Duration.ofMinutes(1), "till.streams", MOST);
            }
            try {
                TillWatch.Mailbox box = watch.watch(till.numbers());
                StreamCursor now = takings.now(till);
                return new Stream(actor.account(), box, after == null ? now : after.on(now.last()));
            } catch (RuntimeException e) {
                left(actor.account());
                throw e;
            }
        });
    }

    private void left(UUID account) {
        open.computeIfPresent(account, (_, count) -> count > 1 ? count - 1 : null);
    }

    /** One screen's stream. */
    public final class Stream implements AutoCloseable {
        private final UUID account;
        private final TillWatch.Mailbox box;
        private StreamCursor seen;

        private Stream(UUID account, TillWatch.Mailbox box, StreamCursor seen) {
            this.account = account;
            this.box = box;
            this.seen = seen;
        }

        /**
         * Writes until the reader has gone, the time is over or the process ends.
         *
         * @param still whether the reader is still signed in, asked before anything is told
         */
        public void write(OutputStream out, BooleanSupplier still) throws IOException, InterruptedException {
            long end = System.nanoTime() + LONGEST.toNanos();
            send(out, "retry: 2000\n\n");
            readOn(out);
            out.flush();
            while (System.nanoTime() < end && !box.ending()) {
                Movement movement = box.next(beat.toMillis());
                if (!still.getAsBoolean()) break;
                if (box.lost()) readOn(out);
                else if (movement == null) send(out, event("ping"));
                else take(movement, out);
                out.flush();
            }
            // nothing is wrong: the screen has only to ask again
            if (!box.ending()) {
                send(out, event("again"));
                out.flush();
            }
        }

        private void take(Movement movement, OutputStream out) throws IOException {
            long last = seen.last().getOrDefault(movement.account(), 0L);
            if (movement.number() == last + 1) put(List.of(movement), out);
            else if (movement.number() > last) readOn(out);
        }

        /** What is there after what was seen. */
        private void readOn(OutputStream out) throws IOException {
            List<Movement> missed;
            do {
                missed = payments.after(seen.last(), PAGE);
                put(missed, out);
            } while (missed.size() >= PAGE);
        }

        private void put(List<Movement> movements, OutputStream out) throws IOException {
            var lines = new HashMap<UUID, StallReceipts.Line>();
            takings.lines(movements).forEach(line -> lines.put(line.id(), line));
            for (Movement movement : movements) {
                seen = seen.with(movement);
                StallReceipts.Line line = lines.get(movement.id());
                // money that went out is no news at a stall
                if (line != null) send(out, "id: " + seen + "\nevent: payment\ndata: " + json(line, movement) + "\n\n");
            }
        }

        private String json(StallReceipts.Line line, Movement movement) {
            Instant now = clock.instant();
            boolean earlier = Loudspeaker.earlier(line.at(), now);
            var data = new LinkedHashMap<String, @Nullable Object>();
            data.put("id", line.id().toString());
            data.put("amount", line.amountVnd());
            data.put("time", line.at().toString());
            data.put("words", takings.spoken(line));
            data.put("earlier", earlier);
            data.put("news", Loudspeaker.news(movement.receivedAt(), now));
            data.put("outcome", line.outcome().name());
            data.put("day", BusinessTime.day(line.at()).toString());
            data.put("code", line.code());
            data.put("due", line.dueVnd());
            data.put("paid", line.paidVnd());
            data.put("owed", line.owedVnd());
            data.put("receipt", receipts.code(line.account(), line.number()));
            return JSON.writeValueAsString(data);
        }

        /** Without data browsers would pass over it. */
        private static String event(String name) {
            return "event: " + name + "\ndata: {}\n\n";
        }

        private static void send(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            box.close();
            left(account);
        }
    }
}
