package vn.thucchat.economy.market.charges.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.AmountColumn;
import vn.thucchat.economy.market.charges.AmountSheet;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.register.web.Visible;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;

/** The month's charges of a market: asked for in bulk, and how they stand. */
@Controller
@RequestMapping("/markets/{code}")
record ChargeController(Charges charges, Markets markets, Stalls stalls, SheetFiles sheets, Pages pages) {

    private static final int CELLS = 50;

    @GetMapping("/charges")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View month(Actor actor, Texts t, @Visible Market market, @RequestParam(defaultValue = "") String month) {
        YearMonth of = month.isEmpty() ? YearMonth.from(markets.today()) : MarketLookup.month(month);
        Form<?> form = Form.blank(t, Map.of("due", of.atDay(20).toString()));
        return page(actor, t, market, of, form, HttpStatus.OK);
    }

    @PostMapping("/charges")
    @Allow(MarketRoles.MARKET_MANAGER)
    View ask(
            Actor actor,
            Texts t,
            @Managed Market market,
            Form<ChargesForm> form,
            @RequestParam(required = false) @Nullable MultipartFile sheet,
            Flash flash)
            throws IOException {
        YearMonth month = MarketLookup.month(form.text("month"));
        Charge.Kind kind = kind(form.text("kind"));
        boolean filed = sheet != null && !sheet.isEmpty();
        boolean each = kind != Charge.Kind.RENT && !filed;
        if (each && form.text("amount").isEmpty()) form = form.with("amount", "market.rent.fault");
        if (form.wrong()) return page(actor, t, market, month, form, HttpStatus.UNPROCESSABLE_CONTENT);
        ChargesForm typed = form.value();
        LocalDate due = typed.due();
        Charges.Asked asked;
        if (filed) {
            SheetImport<AmountColumn> read = sheets.read(sheet, AmountSheet.LIMITS, AmountColumn.class);
            Map<UUID, Long> amounts = AmountSheet.read(read, stalls.all(market));
            if (!read.errors().isEmpty()) {
                List<Fault> cells = read.errors().stream()
                        .limit(CELLS)
                        .map(error -> new Fault("sheet", error.said(t)))
                        .toList();
                return page(actor, t, market, month, form.withFaults(cells), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            asked = charges.ask(actor, market, month, kind, due, amounts);
        } else
            asked = kind == Charge.Kind.RENT
                    ? charges.rent(actor, market, month, due)
                    : charges.each(actor, market, month, kind, due, Objects.requireNonNull(typed.amount()));
        return switch (asked) {
            case Charges.Asked.Done done ->
                flash.then(
                        done.asked() == 0 ? "market.charges.none-new" : "market.charges.asked",
                        MarketLookup.path(market) + "/charges?month=" + month);
            case Charges.Asked.Wrong(var flaw) ->
                page(actor, t, market, month, form.with(List.of(flaw)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/charges/{id}/cancelled")
    @Allow(MarketRoles.MARKET_MANAGER)
    View cancel(Actor actor, @Managed Market market, @PathVariable UUID id, Flash flash) {
        Charge charge = charges.find(id).orElseThrow(() -> Problem.notFound("market.charge.none"));
        return flash.then(
                charges.cancel(actor, market, charge),
                "market.charge.is-cancelled",
                MarketLookup.path(market) + "/charges/" + YearMonth.from(charge.month()) + "/" + charge.kind());
    }

    private View page(Actor actor, Texts t, Market market, YearMonth month, Form<?> form, HttpStatus status) {
        return pages.show(
                "economy/market/charges/charges",
                new ChargesPage(
                        market,
                        month,
                        charges.standing(market, month),
                        markets.mayManage(actor, market),
                        form,
                        Stream.of(Charge.Kind.values())
                                .map(kind -> new Option(kind.name(), t.of("market.charge." + kind)))
                                .toList()),
                status);
    }

    static Charge.Kind kind(String kind) {
        return Stream.of(Charge.Kind.values())
                .filter(it -> it.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.bad("kind", "market.charge.kind.fault"));
    }
}
