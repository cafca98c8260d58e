package vn.thucchat.economy.market.register.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/** @param stall null for a new one */
public record StallFormPage(Market market, @Nullable Stall stall, String action, Form<?> form, List<Option> zones) {}
