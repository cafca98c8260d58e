package vn.thucchat.economy.market.register.web;

/**
 * What a list of stalls or traders is asked for.
 *
 * @param q words to search for
 * @param zone of stalls
 * @param bare {@code true}: only stalls without a way to pay
 * @param left {@code true}: traders who left, too
 * @param after the last of the part before: a stall's number or a trader's id
 */
record StallTraderFilter(String q, String zone, String bare, String left, String after) {

    static final StallTraderFilter ALL = new StallTraderFilter("", "", "", "", "");
}
