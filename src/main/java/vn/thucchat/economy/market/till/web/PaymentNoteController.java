package vn.thucchat.economy.market.till.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.PaymentNote;
import vn.thucchat.economy.market.till.PaymentNotes;
import vn.thucchat.economy.market.till.Receipts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Problem;

/** Takes what a trader writes beside a payment, and how a refund that its buyer asked for went. */
@Controller
record PaymentNoteController(Payments payments, Receipts receipts, PaymentNotes notes) {

    @PostMapping("/market/acts/payments/{id}/notes")
    @Allow(MarketRoles.TRADER)
    View add(
            @PathVariable UUID id,
            @RequestParam PaymentNote.Kind kind,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Flash flash) {
        var receipt = payments.find(id).flatMap(receipts::of).orElseThrow(() -> Problem.notFound("till.receipt.none"));
        return flash.then(notes.add(actor, receipt, kind, text), "till.note.done", "/market/acts/payments/" + id);
    }
}
