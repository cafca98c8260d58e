package vn.thucchat.economy.market.signs.web;

/**
 * What a person types about a criterion or a certificate; the note of a criterion is named after it ({@code note-3}).
 *
 * @param reason why a certificate is revoked
 */
record CertificationForm(String reason) {}
