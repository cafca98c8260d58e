package vn.thucchat.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * The invented buyers of the invented markets: what they paid on some days since 2022 and in the last weeks, and from then
 * on as the hours go by. Every payment comes in at the front door, as a bank's signed message over HTTP.
 */
@Component
class Trading implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Trading.class);
    /** Market days of the year of the report; of each half-year since, one like the last. */
    private static final List<LocalDate> DAYS_2022 =
            List.of(LocalDate.of(2022, 6, 25), LocalDate.of(2022, 8, 6), LocalDate.of(2022, 12, 24));

    private static final int DAYS_BACK = 13;
    /** Buyers of a liked stall on a day. */
    private static final double BUYERS = 1.6;
    /** On the days that only draw a curve: the year of the report and the last days are lived in full. */
    private static final double FEW_BUYERS = 0.4;

    private static final int FULL_DAYS = 2;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** After an answer that was not 200; what had been sent by then is sent again and counts once. */
    private static final Duration CLOSED = Duration.ofSeconds(30);

    /** @param buyer counts those of the stall's day */
    record Paid(DemoMarket market, int stall, int buyer, Instant at, long amountVnd) {}

    private final StepStore steps;
    private final InstantSource clock;
    private final BankDoor door;
    private final Charging charging;
    private final TransactionTemplate transactions;
    private final boolean wanted;
    private volatile @Nullable Thread thread;

    Trading(
            StepStore steps,
            InstantSource clock,
            BankDoor door,
            Charging charging,
            TransactionTemplate transactions,
            @Value("${thucchat.demo-trading:true}") boolean wanted) {
        this.wanted = wanted;
        this.steps = steps;
        this.clock = clock;
        this.door = door;
        this.charging = charging;
        this.transactions = transactions;
    }

    /** The market days that are loaded, the oldest first. */
    List<LocalDate> daysBefore(Days days) {
        return Stream.concat(
                        DAYS_2022.stream(),
                        days.lived().stream()
                                .map(half -> half.to().minusDays(7))
                                .filter(day -> day.getYear() > 2022 && day.isBefore(days.loaded())))
                .toList();
    }

    /** What was paid on a day that is over; with no door to knock at, nothing. */
    void of(LocalDate day) {
        try {
            door.send(paid(day, null, end(day)), this::message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Goes on in the background until the process ends. */
    void begin() {
        if (!wanted || thread != null || !door.open()) return;
        Thread worker = Thread.ofVirtual().name("demonstration-trading").unstarted(this::trade);
        // first, since it works as long as it is there
        thread = worker;
        worker.start();
    }

    /** The same whenever it is asked: it depends on the day of loading alone. */
    private List<Paid> paid(LocalDate day, @Nullable Instant from, Instant before) {
        boolean full = day.getYear() == 2022 || !day.isBefore(loaded().minusDays(FULL_DAYS));
        return day(day, from, before, full ? BUYERS : FEW_BUYERS);
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
    }

    private void trade() {
        try {
            while (thread != null) {
                try {
                    backlog();
                    live();
                } catch (RuntimeException | IOException e) {
                    LOG.warn("The invented markets are closed for {} s: {}", CLOSED.toSeconds(), e.toString());
                }
                Thread.sleep(CLOSED);
            }
        } catch (InterruptedException e) {
            // the process ends
        }
    }

    private void backlog() throws InterruptedException, IOException {
        LocalDate today = BusinessTime.day(clock.instant());
        for (int back = DAYS_BACK; back >= 1; back--) {
            LocalDate day = today.minusDays(back);
            String step = "trading-" + day;
            if (steps.done(step)) continue;
            door.send(paid(day, null, end(day)), this::message);
            transactions.executeWithoutResult(status -> steps.insert(step, clock.instant()));
        }
    }

    private LocalDate loaded() {
        return steps.doneAt(Loading.BEGUN).map(BusinessTime::day).orElse(LocalDate.EPOCH);
    }

    private void once(String step, Runnable what) {
        transactions.executeWithoutResult(status -> {
            if (steps.done(step)) return;
            what.run();
            steps.insert(step, clock.instant());
        });
    }

    /** What is sent again after a restart is known by its number, and counts once. */
    private void live() throws InterruptedException, IOException {
        Instant until = BusinessTime.day(clock.instant())
                .atStartOfDay(BusinessTime.VIETNAM)
                .toInstant();
        while (thread != null) {
            Instant now = clock.instant();
            LocalDate day = BusinessTime.day(until);
            door.send(paid(day, until, now), this::message);
            if (!BusinessTime.day(now).equals(day)) charging.months(loaded(), this::once);
            until = BusinessTime.day(now).equals(day) ? now : end(day);
            Thread.sleep(PAUSE);
        }
    }

    /** What was paid on a day from one instant to before another, in the order of time. */
    private static List<Paid> day(LocalDate day, @Nullable Instant from, Instant before, double each) {
        var paid = new ArrayList<Paid>();
        for (DemoMarket market : DemoMarket.ALL) {
            if (day.isBefore(market.openedOn())) continue;
            for (int stall = 1; stall <= market.stalls(); stall++) {
                var draw = new Draw("paid", market.code(), stall, day);
                if (day.isBefore(MarketSheets.joined(market, stall))) continue;
                // half of those with a code are ever paid by it
                boolean liked = stall == 1 || new Draw("liked", market.code(), stall).chance(0.5);
                int buyers = liked && MarketSheets.equipped(market, stall) ? draw.happened(stall == 1 ? 30 : each) : 0;
                for (int i = 0; i < buyers; i++) {
                    Instant at =
                            day.atTime(hour(draw)).atZone(BusinessTime.VIETNAM).toInstant();
                    long amount = amount(draw);
                    if ((from == null || !at.isBefore(from)) && at.isBefore(before))
                        paid.add(new Paid(market, stall, i, at, amount));
                }
            }
        }
        paid.sort(Comparator.comparing(Paid::at));
        return paid;
    }

    /** Busy before seven in the morning and again towards five. */
    private static LocalTime hour(Draw draw) {
        double centre = draw.chance(0.65) ? 7.2 : 16.6;
        double hour = Math.clamp(centre + 1.3 * draw.bell(), 5, 20.9);
        return LocalTime.ofSecondOfDay((long) (hour * 3600));
    }

    /** Vegetables for the most part, now and then a coat. */
    private static long amount(Draw draw) {
        double thousands = Math.exp(3.3 + 0.8 * draw.bell());
        return Math.max(2, Math.round(thousands)) * 1_000;
    }

    private BankMessage message(Paid paid) {
        // the same for the same payment, so that the platform knows it again
        long number = new Draw("number", paid.market().code(), paid.stall(), paid.buyer(), paid.at()).next() >>> 12;
        return BankMessage.of(
                paid.market().connection(),
                paid.market().account(paid.stall()),
                paid.amountVnd(),
                "KHACH MUA HANG",
                paid.at(),
                number,
                clock.instant());
    }

    @Override
    public void start() {}

    /** Before the server stops: buyers leave first. */
    @Override
    public void stop() {
        Thread worker = thread;
        thread = null;
        if (worker == null) return;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
