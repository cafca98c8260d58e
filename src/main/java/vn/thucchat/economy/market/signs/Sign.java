package vn.thucchat.economy.market.signs;

import java.util.UUID;

/**
 * The sign that a stall shows to buyers.
 *
 * @param account the number at the bank
 * @param payload the text of its VietQR code: for many uses, without an amount
 * @param mark six signs that only this platform can make for this stall and this account
 */
public record Sign(
        UUID stall,
        String number,
        String zone,
        String trader,
        String bank,
        String account,
        String holder,
        String payload,
        String mark) {}
