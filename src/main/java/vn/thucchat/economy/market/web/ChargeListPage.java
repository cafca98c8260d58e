package vn.thucchat.economy.market.web;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.Charge;
import vn.thucchat.economy.market.Market;

/** The charges of a month and kind, stall by stall. */
public record ChargeListPage(
        Market market,
        YearMonth month,
        Charge.Kind kind,
        List<Charge> charges,
        @Nullable String notices,
        boolean manages,
        @Nullable String next) {}
