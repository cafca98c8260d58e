package vn.thucchat.foundation.money.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Somebody who tells us what arrived on accounts; what they prove themselves with is kept apart, sealed.
 *
 * @param id in the address that they send to: 3 to 40 small letters, digits and hyphens
 * @param unit whose books it serves
 * @param closedAt since when nothing is taken from it; null: open
 */
public record Connection(
        String id,
        Provider provider,
        UnitCode unit,
        String name,
        boolean synthetic,
        Instant openedAt,
        @Nullable Instant closedAt) {

    public boolean open() {
        return closedAt == null;
    }
}
