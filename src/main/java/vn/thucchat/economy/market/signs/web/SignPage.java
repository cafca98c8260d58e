package vn.thucchat.economy.market.signs.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose sign a check mark is on. */
public record SignPage(String mark, List<Owner> owners) {

    /**
     * @param tail the last four signs of the account
     * @param endedOn since when the sign holds no more, or null
     */
    public record Owner(
            String market,
            String marketUrl,
            boolean synthetic,
            String number,
            String trader,
            String bank,
            String tail,
            @Nullable LocalDate endedOn) {}
}
