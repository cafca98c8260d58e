package vn.thucchat.economy.market.overview;

import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.RoomFormulas;

/** The formulas of a market's numbers: those of the indicators of Market 4.0, and some that only its pages show. */
final class MarketFormulas {

    private static final RoomFormulas INDICATORS = RoomFormulas.of("market");

    static final Formula RUNNING = INDICATORS.formula("market-4.0-markets");
    static final Formula CERTIFIED = INDICATORS.formula("market-4.0-certified");
    static final Formula TRADERS = INDICATORS.formula("market-4.0-traders");
    static final Formula STALLS_READY = INDICATORS.formula("market-4.0-stalls-with-qr");
    static final Formula STALLS_PAID = INDICATORS.formula("market-4.0-stalls-active");
    static final Formula PAYMENTS = INDICATORS.formula("market-4.0-payments");
    static final Formula RECEIVED_VND = INDICATORS.formula("market-4.0-value");
    static final Formula CHARGES_CASHLESS = INDICATORS.formula("market-4.0-charges-cashless");

    static final Formula CHARGED_STALLS = Formula.of("subjects(market.charge-paid)");
    static final Formula CASHLESS = Formula.of("count(market.charge-paid; channel=cashless)");
    static final Formula CASHLESS_VND = Formula.of("amount(market.charge-paid; channel=cashless)");
    static final Formula CASH = Formula.of("count(market.charge-paid; channel=cash)");
    static final Formula CASH_VND = Formula.of("amount(market.charge-paid; channel=cash)");
    static final Formula JOINED = Formula.of("count(market.trader-joined)");
    static final Formula LEFT = Formula.of("count(market.trader-left)");
    static final Formula STALLS_EQUIPPED = Formula.of("subjects(market.stall-equipped)");

    private MarketFormulas() {}
}
