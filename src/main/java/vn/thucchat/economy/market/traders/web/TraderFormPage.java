package vn.thucchat.economy.market.traders.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/** @param trader null for a new one */
public record TraderFormPage(Market market, @Nullable Trader trader, String action, Form<?> form, List<Option> kinds) {}
