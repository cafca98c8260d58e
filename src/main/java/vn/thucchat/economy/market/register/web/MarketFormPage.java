package vn.thucchat.economy.market.register.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * The form of a market.
 *
 * @param market null for one to be opened
 * @param communes to choose from; empty where there are too many for a list
 */
public record MarketFormPage(
        @Nullable Market market,
        String action,
        Form<?> form,
        List<Option> communes,
        List<Option> classes,
        List<Option> connections,
        List<Option> banks) {}
