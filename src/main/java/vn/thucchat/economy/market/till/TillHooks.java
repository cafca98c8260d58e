package vn.thucchat.economy.market.till;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethodStore;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.webhooks.Webhook;
import vn.thucchat.foundation.money.webhooks.Webhooks;

/** The software of traders that is told what comes in at their stalls. */
@Service
public class TillHooks {

    private final Webhooks webhooks;
    private final PaymentMethodStore acceptances;

    TillHooks(Webhooks webhooks, PaymentMethodStore acceptances) {
        this.webhooks = webhooks;
        this.acceptances = acceptances;
    }

    public List<Webhook> of(Till till) {
        return webhooks.of(till.numbers());
    }

    /** One of the stall's accounts, as long as it has not ended. */
    public Optional<Webhook> find(Till till, UUID id) {
        return of(till).stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    /** An account that no stall is paid on any more belongs to nobody here: nobody could see where it is told of. */
    void ended(Actor actor, Collection<PaymentMethod> ended) {
        var accounts = new HashSet<>(ended.stream()
                .map(PaymentMethod::account)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        if (accounts.isEmpty()) return;
        acceptances.served(accounts).stream()
                .filter(served -> served.toOn() == null)
                .forEach(served -> accounts.remove(served.account()));
        for (Webhook webhook : webhooks.of(accounts)) webhooks.end(actor, webhook);
    }
}
