package vn.thucchat.foundation.identity;

import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who somebody says they are, checked by their password. */
@Service
public class SignIns {

    /** What became of an attempt. */
    public sealed interface Outcome {
        record Welcome(Account account) implements Outcome {}

        /** No such account, another password, or disabled: it is not said which. */
        record Wrong() implements Outcome {}

        /** Too many attempts; this one was not looked at. */
        record TooSoon(Duration remaining) implements Outcome {}
    }

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final AccessLog log;
    private final TransactionTemplate transactions;

    SignIns(
            AccountStore accounts,
            Passwords passwords,
            Throttle throttle,
            AccessLog log,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * @param typed the username as typed, in any case
     * @param address where the attempt comes from
     */
    public Outcome attempt(String typed, String password, String address) {
        // what no account can be called is one name to the throttle, and looks like any other from outside
        String username = Account.username(typed).orElse("");
        var wait = throttle.charge(username, address);
        if (wait.isPresent()) return new Outcome.TooSoon(wait.get());
        var found = accounts.find(username).orElse(null);
        boolean same = passwords.matches(password, found == null ? null : found.password());
        if (found == null) {
            // the name is not kept: people type their password into the wrong field
            log.record(Actor.STRANGER, "identity.sign-in-failed", "/sign-in", "no such account");
            return new Outcome.Wrong();
        }
        var account = found.account();
        if (!same || account.disabled()) {
            log.record(
                    account, "identity.sign-in-failed", account.path(), same ? "account disabled" : "another password");
            return new Outcome.Wrong();
        }
        transactions.executeWithoutResult(status -> {
            throttle.forgive(username, address);
            log.record(account, "identity.signed-in", account.path(), "");
        });
        return new Outcome.Welcome(account);
    }
}
