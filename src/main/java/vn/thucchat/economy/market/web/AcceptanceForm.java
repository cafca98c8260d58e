package vn.thucchat.economy.market.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.Acceptance;
import vn.thucchat.economy.market.Acceptances;
import vn.thucchat.economy.market.AccountsOfMarket;

/** A way to be paid at a stall as a person types it; by VietQR where nothing else is chosen. */
record AcceptanceForm(Acceptance.@Nullable Kind kind, String label, String bin, String account, String holder) {

    Acceptances.Draft draft() {
        boolean bank = kind == null || kind == Acceptance.Kind.VIETQR;
        return new Acceptances.Draft(
                kind == null ? Acceptance.Kind.VIETQR : kind,
                label,
                bank ? new AccountsOfMarket.Draft(bin, account, holder) : null);
    }
}
