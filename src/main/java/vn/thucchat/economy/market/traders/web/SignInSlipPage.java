package vn.thucchat.economy.market.traders.web;

import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.traders.Trader;

/**
 * What a trader signs in with, shown once and printed as a slip.
 *
 * @param address where to sign in, {@code qr} a picture of it
 */
public record SignInSlipPage(
        Market market, Trader trader, String username, String password, String address, String qr) {}
