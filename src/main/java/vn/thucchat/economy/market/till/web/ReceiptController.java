package vn.thucchat.economy.market.till.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.till.Receipts;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.QrImages;

/** Receipts, open to whoever holds one. They do not say who paid. */
@Controller
class ReceiptController {

    private static final int PER_MINUTE = 60;
    private static final int LONGEST = 60;
    /** The number of a cash voucher, {@code TM-2026-000123}: its own code leads to it, as the number can be guessed. */
    private static final Pattern CASH = Pattern.compile("(?i)TM[\\s-]?\\d{4}");
    /** The address in the code of a cash voucher, as a phone reads it. */
    private static final Pattern CASH_ADDRESS = Pattern.compile("/money/receipts/[0-9a-f-]{36}");

    private final Receipts receipts;
    private final StallReceipts takings;
    private final Quota quota;
    private final Pages pages;
    private final String base;

    ReceiptController(
            Receipts receipts,
            StallReceipts takings,
            Quota quota,
            Pages pages,
            @Value("${thucchat.base-url}") String base) {
        this.receipts = receipts;
        this.takings = takings;
        this.quota = quota;
        this.pages = pages;
        this.base = base;
    }

    /** For whoever has the code on paper or on somebody else's screen. */
    @GetMapping("/receipts")
    @Allow(anyone = true)
    View search(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Texts t) {
        if (code.isBlank())
            return pages.show("economy/market/till/receipt-search", new ReceiptSearchPage("", List.of(), false));
        var cash = CASH_ADDRESS.matcher(code);
        if (cash.find()) return SeeOther.at(cash.group());
        if (CASH.matcher(code.strip()).lookingAt())
            return pages.show(
                    "economy/market/till/receipt-search", new ReceiptSearchPage(shown(code), List.of(), true));
        return find(code, request)
                .map(found -> SeeOther.at("/receipts/" + found.code()))
                .orElseGet(() -> none(code, request, t));
    }

    @GetMapping("/receipts/{code}")
    @Allow(anyone = true)
    View receipt(@PathVariable String code, Actor actor, HttpServletRequest request, Texts t) {
        return find(code, request).map(found -> shown(found, actor, t)).orElseGet(() -> none(code, request, t));
    }

    private Optional<Receipts.Receipt> find(String code, HttpServletRequest request) {
        quota.refuse(request, "receipts", PER_MINUTE);
        var found = receipts.find(code);
        if (found.isEmpty()) quota.count(request, "receipts");
        return found;
    }

    /** With what was typed, so that one sign can be put right. */
    private View none(String code, HttpServletRequest request, Texts t) {
        if (Pages.forProgram(request)) throw Problem.notFound("till.receipt.none");
        var fault = new Fault("code", t.of("till.receipt.none"));
        return pages.show(
                "economy/market/till/receipt-search",
                new ReceiptSearchPage(shown(code), List.of(fault), false),
                HttpStatus.NOT_FOUND);
    }

    private static String shown(String typed) {
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }

    private View shown(Receipts.Receipt receipt, Actor actor, Texts t) {
        return pages.show(
                "economy/market/till/receipt",
                new ReceiptPage(
                        receipt,
                        takings.line(receipt.payment()).orElse(null),
                        QrImages.svg(base + "/receipts/" + receipt.code()),
                        takings.own(actor, receipt.stall()),
                        false,
                        List.of(),
                        false,
                        Form.blank(t)));
    }
}
