package vn.thucchat.economy.market.till;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.traders.AccountsReleased;
import vn.thucchat.foundation.money.webhooks.Webhook;
import vn.thucchat.foundation.money.webhooks.Webhooks;

/** The software of traders that is told what comes in at their stalls. */
@Service
public class TillHooks {

    private final Webhooks webhooks;

    TillHooks(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    public List<Webhook> of(Till till) {
        return webhooks.of(till.numbers());
    }

    /** One of the stall's accounts, as long as it has not ended. */
    public Optional<Webhook> find(Till till, UUID id) {
        return of(till).stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    /** An account that no stall is paid on any more belongs to nobody here: nobody could see where it is told of. */
    @EventListener
    void released(AccountsReleased event) {
        for (Webhook webhook : webhooks.of(event.accounts())) webhooks.end(event.by(), webhook);
    }
}
