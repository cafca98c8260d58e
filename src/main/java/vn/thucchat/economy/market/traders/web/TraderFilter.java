package vn.thucchat.economy.market.traders.web;

/**
 * What a list of traders is asked for.
 *
 * @param q words to search for
 * @param left {@code true}: traders who left, too
 * @param after the id of the last trader of the part before
 */
record TraderFilter(String q, String left, String after) {

    static final TraderFilter ALL = new TraderFilter("", "", "");
}
