package vn.thucchat.economy.market.till.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.PaymentNote;
import vn.thucchat.economy.market.till.PaymentNotes;
import vn.thucchat.economy.market.till.Receipts;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** The payments behind the figures, with what traders write beside them and how refunds that buyers ask for went. */
@Controller
record PaymentNoteController(
        Payments payments,
        Receipts receipts,
        StallReceipts takings,
        PaymentNotes notes,
        InstantSource clock,
        Pages pages) {

    /** What a trader takes is the trader's business: only those see it who answer for the figures. */
    @GetMapping("/market/acts/payments/{id}")
    @Allow({Roles.EVIDENCE_READER, PaymentRoles.ACCOUNTANT, MarketRoles.MARKET_MANAGER, MarketRoles.TRADER})
    View act(@PathVariable UUID id, Actor actor, Texts t) {
        return show(actor, find(id, actor), Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/market/acts/payments/{id}/notes")
    @Allow({MarketRoles.TRADER, MarketRoles.MARKET_MANAGER})
    View add(@PathVariable UUID id, Form<NoteForm> form, Actor actor, Flash flash) {
        var receipt = find(id, actor);
        return form.answer(
                note -> notes.add(actor, receipt, note.kind(), note.text(), note.key()),
                _ -> flash.then("till.note.done", "/market/acts/payments/" + id),
                (wrong, status) -> show(actor, receipt, wrong, status));
    }

    private Receipts.Receipt find(UUID id, Actor actor) {
        return payments.find(id)
                .flatMap(receipts::of)
                .filter(found -> takings.maySee(actor, found.stall()))
                .orElseThrow(() -> Problem.notFound("till.receipt.none"));
    }

    /** With a new key: nothing was written down under the former one, or other words were. */
    private View show(Actor actor, Receipts.Receipt receipt, Form<?> form, HttpStatus status) {
        List<PaymentNote> written = notes.of(actor, receipt);
        return pages.show(
                "economy/market/till/receipt",
                new ReceiptPage(
                        receipt,
                        takings.line(receipt.payment()).orElse(null),
                        "",
                        takings.own(actor, receipt.stall()),
                        true,
                        written,
                        PaymentNote.refundOpen(written) && notes.endsForTrader(actor, receipt.stall()),
                        form.with(Map.of("key", Ids.next(clock).toString()))),
                status);
    }
}
