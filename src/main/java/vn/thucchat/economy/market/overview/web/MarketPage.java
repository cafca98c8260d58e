package vn.thucchat.economy.market.overview.web;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.overview.MarketFigures;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Zone;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;

/**
 * A market.
 *
 * @param reads whether the reader sees stalls and traders
 * @param manages whether the reader may change it
 * @param today what came today and what waits, for those who read its books; null for others
 * @param figures of the month asked for, {@code now} the running one
 * @param withheld whether the payments of that month are not told to the reader
 * @param form that adds or renames a zone
 */
public record MarketPage(
        Market market,
        Link place,
        Market.Counts counts,
        List<Zone> zones,
        boolean reads,
        boolean manages,
        @Nullable MarketDayPage today,
        MarketFigures.Month figures,
        boolean withheld,
        YearMonth now,
        Form<?> form) {}
