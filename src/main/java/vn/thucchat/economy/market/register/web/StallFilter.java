package vn.thucchat.economy.market.register.web;

/**
 * What a list of stalls is asked for.
 *
 * @param q words to search for
 * @param bare {@code true}: only stalls without a way to pay
 * @param after the number of the last stall of the part before
 */
record StallFilter(String q, String zone, String bare, String after) {

    static final StallFilter ALL = new StallFilter("", "", "", "");
}
