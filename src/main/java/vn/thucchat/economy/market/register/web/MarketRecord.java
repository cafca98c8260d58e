package vn.thucchat.economy.market.register.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.economy.market.register.Market;

/**
 * Finds a record of a market (a stall, a trader) that a handler takes as an argument, in the market that the handler
 * takes before it, by the id in the address under the name of the record's type ({@code {stall}}). A room contributes it as a bean.
 *
 * @param find by market and id
 * @param none the message where there is none (404)
 */
@NamedInterface("lookup")
public record MarketRecord<T>(Class<T> type, BiFunction<Market, UUID, Optional<T>> find, String none) {

    String variable() {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
