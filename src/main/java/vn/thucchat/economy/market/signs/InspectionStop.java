package vn.thucchat.economy.market.signs;

/**
 * A stall whose sign an inspection round has still to read.
 *
 * @param zone the name of its zone
 * @param goods what is sold there; may be empty
 */
public record InspectionStop(String number, String zone, String goods) {}
