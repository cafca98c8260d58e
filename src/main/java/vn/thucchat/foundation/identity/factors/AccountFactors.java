package vn.thucchat.foundation.identity.factors;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Accounts;

/** Says by what the owner of an account can prove who they are, so that nobody is asked for what they have not. */
@Service
public class AccountFactors {

    private final Accounts accounts;
    private final List<OwnedFactor> kinds;

    private final InstantSource clock;

    AccountFactors(Accounts accounts, List<OwnedFactor> kinds, InstantSource clock) {
        this.accounts = accounts;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * Whether somebody proved no longer ago who they are: by a passkey or a code, of who has one. Demonstration accounts,
     * whose password everybody knows, prove nothing by it and are asked for none.
     */
    public boolean recent(SignedIn person, Duration age) {
        if (person.getPrincipal().synthetic() && !person.codeSet()) return true;
        Instant now = clock.instant();
        return person.assurance().deviceWithin(age, now)
                || (!person.codeSet()
                        && person.assurance().within(age, now)
                        && devices(person.getPrincipal().account()).isEmpty());
    }

    /** The kinds that the account has: {@code PASSWORD}, {@code CODE}, {@code PASSKEY}. */
    public Set<Factor> of(UUID account) {
        Set<Factor> all = devices(account);
        if (accounts.hasPassword(account)) all.add(Factor.PASSWORD);
        return all;
    }

    /**
     * The kinds by which the owner proves it again: by what they have when they have something; a password alone, which
     * somebody else may know, counts only for who has nothing else.
     */
    public Set<Factor> again(UUID account) {
        Set<Factor> devices = devices(account);
        return devices.isEmpty() ? of(account) : devices;
    }

    /** Takes all but the password from an account whose owner has lost it, in the caller's transaction. */
    public void drop(UUID account) {
        for (OwnedFactor kind : kinds) kind.drop(account);
    }

    /** The kinds besides the password. */
    public Set<Factor> devices(UUID account) {
        var all = EnumSet.noneOf(Factor.class);
        for (OwnedFactor kind : kinds) if (kind.has(account)) all.add(kind.kind());
        return all;
    }
}
