package vn.thucchat.economy.market.revenue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Cash that a trader typed in.
 *
 * @param day of the book
 * @param at when it was typed
 * @param takenBack whether a later entry took the whole of it back
 */
public record CashSale(UUID id, UUID stall, LocalDate day, Instant at, long amountVnd, boolean takenBack) {}
