package vn.thucchat.economy.market.web;

import vn.thucchat.economy.market.Sale;
import vn.thucchat.economy.market.Till;

/** @param qr the picture as SVG; {@code stream} where what comes is told */
public record SalePage(Till till, Sale sale, String qr, String stream) {}
