package vn.thucchat.economy.market.charges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.money.cashdesk.CashReceipts;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.money.payments.PaymentsReceived;

/** Which charges were paid, heard of in the transaction that stores the money. */
@Component
class ChargePayments {

    private final ChargePaymentStore store;
    private final ChargeStore charges;
    private final Markets markets;
    private final ChargeFacts facts;
    private final CashReceipts receipts;

    ChargePayments(
            ChargePaymentStore store, ChargeStore charges, Markets markets, ChargeFacts facts, CashReceipts receipts) {
        this.store = store;
        this.charges = charges;
        this.markets = markets;
        this.facts = facts;
        this.receipts = receipts;
    }

    /** What the bank told and what it paid are known together. */
    @EventListener
    void received(PaymentsReceived event) {
        var complete = new LinkedHashMap<Payment.Paid, Payment>();
        for (Payment payment : event.payments()) {
            Payment.Paid what = payment.paid();
            if (what == null || !what.origin().equals(Charges.ORIGIN)) continue;
            if (what.creditedVnd() < 0) owedAgain(what.originId());
            else if (what.complete()) complete.putIfAbsent(what, payment);
        }
        if (complete.isEmpty()) return;
        Set<String> inCash = receipts.takenFor(
                complete.keySet().stream().map(Payment.Paid::code).toList());
        var paid = new ArrayList<ChargePaymentStore.Paid>();
        // a last đồng by transfer does not make cashless what was paid in cash before
        complete.forEach((what, payment) -> paid.add(new ChargePaymentStore.Paid(
                what.originId(),
                payment.day(),
                payment.kind().cashless() && !inCash.contains(what.code()) ? "cashless" : "cash")));
        List<Charge> done = charges.find(store.pay(paid));
        var known = new HashMap<UUID, Market>();
        for (Charge charge : done)
            facts.paid(
                    known.computeIfAbsent(
                            charge.market(), id -> markets.find(id).orElseThrow()),
                    charge);
    }

    /** A payment of it counts no more; one that was not paid in full is owed as before. */
    private void owedAgain(UUID id) {
        if (!store.lockPaid(id)) return;
        Charge charge = charges.find(List.of(id)).getFirst();
        facts.notPaid(markets.find(charge.market()).orElseThrow(), charge);
        store.unpay(charge);
    }
}
