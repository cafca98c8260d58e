package vn.thucchat.economy.market.register;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;

/** Ends ways to pay with all that follows: facts, and the accounts that become nobody's. */
@Component
class PaymentMethodEnding {

    private final PaymentMethodStore store;
    private final Markets markets;
    private final MarketFacts facts;
    private final ApplicationEventPublisher events;

    PaymentMethodEnding(
            PaymentMethodStore store, Markets markets, MarketFacts facts, ApplicationEventPublisher events) {
        this.store = store;
        this.markets = markets;
        this.facts = facts;
        this.events = events;
    }

    /**
     * Today is their last day; in the caller's transaction.
     *
     * @param left what the stalls can still be paid by
     */
    void end(Actor actor, Market market, Collection<PaymentMethod> ended, Collection<PaymentMethod> left) {
        store.end(market.id(), ended.stream().map(PaymentMethod::id).toList(), markets.today());
        facts.ended(market, ended, left, markets.today());
        Set<Integer> released = new TreeSet<>();
        for (PaymentMethod one : ended) if (one.account() != null) released.add(one.account());
        if (released.isEmpty()) return;
        store.served(released).stream()
                .filter(served -> served.toOn() == null)
                .forEach(served -> released.remove(served.account()));
        if (!released.isEmpty()) events.publishEvent(new AccountsReleased(actor, released));
    }
}
