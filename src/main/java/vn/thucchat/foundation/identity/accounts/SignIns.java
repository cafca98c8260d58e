package vn.thucchat.foundation.identity.accounts;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.throttling.Throttle;

/** Who somebody says they are, checked by their password. */
@Service
public class SignIns {

    /** What became of an attempt. */
    public sealed interface Outcome {
        record Welcome(Account account) implements Outcome {}

        /** No such account, another password, or disabled: it is not said which. */
        record Wrong() implements Outcome {}

        /** The password is that of an account that was closed. */
        record Closed() implements Outcome {}

        /** Too many attempts; this one was not looked at. */
        record TooSoon(Duration remaining) implements Outcome {}
    }

    private final AccountStore accounts;
    private final ClosedAccountStore closed;
    private final Passwords passwords;
    private final Throttle throttle;
    private final AccessLog log;

    SignIns(AccountStore accounts, ClosedAccountStore closed, Passwords passwords, Throttle throttle, AccessLog log) {
        this.accounts = accounts;
        this.closed = closed;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
    }

    /** An attempt from a browser that brings no cookie. */
    public Outcome attempt(String typed, String password, String address) {
        return attempt(typed, password, address, null);
    }

    /**
     * @param typed the username as typed, in any case
     * @param address where the attempt comes from
     * @param device the hash of the cookie by which a browser is known again, or null
     * @throws vn.thucchat.foundation.pages.Problem 503 when too many others are waiting
     */
    public Outcome attempt(String typed, String password, String address, @Nullable String device) {
        return attempt(typed, password, address, device, "identity.signed-in");
    }

    /** The password once more, of somebody who is signed in. */
    public Outcome again(Actor actor, String password, String address, @Nullable String device) {
        return attempt(actor.username(), password, address, device, "identity.password-given-again");
    }

    private Outcome attempt(String typed, String password, String address, @Nullable String device, String welcomed) {
        // what no account can be called is one name to the throttle, and looks like any other from outside
        String username = Account.username(typed).orElse("");
        var read = new AtomicReference<AccountStore.@Nullable Secret>();
        var same = new AtomicBoolean();
        var looked = throttle.attempt(username, address, device, known -> {
            var found = accounts.find(username).orElse(null);
            read.set(found);
            same.set(passwords.matches(known, password, found == null ? null : hash(found)));
            return same.get() && found != null && !found.account().disabled();
        });
        if (looked instanceof Throttle.Looked.TooSoon(var remaining)) return new Outcome.TooSoon(remaining);
        var found = read.get();
        if (found == null) {
            // the name is not kept: people type their password into the wrong field
            log.record(Actor.STRANGER, "identity.sign-in-failed", "/sign-in", "no such account");
            return new Outcome.Wrong();
        }
        var account = found.account();
        if (looked instanceof Throttle.Looked.Wrong) {
            log.record(
                    account.id(),
                    account.username(),
                    "identity.sign-in-failed",
                    account.path(),
                    same.get() ? "account disabled" : "another password");
            boolean closedByOwner = same.get() && found.password() == null;
            return closedByOwner ? new Outcome.Closed() : new Outcome.Wrong();
        }
        log.record(account.id(), account.username(), welcomed, account.path(), "");
        return new Outcome.Welcome(account);
    }

    /** What the password is checked against; of a closed account what it was. */
    private @Nullable String hash(AccountStore.Secret found) {
        return found.password() != null || !found.account().disabled()
                ? found.password()
                : closed.password(found.account().id()).orElse(null);
    }
}
