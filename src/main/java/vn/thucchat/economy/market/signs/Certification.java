package vn.thucchat.economy.market.signs;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a market was found to fulfil all criteria, until it was revoked. */
public record Certification(
        UUID market,
        UUID id,
        LocalDate fromOn,
        String by,
        @Nullable LocalDate revokedOn,
        @Nullable String reason) {}
