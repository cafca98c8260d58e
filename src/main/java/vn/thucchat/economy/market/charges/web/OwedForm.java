package vn.thucchat.economy.market.charges.web;

/**
 * Which charges are looked for.
 *
 * @param q words, of a stall or a trader
 * @param market a market's code
 * @param after the last charge of the page before; where nothing is looked for, its last market's code
 */
record OwedForm(String q, String market, String after) {}
