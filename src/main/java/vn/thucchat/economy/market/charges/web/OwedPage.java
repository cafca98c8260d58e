package vn.thucchat.economy.market.charges.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.charges.OwedCharges;
import vn.thucchat.economy.market.charges.OwedCharges.Owed;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.pages.Texts;

/**
 * What stalls still owe.
 *
 * @param words that were searched for, or empty
 * @param market when only one was searched
 * @param inPart the stalls of which another page shows the rest, since they owe more than is taken at once
 * @param markets while nothing was looked for: those where the cash may be taken
 * @param synthetic whether all of it was invented
 */
public record OwedPage(
        String words,
        @Nullable Market market,
        List<OfStall> stalls,
        Set<UUID> inPart,
        List<OwedCharges.OfMarket> markets,
        boolean synthetic,
        LocalDate today,
        @Nullable String next) {

    /** @param elsewhere the name of the place whose collectors take the cash; null: whoever reads this does */
    public record Line(Owed owed, @Nullable String elsewhere) {}

    /**
     * All that one stall owes of what was looked for.
     *
     * @param key of the form that takes the total, so that it counts once
     */
    public record OfStall(List<Line> lines, UUID key) {

        public Owed first() {
            return lines.getFirst().owed();
        }

        public long totalVnd() {
            return lines.stream().mapToLong(line -> line.owed().owedVnd()).sum();
        }

        /** Those for which whoever reads this takes the cash. */
        public List<Owed> mine() {
            return lines.stream()
                    .filter(line -> line.elsewhere() == null)
                    .map(Line::owed)
                    .toList();
        }

        public long mineVnd() {
            return mine().stream().mapToLong(Owed::owedVnd).sum();
        }
    }

    /** The same words in all markets. */
    public String everywhere() {
        return path(words);
    }

    /** By stall, in the order in which they come. */
    static List<OfStall> stalls(List<Line> lines, Supplier<UUID> keys) {
        var stalls = new LinkedHashMap<List<Object>, List<Line>>();
        for (Line line : lines)
            stalls.computeIfAbsent(place(line.owed()), _ -> new ArrayList<>()).add(line);
        return stalls.values().stream()
                .map(of -> new OfStall(List.copyOf(of), keys.get()))
                .toList();
    }

    /** The stall, and who owed: a stall that changed hands has two rows. */
    static List<Object> place(Owed owed) {
        return List.of(owed.marketCode(), owed.charge().stall(), owed.charge().traderName());
    }

    static boolean sameStall(Owed one, Owed other) {
        return one.charge().stall().equals(other.charge().stall());
    }

    static String path(String words) {
        return "/market/owed?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** Whether anything was looked for. */
    public boolean asked() {
        return !words.isEmpty() || market != null;
    }

    /** What it is for: the kind and the month. */
    public String what(Texts t, Owed owed) {
        LocalDate month = owed.charge().month();
        return t.of("market.charge." + owed.charge().kind().name()) + " " + month.getMonthValue() + "/"
                + month.getYear();
    }

    /** Days overdue; not above 0: in time. */
    public long late(Owed owed) {
        return today.toEpochDay() - owed.charge().dueOn().toEpochDay();
    }
}
