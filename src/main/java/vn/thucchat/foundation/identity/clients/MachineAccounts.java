package vn.thucchat.foundation.identity.clients;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Credentials;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.units.Units;

/**
 * Finds the accounts by which clients call our API in their own name: made like any other, given roles like any other, and
 * never signed in with. An account that a person signs in with, or was sent a link for, is none, so that no program acts under
 * a person's name. It is asked again at each use: an account may become a person's.
 */
@Service
public class MachineAccounts {

    private final Accounts accounts;
    private final Credentials credentials;
    private final AccountFactors factors;
    private final List<SignInWays> ways;
    private final Units units;

    MachineAccounts(
            Accounts accounts, Credentials credentials, AccountFactors factors, List<SignInWays> ways, Units units) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.factors = factors;
        this.ways = ways;
        this.units = units;
    }

    /** The account of a username, as far as an administrator may give it to a client. */
    public Optional<UUID> find(Actor actor, String username) {
        if (username.isBlank() || !units.heldInProvince(actor, Roles.ADMINISTRATOR)) return Optional.empty();
        return accounts.find(username.strip())
                .filter(account -> account.synthetic() == actor.synthetic())
                .filter(this::fit)
                .map(Account::id);
    }

    /** Whether nobody signs in with the account: it is enabled, and has no password, code, passkey, open link or other provider's name. */
    public boolean fit(Account account) {
        UUID id = account.id();
        return !account.disabled()
                && !accounts.hasPassword(id)
                && factors.devices(id).isEmpty()
                && !credentials.invited(id)
                && ways.stream().allMatch(one -> one.of(id, false).isEmpty());
    }

    /** Whether a client names no account, or one that is fit. */
    boolean fits(Client client) {
        UUID machine = client.calls().machine();
        return machine == null || accounts.find(machine).filter(this::fit).isPresent();
    }

    /** The name of an account, for pages. */
    public String name(UUID account) {
        return accounts.find(account).map(Account::username).orElse("");
    }
}
