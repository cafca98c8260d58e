package vn.thucchat.economy.market.charges.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.cashdesk.CashReceipts;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.papers.QrImages;

/** What traders owe their market, on their own phones: which cannot scan their own screens. */
@Controller
record OwnChargesController(
        Charges charges, Markets markets, ReceivingAccounts accounts, Banks banks, CashReceipts receipts, Pages pages) {

    private static final int PICTURE_PIXELS = 600;

    @GetMapping("/market/charges")
    @Allow(MarketRoles.TRADER)
    View list(Actor actor) {
        List<Charge> owed = charges.owedBy(actor);
        return pages.show(
                "economy/market/charges/own-charges",
                new OwnChargesPage(
                        owed, charges.owedVnd(owed), charges.paidBy(actor), markets.today(), actor.synthetic()));
    }

    @GetMapping("/market/charges/{id}")
    @Allow(MarketRoles.TRADER)
    View pay(@PathVariable UUID id, Actor actor) {
        Charge charge = own(actor, id);
        var account = accounts.find(charge.account()).orElseThrow();
        long owed = owedVnd(charge);
        return pages.show(
                "economy/market/charges/own-charge",
                new OwnChargePage(
                        charge,
                        owed,
                        owed == 0 ? "" : QrImages.svg(charges.payload(charge, owed)),
                        banks.name(account.bin(), markets.today()),
                        account.account(),
                        account.holder(),
                        actor.synthetic(),
                        receipts.receipts(charge.code())));
    }

    /** To be kept among the phone's pictures, from where every bank's app reads it. */
    @GetMapping("/market/charges/{id}/qr.png")
    @Allow(MarketRoles.TRADER)
    ResponseEntity<byte[]> picture(@PathVariable UUID id, Actor actor) {
        Charge charge = own(actor, id);
        long owed = owedVnd(charge);
        if (owed == 0) throw Problem.notFound("market.charge.none");
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + charge.code() + ".png\"")
                .body(QrImages.png(charges.payload(charge, owed), PICTURE_PIXELS));
    }

    private long owedVnd(Charge charge) {
        return Objects.requireNonNull(charges.owedVnd(List.of(charge)).get(charge.id()));
    }

    private Charge own(Actor actor, UUID id) {
        return charges.own(actor, id).orElseThrow(() -> Problem.notFound("market.charge.none"));
    }
}
