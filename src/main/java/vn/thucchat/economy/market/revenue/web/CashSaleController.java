package vn.thucchat.economy.market.revenue.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.revenue.CashSale;
import vn.thucchat.economy.market.revenue.CashSales;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;

/** Takes the cash of a sale that a trader typed in, and takes it back. */
@Controller
record CashSaleController(CashSales cash, StallReceipts stalls, Pages pages) {

    private static final String AMOUNT_FAULT = "revenue.cash.fault";
    /** What does not fit the book is refused there; what does not fit a number, here. */
    private static final BigDecimal LARGE_VND = BigDecimal.TEN.pow(12);

    /** @param key made by the phone for this sale */
    @PostMapping("/market/stalls/{id}/cash")
    @Allow(MarketRoles.TRADER)
    View take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam UUID key,
            Actor actor,
            Texts t,
            Flash flash) {
        Till till = stalls.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
        Parsed<BigDecimal> typed =
                VietnameseNumbers.whole(amount).filter(n -> n.compareTo(LARGE_VND) < 0, AMOUNT_FAULT);
        BigDecimal meant = typed.orNull();
        if (meant == null) {
            var error = typed instanceof Parsed.Refused<?> why && !amount.isBlank()
                    ? new FieldError("amount", why)
                    : new FieldError("amount", AMOUNT_FAULT);
            return again(till, amount, key, error.text(t));
        }
        return switch (cash.enter(actor, id, meant.longValueExact(), key)) {
            case CashSales.Entered.Added _ ->
                flash.then("revenue.cash.done", List.of(meant.intValueExact()), "/market/stalls/" + id);
            case CashSales.Entered.Before(CashSale sale) ->
                flash.then(
                        sale.takenBack() ? "revenue.cash.before-taken-back" : "revenue.cash.before",
                        List.of(meant.intValueExact()),
                        "/market/stalls/" + id);
            case CashSales.Entered.Refused(Result.Invalid(var errors)) ->
                again(till, amount, key, errors.getFirst().text(t));
            case CashSales.Entered.Refused(Result why) -> throw why.problem();
        };
    }

    private View again(Till till, String amount, UUID key, String fault) {
        return pages.show(
                "economy/market/revenue/cash",
                new CashSalePage(till, amount, key, List.of(new Fault("amount", fault))),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/market/stalls/{id}/cash/{entry}/taken-back")
    @Allow(MarketRoles.TRADER)
    View takeBack(
            @PathVariable UUID id, @PathVariable UUID entry, @RequestParam String month, Actor actor, Flash flash) {
        // read first: nothing is taken back by what cannot be read
        String back = "/market/stalls/" + id + "/book?month=" + RevenueController.month(month);
        return flash.then(cash.takeBack(actor, id, entry), "revenue.cash.taken-back", back);
    }
}
