package vn.thucchat.economy.market.register;

import java.util.UUID;

/**
 * A part of a market: fish, vegetables, clothes.
 *
 * @param stalls how many stalls it has that are open
 */
public record Zone(UUID market, UUID id, String name, int sort, int stalls) {}
