package vn.thucchat.economy.market.register.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.pages.Link;

/**
 * What a fact of a market was counted from, without names or numbers of people.
 *
 * @param title a message key
 * @param lines what else there is to say
 * @param record where those in charge see it whole, or null for a reader who is not
 */
public record ActPage(
        String title,
        Market market,
        Link place,
        LocalDate from,
        @Nullable LocalDate to,
        List<Line> lines,
        UUID id,
        @Nullable String record) {

    /** A message key and what there is to say. */
    public record Line(String key, String text) {}
}
