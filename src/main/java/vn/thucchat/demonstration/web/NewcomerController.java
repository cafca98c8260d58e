package vn.thucchat.demonstration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.demonstration.Buyer;
import vn.thucchat.demonstration.DemonstrationSignIn;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accounts.SignIns;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Period;

/** The demonstration's doors for newcomers: to be one of its people, and to be a buyer. There is none while it is off. */
@Controller
record NewcomerController(
        DemonstrationSignIn newcomers, Buyer buyer, Sessions sessions, Quota quota, InstantSource clock, Pages pages) {

    private static final int PER_MINUTE = 30;

    @PostMapping("/demonstration/sign-in")
    @Allow(anyone = true)
    View enter(
            @RequestParam(name = "as", defaultValue = "") String username,
            HttpServletRequest request,
            HttpServletResponse response) {
        quota.charge(request, PER_MINUTE);
        SignIns.Outcome outcome = newcomers
                .enter(username, request.getRemoteAddr())
                .orElseThrow(() -> Problem.notFound("demonstration.none"));
        if (!(outcome instanceof SignIns.Outcome.Welcome(var account))) return SeeOther.at("/sign-in");
        sessions.open(request, response, account, Factor.DEMONSTRATION);
        return SeeOther.at("/");
    }

    @GetMapping(Demo.BUYER)
    @Allow(anyone = true)
    View buyer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "false") boolean sent,
            Texts t) {
        if (!newcomers.on()) throw Problem.notFound("demonstration.none");
        return page(code, Form.blank(t, Map.of()), receipt, sent, HttpStatus.OK);
    }

    @PostMapping(Demo.BUYER)
    @Allow(anyone = true)
    View pay(Form<BuyerForm> form, HttpServletRequest request) throws IOException, InterruptedException {
        if (!newcomers.on()) throw Problem.notFound("demonstration.none");
        quota.charge(request, PER_MINUTE);
        String code = form.soFar().code();
        Buyer.Bill bill = buyer.bill(code).orElseThrow(() -> Problem.notFound("demonstration.buyer.nothing"));
        Long typed = bill.code().isEmpty() ? form.soFar().amount() : Long.valueOf(bill.amountVnd());
        if (typed == null) form = form.with("amount", "demonstration.buyer.amount.fault");
        if (form.wrong() || typed == null) return page(code, form, "", false, HttpStatus.UNPROCESSABLE_CONTENT);
        String receipt = buyer.pay(bill, form.value().way(), typed).orElse("");
        return SeeOther.at(Demo.BUYER + "?sent=true&receipt=" + receipt + "&code=" + bill.code());
    }

    private View page(String code, Form<?> form, String receipt, boolean sent, HttpStatus status) {
        Buyer.Bill bill = buyer.bill(code).orElse(null);
        if (bill != null && form.text("amount").isEmpty())
            form = form.with(Map.of("amount", Long.toString(bill.amountVnd())));
        Period half = Period.containing(BusinessTime.day(clock.instant()), Period.Grain.HALF);
        String known = receipt.matches("[0-9A-Z-]{1,60}") ? receipt : "";
        return pages.show(
                "demonstration/buyer",
                new BuyerPage(bill, form, known, sent, "/figures/market-4.0-value/19/" + half),
                status);
    }
}
