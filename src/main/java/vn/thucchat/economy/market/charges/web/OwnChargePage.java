package vn.thucchat.economy.market.charges.web;

import java.util.List;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.foundation.money.cashdesk.CashReceipt;

/**
 * @param owedVnd what is still missing, in đồng; 0 when it is paid or called off
 * @param qr the picture as SVG, empty when nothing is missing
 * @param receipts of what was paid in cash or Mobile Money, void ones too: their papers are in somebody's hand
 */
public record OwnChargePage(
        Charge charge,
        long owedVnd,
        String qr,
        String bank,
        String account,
        String holder,
        boolean synthetic,
        List<CashReceipt> receipts) {}
