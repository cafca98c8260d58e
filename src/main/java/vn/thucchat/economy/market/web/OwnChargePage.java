package vn.thucchat.economy.market.web;

import vn.thucchat.economy.market.Charge;

/**
 * @param owedVnd what is still missing, in đồng; 0 when it is paid or called off
 * @param qr the picture as SVG, empty when nothing is missing
 */
public record OwnChargePage(
        Charge charge, long owedVnd, String qr, String bank, String account, String holder, boolean synthetic) {}
