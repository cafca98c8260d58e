package vn.thucchat.economy.market.overview.web;

/**
 * The name of a zone as a person types it.
 *
 * @param zone of a new one
 * @param name of one that is renamed
 */
record ZoneForm(String zone, String name) {}
