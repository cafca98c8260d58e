package vn.thucchat.demonstration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.demonstration.Buyer;
import vn.thucchat.demonstration.DemonstrationSignIn;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Quota;
import vn.thucchat.foundation.identity.Sessions;
import vn.thucchat.foundation.identity.SignIns;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;
import vn.thucchat.steering.indicators.definitions.Period;

/** The demonstration's doors for newcomers: to be one of its people, and to be a buyer. There is none while it is off. */
@Controller
class NewcomerController {

    private static final int PER_MINUTE = 30;
    private static final long LEAST_VND = 1_000;
    private static final long MOST_VND = 499_999_999;

    private final DemonstrationSignIn newcomers;
    private final Buyer buyer;
    private final Sessions sessions;
    private final Quota quota;
    private final InstantSource clock;
    private final Pages pages;

    NewcomerController(
            DemonstrationSignIn newcomers,
            Buyer buyer,
            Sessions sessions,
            Quota quota,
            InstantSource clock,
            Pages pages) {
        this.newcomers = newcomers;
        this.buyer = buyer;
        this.sessions = sessions;
        this.quota = quota;
        this.clock = clock;
        this.pages = pages;
    }

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
        sessions.open(request, response, account);
        return SeeOther.at("/");
    }

    @GetMapping(Demo.BUYER)
    @Allow(anyone = true)
    View buyer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "false") boolean sent) {
        if (!newcomers.on()) throw Problem.notFound("demonstration.none");
        return page(code, "", receipt, sent, List.of(), HttpStatus.OK);
    }

    @PostMapping(Demo.BUYER)
    @Allow(anyone = true)
    View pay(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam Buyer.Way way,
            HttpServletRequest request,
            Texts t)
            throws IOException, InterruptedException {
        if (!newcomers.on()) throw Problem.notFound("demonstration.none");
        quota.charge(request, PER_MINUTE);
        Buyer.Bill bill = buyer.bill(code).orElseThrow(() -> Problem.notFound("demonstration.buyer.nothing"));
        long vnd = bill.code().isEmpty() ? amount(amount).orElse(0L) : bill.amountVnd();
        if (vnd < LEAST_VND || vnd > MOST_VND) {
            var fault = new Fault("amount", t.of("demonstration.buyer.amount.fault"));
            return page(code, amount, "", false, List.of(fault), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String receipt = buyer.pay(bill, way, vnd).orElse("");
        return SeeOther.at(Demo.BUYER + "?sent=true&receipt=" + receipt + "&code=" + bill.code());
    }

    private View page(String code, String amount, String receipt, boolean sent, List<Fault> faults, HttpStatus status) {
        Buyer.Bill bill = buyer.bill(code).orElse(null);
        String typed = amount.isEmpty() && bill != null ? Long.toString(bill.amountVnd()) : amount;
        Period half = Period.containing(BusinessTime.day(clock.instant()), Period.Grain.HALF);
        String known = receipt.matches("[0-9A-Z-]{1,60}") ? receipt : "";
        return pages.show(
                "demonstration/buyer",
                new BuyerPage(bill, typed, known, sent, "/figures/market-4.0-value/19/" + half, faults),
                status);
    }

    private static Optional<Long> amount(String typed) {
        return VietnameseNumbers.whole(typed)
                .value()
                .filter(number -> number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 12)
                .map(java.math.BigDecimal::longValueExact);
    }
}
