package vn.thucchat.foundation.identity.factors;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.AccountNotices;
import vn.thucchat.foundation.identity.throttling.Throttle;

/**
 * Looks at a code that somebody brings after the password: a time-based one, or one from paper. Guessing is held up for
 * the account and the network as with passwords, nowhere known from before; and after {@value #MOST_IN_A_ROW} wrong ones
 * in a row no more are looked at, so that whoever knows a thousand passwords hardly opens one account.
 */
@Service
public class SecondFactor {

    /** Three of a million codes are right at a time: 20 guesses are 6 in 100,000. */
    static final int MOST_IN_A_ROW = 20;

    private static final String STOPPED = "identity.code-stopped";

    /** What became of a code. */
    public sealed interface Outcome {
        /** @param by {@code CODE} or {@code RECOVERY_CODE} */
        record Right(Factor by) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Not looked at; how long to wait. */
        record TooSoon(Duration remaining) implements Outcome {}
    }

    private final TotpStore store;
    private final TotpCodes codes;
    private final RecoveryCodes recovery;
    private final Throttle throttle;
    private final AccessLog log;
    private final AccountNotices notices;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    SecondFactor(
            TotpStore store,
            TotpCodes codes,
            RecoveryCodes recovery,
            Throttle throttle,
            AccessLog log,
            AccountNotices notices,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.codes = codes;
        this.recovery = recovery;
        this.throttle = throttle;
        this.log = log;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param typed {@code 123 456} or {@code 7kqm-2xva-pn4d}
     * @param address where it comes from
     */
    public Outcome attempt(Actor actor, String typed, String address) {
        UUID account = actor.account();
        String digits = TotpCodes.digits(typed);
        boolean timed = digits.matches("[0-9]{6}");
        // a name of its own, which has no known places: there a password would be looked at without end
        return switch (throttle.attempt(
                "second " + account,
                address,
                null,
                _ -> timed ? takesCode(actor, digits) : takesPaper(account, typed))) {
            case Throttle.Looked.TooSoon(var remaining) -> new Outcome.TooSoon(remaining);
            case Throttle.Looked.Wrong() -> {
                log.record(actor, "identity.code-refused", "/admin/accounts/" + account, timed ? "" : "from paper");
                yield new Outcome.Wrong();
            }
            case Throttle.Looked.Right() -> {
                log.record(actor, "identity.code-given", "/admin/accounts/" + account, timed ? "" : "from paper");
                yield new Outcome.Right(timed ? Factor.CODE : Factor.RECOVERY_CODE);
            }
        };
    }

    /** Whether a code on paper is the account's and was not used before; it is used with that. The caller counts tries. */
    public boolean useRecoveryCode(UUID account, String typed) {
        return recovery.use(account, typed);
    }

    /** When the codes on paper of an account were made; empty when it has none. */
    public Optional<Instant> recoveryCodesMadeAt(UUID account) {
        return recovery.madeAt(account);
    }

    private boolean takesCode(Actor actor, String digits) {
        UUID account = actor.account();
        var charged = store.charge(account, MOST_IN_A_ROW).orElse(null);
        if (charged == null) return false;
        var step = codes.opened(account, charged.secret()).stepOf(digits, clock.instant());
        if (step.isPresent() && store.use(account, step.getAsLong())) return true;
        if (charged.failures() == MOST_IN_A_ROW)
            transactions.executeWithoutResult(_ -> {
                log.record(actor, STOPPED, "/admin/accounts/" + account, "");
                notices.tell(account, STOPPED, "notice." + STOPPED, List.of(), TotpCodes.PAGE);
            });
        return false;
    }

    private boolean takesPaper(UUID account, String typed) {
        if (!recovery.use(account, typed)) return false;
        store.forgive(account);
        return true;
    }
}
