package vn.thucchat.economy.market.charges.web;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.register.Market;

/** The charges of a month and kind, stall by stall. */
public record ChargeListPage(
        Market market,
        YearMonth month,
        Charge.Kind kind,
        List<Charge> charges,
        @Nullable String notices,
        boolean manages,
        @Nullable String next) {}
