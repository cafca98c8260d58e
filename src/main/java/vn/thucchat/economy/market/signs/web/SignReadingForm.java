package vn.thucchat.economy.market.signs.web;

/**
 * What an inspection found at a stall, as a person types it.
 *
 * @param number of the stall
 * @param text of the code on the sign
 * @param missing {@code true} where there is no sign
 */
record SignReadingForm(String number, String text, String missing) {}
