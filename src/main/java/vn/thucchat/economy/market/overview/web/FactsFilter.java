package vn.thucchat.economy.market.overview.web;

/**
 * Which facts of a market are asked for.
 *
 * @param kind the code of a kind of fact
 * @param from the first day; all before too where there is none
 * @param to the last day; today where there is none
 * @param channel how was paid: {@code cash}, {@code cashless}, {@code vietqr}
 * @param after the last of the part before
 */
record FactsFilter(String kind, String from, String to, String channel, String after) {}
