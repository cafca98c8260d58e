package vn.thucchat.economy.market.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.Market;
import vn.thucchat.economy.market.MarketWork;
import vn.thucchat.economy.market.OwedCharges.Owed;

/**
 * What stalls still owe.
 *
 * @param words that were searched for, or empty
 * @param market when only one was searched
 * @param markets while nothing was looked for: those where the cash may be taken
 * @param synthetic whether all of it was invented
 */
public record OwedPage(
        String words,
        @Nullable Market market,
        List<Line> charges,
        List<MarketWork.Waiting> markets,
        boolean synthetic,
        LocalDate today,
        @Nullable String next) {

    /** @param elsewhere the name of the place whose collectors take the cash; null: whoever reads this does */
    public record Line(Owed owed, @Nullable String elsewhere) {}

    /** The same words in all markets. */
    public String everywhere() {
        return path(words);
    }

    static String path(String words) {
        return "/market/owed?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** Whether anything was looked for. */
    public boolean asked() {
        return !words.isEmpty() || market != null;
    }

    /** Days overdue; not above 0: in time. */
    public long late(Owed owed) {
        return today.toEpochDay() - owed.charge().dueOn().toEpochDay();
    }
}
