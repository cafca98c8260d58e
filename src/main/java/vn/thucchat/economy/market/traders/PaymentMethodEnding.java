package vn.thucchat.economy.market.traders;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.StallClosed;
import vn.thucchat.foundation.identity.access.Actor;

/** Ends ways to pay with all that follows: facts, and the accounts that become nobody's. */
@Component
class PaymentMethodEnding {

    private final PaymentMethodStore store;
    private final Markets markets;
    private final TraderFacts facts;
    private final ApplicationEventPublisher events;

    PaymentMethodEnding(
            PaymentMethodStore store, Markets markets, TraderFacts facts, ApplicationEventPublisher events) {
        this.store = store;
        this.markets = markets;
        this.facts = facts;
        this.events = events;
    }

    /** Whoever bought there can pay there no more. */
    @EventListener
    void closed(StallClosed event) {
        List<PaymentMethod> open = store.ofStall(event.market().id(), event.stall()).stream()
                .filter(method -> method.toOn() == null)
                .toList();
        end(event.by(), event.market(), open, List.of());
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
