package vn.thucchat.economy.market.register.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.economy.market.register.Market;

/**
 * A kind of record of a market that handlers take as an argument: one of the market that stands before it among the
 * arguments, by the id in the address under the name of its type ({@code {stall}}). A room contributes it as a bean.
 *
 * @param find by market and id
 * @param none the message where there is none (404)
 */
@NamedInterface("lookup")
public record MarketPart<T>(Class<T> type, BiFunction<Market, UUID, Optional<T>> find, String none) {

    String variable() {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
