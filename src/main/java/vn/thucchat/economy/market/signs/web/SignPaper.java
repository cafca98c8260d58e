package vn.thucchat.economy.market.signs.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.signs.Sign;

/**
 * Signs on paper, each on a page of A5.
 *
 * @param base the address of this site, for the small code
 * @param note that the data are invented, or null
 */
public record SignPaper(
        String market,
        String base,
        List<Sign> signs,
        @Nullable String note) {}
