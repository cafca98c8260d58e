package vn.thucchat.foundation.identity.clients;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.units.Units;

/**
 * Finds the accounts by which clients call our API in their own name: made like any other, given roles like any other, and
 * never signed in with. An account that a person signs in with is none, so that no program acts under a person's name.
 */
@Service
public class MachineAccounts {

    private final Accounts accounts;
    private final Units units;

    MachineAccounts(Accounts accounts, Units units) {
        this.accounts = accounts;
        this.units = units;
    }

    /** The account of a username, as far as an administrator may give it to a client. */
    public Optional<UUID> find(Actor actor, String username) {
        if (username.isBlank() || !units.heldInProvince(actor, Roles.ADMINISTRATOR)) return Optional.empty();
        return accounts.find(username.strip())
                .filter(account -> account.synthetic() == actor.synthetic())
                .filter(account -> !account.disabled() && !accounts.hasPassword(account.id()))
                .map(Account::id);
    }

    /** The name of an account, for pages. */
    public String name(UUID account) {
        return accounts.find(account).map(Account::username).orElse("");
    }
}
