package vn.thucchat.economy.market.charges.web;

import java.time.YearMonth;
import java.util.List;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * A month's charges of a market.
 *
 * @param manages whether the reader may ask
 */
public record ChargesPage(
        Market market,
        YearMonth month,
        List<Charge.Standing> standing,
        boolean manages,
        Form<?> form,
        List<Option> kinds) {}
