package vn.thucchat.economy.market.signs;

/**
 * A stall on the way of an inspection round whose sign was not read yet.
 *
 * @param zone the name of its zone
 * @param goods what is sold there; may be empty
 */
public record InspectionStop(String number, String zone, String goods) {}
