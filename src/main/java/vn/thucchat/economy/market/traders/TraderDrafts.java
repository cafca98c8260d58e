package vn.thucchat.economy.market.traders;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.FieldError;

/** Checks what a form or a sheet says of a trader, and makes the record that is stored, with personal data sealed. */
@Component
public class TraderDrafts {

    private final TraderSeal seal;
    private final Accounts accounts;
    private final Access access;
    private final InstantSource clock;

    TraderDrafts(TraderSeal seal, Accounts accounts, Access access, InstantSource clock) {
        this.seal = seal;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** All that is wrong with what is asked to be kept, so that a form can tell it beside what cannot be read. */
    public List<FieldError> faults(Market market, Traders.Draft draft) {
        var faults = new ArrayList<FieldError>();
        if (draft.joinedOn().isAfter(BusinessTime.day(clock.instant())))
            faults.add(new FieldError("joined", "market.future.fault"));
        if (!draft.username().isBlank() && account(market, draft.username()) == null)
            faults.add(new FieldError("username", "market.username.fault"));
        TraderReading.of(draft, faults);
        return faults;
    }

    TraderStore.Kept kept(Market market, UUID id, Traders.Draft draft, TraderStore.@Nullable Kept before) {
        var read = TraderReading.of(draft, new ArrayList<>());
        var trader = new Trader(
                market.id(),
                id,
                draft.kind(),
                draft.name().strip(),
                read.taxCode(),
                account(market, draft.username()),
                before == null ? draft.joinedOn() : before.trader().joinedOn(),
                before == null ? null : before.trader().leftOn(),
                market.synthetic());
        return seal.close(trader, read, before);
    }

    /** Only somebody whom an administrator made a trader there: the account will see the stall's takings. */
    private @Nullable UUID account(Market market, String username) {
        return accounts.actor(username.strip())
                .filter(actor ->
                        access.may(actor, MarketRoles.TRADER, market.unit().value(), market.synthetic())
                                && actor.synthetic() == market.synthetic())
                .map(Actor::account)
                .orElse(null);
    }
}
