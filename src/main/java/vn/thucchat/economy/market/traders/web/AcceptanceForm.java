package vn.thucchat.economy.market.traders.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;

/** A way to be paid at a stall as a person types it; by VietQR where nothing else is chosen. */
record AcceptanceForm(PaymentMethod.@Nullable Kind kind, String label, String bin, String account, String holder) {

    PaymentMethods.Draft draft() {
        boolean bank = kind == null || kind == PaymentMethod.Kind.VIETQR;
        return new PaymentMethods.Draft(
                kind == null ? PaymentMethod.Kind.VIETQR : kind,
                label,
                bank ? new AccountsOfMarket.Draft(bin, account, holder) : null);
    }
}
