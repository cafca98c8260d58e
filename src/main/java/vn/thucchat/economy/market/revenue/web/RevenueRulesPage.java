package vn.thucchat.economy.market.revenue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.revenue.RevenueRule;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;

/** @param form to state another, for whoever may; null: nobody here may */
public record RevenueRulesPage(
        List<RevenueRule> rules, @Nullable Form<?> form, List<Fault> faults) {}
