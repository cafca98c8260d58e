package vn.thucchat.economy.market.till.web;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.Receipts;
import vn.thucchat.economy.market.till.Sale;
import vn.thucchat.economy.market.till.SaleSuggester;
import vn.thucchat.economy.market.till.Sales;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.StreamCursor;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.economy.market.till.TillHooks;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.money.webhooks.Webhook;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.QrImages;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;

/** The trader's phone: today's takings, a code for one sale, the days before. */
@Controller
record TillController(
        StallReceipts takings,
        StallHistory history,
        Sales sales,
        Receipts receipts,
        Charges charges,
        TillHooks hooks,
        SaleSuggester guesses,
        Banks banks,
        ObjectProvider<Demo> demo,
        InstantSource clock,
        Pages pages) {

    private static final int RECENT = 20;
    private static final BigDecimal MOST_VND = BigDecimal.TEN.pow(12);
    private static final String AMOUNT_FAULT = "till.amount.fault";

    private boolean playable(Till till) {
        return till.synthetic() && demo.stream().anyMatch(Demo::on);
    }

    @GetMapping("/market/stalls")
    @Allow(MarketRoles.TRADER)
    View mine(Actor actor) {
        List<Till> tills = takings.tills(actor);
        if (tills.size() == 1)
            return SeeOther.at("/market/stalls/" + tills.getFirst().stall());
        // whoever sells no more still reads the own book
        return pages.show(
                "economy/market/till/tills", new TillsPage(tills, tills.isEmpty() ? history.tills(actor) : List.of()));
    }

    @GetMapping("/market/stalls/{id}")
    @Allow(MarketRoles.TRADER)
    View till(@PathVariable UUID id, Actor actor) {
        return page(actor, till(actor, id), "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/market/stalls/{id}/sales")
    @Allow(MarketRoles.TRADER)
    View sell(@PathVariable UUID id, @RequestParam(defaultValue = "") String amount, Actor actor, Texts t) {
        Till till = till(actor, id);
        Parsed<BigDecimal> vnd = VietnameseNumbers.whole(amount).filter(n -> n.compareTo(MOST_VND) < 0, AMOUNT_FAULT);
        var sale = vnd.value().flatMap(meant -> sales.ask(till, meant.longValueExact()));
        if (sale.isPresent())
            return SeeOther.at("/market/stalls/" + id + "/sales/" + sale.get().code());
        var fault = vnd instanceof Parsed.Refused<?> why && !amount.isBlank()
                ? new FieldError("amount", why)
                : new FieldError("amount", AMOUNT_FAULT);
        return page(actor, till, amount, List.of(new Fault("amount", fault.text(t))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/market/stalls/{id}/sales/{code}")
    @Allow(MarketRoles.TRADER)
    View sale(@PathVariable UUID id, @PathVariable String code, Actor actor) {
        Till till = till(actor, id);
        StreamCursor seen = takings.now(till);
        Sale sale = sales.find(till, code).orElseThrow(() -> Problem.notFound("till.sale.none"));
        String qr = sale.state().enough() ? "" : QrImages.svg(sales.qr(sale));
        List<StallReceipts.Line> lines = takings.lines(sale.payments().reversed());
        return pages.show(
                "economy/market/till/sale",
                new SalePage(
                        till,
                        sale,
                        PaidTo.of(sales.account(sale), banks, takings.today()),
                        qr,
                        stream(till, seen),
                        lines,
                        receipts.codes(lines),
                        playable(till)));
    }

    private View page(Actor actor, Till till, String amount, List<Fault> faults, HttpStatus status) {
        // read before the lines: what comes between is shown twice to the script, which knows its id
        StreamCursor seen = takings.now(till);
        StallReceipts.Day today = takings.day(till, takings.today(), null, RECENT);
        String latest = today.lines().stream().findFirst().map(takings::spoken).orElse("");
        return pages.show(
                "economy/market/till/till",
                new TillPage(
                        till,
                        today,
                        receipts.codes(today.lines()),
                        stream(till, seen),
                        charges.owedBy(actor).size(),
                        unheard(till),
                        guesses.of(till),
                        amount,
                        faults,
                        clock.instant(),
                        playable(till),
                        Ids.next(clock),
                        latest),
                status);
    }

    private boolean unheard(Till till) {
        return hooks.of(till).stream().anyMatch(Webhook::troubled);
    }

    private Till till(Actor actor, UUID id) {
        return takings.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
    }

    private static String path(Till till) {
        return "/market/stalls/" + till.stall();
    }

    static String stream(Till till, StreamCursor seen) {
        return path(till) + "/payments?after=" + seen;
    }
}
