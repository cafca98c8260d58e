package vn.thucchat.foundation.money.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: đồng from one of its accounts to another. One row for both sides, so that none can be without
 * the other.
 *
 * @param account our number of the receiving account whose books these are
 * @param debit what grows by it, {@code credit} what it comes from: see {@link Ledger}
 * @param key made by whoever books it, so that it is booked once
 * @param movement the number of the movement that caused it, or null
 * @param by who decided it; null: the platform
 */
public record Transfer(
        int account,
        UUID id,
        Instant at,
        String debit,
        String credit,
        long amountVnd,
        String key,
        @Nullable Long movement,
        @Nullable UUID by,
        String note) {}
