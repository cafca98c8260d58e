package vn.thucchat.economy.market.web;

import vn.thucchat.economy.market.Receipts;

/**
 * @param qr the picture that leads back to it, as SVG
 * @param evidence shown as the act behind a figure, not as a receipt that somebody holds
 */
public record ReceiptPage(Receipts.Receipt receipt, String qr, boolean evidence) {}
