package vn.thucchat.economy.market.signs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's walk through a market to look at all signs.
 *
 * @param stalls how many have a sign to look at, {@code seen} of them looked at
 * @param wrong stalls whose last reading was not of their own sign
 * @param closedAt null while it goes on
 */
public record InspectionRound(
        UUID market,
        UUID id,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        int stalls,
        int seen,
        int wrong) {

    /**
     * What a round had found by an instant.
     *
     * @param wrong stalls whose sign was not their own when last read, {@code pasted} of them lead the money away
     */
    public record Standing(UUID round, Instant openedAt, int wrong, int pasted) {}
}
