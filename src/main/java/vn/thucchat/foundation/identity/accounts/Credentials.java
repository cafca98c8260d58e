package vn.thucchat.foundation.identity.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.throttling.Throttle;

/** New passwords: by the old one, or by a link that an administrator made and that works once, for a day. */
@Service
public class Credentials {

    static final Duration LINK_LASTS = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What became of a new password. */
    public sealed interface Outcome {
        /** Set; sessions of the old one have ended. */
        record Changed(Account account) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** Why a password was not set. */
    public enum Refusal {
        TOO_SHORT,
        TOO_LONG,
        IS_USERNAME,
        TOO_COMMON,
        /** the second writing is not the first */
        NOT_AGAIN,
        SAME_AS_OLD,
        OLD_IS_WRONG,
        /** too many wrong old passwords in a row */
        TOO_SOON,
        /** used, too old, or never made */
        LINK_IS_OVER
    }

    private final AccountStore accounts;
    private final ResetStore resets;
    private final Passwords passwords;
    private final Throttle throttle;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Credentials(
            AccountStore accounts,
            ResetStore resets,
            Passwords passwords,
            Throttle throttle,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Changes the password of a person who knows the old one. */
    public Outcome change(Actor actor, String old, String fresh, String again, String address) {
        var found = accounts.find(actor.account()).orElse(null);
        if (found == null) return refused(Refusal.OLD_IS_WRONG);
        var account = found.account();
        var unfit = unfit(account, fresh, again);
        if (unfit.isPresent()) return refused(unfit.get());
        switch (throttle.attempt(
                account.username(), address, null, known -> passwords.matches(known, old, found.password()))) {
            case Throttle.Looked.TooSoon _ -> {
                return refused(Refusal.TOO_SOON);
            }
            case Throttle.Looked.Wrong _ -> {
                return refused(Refusal.OLD_IS_WRONG);
            }
            case Throttle.Looked.Right _ -> {}
        }
        if (fresh.equals(old)) return refused(Refusal.SAME_AS_OLD);
        String hash = passwords.hash(fresh);
        return transactions.execute(status -> {
            // somebody set another one in between: what was known is no longer the old password
            if (!accounts.password(account, hash)) return refused(Refusal.OLD_IS_WRONG);
            resets.endAll(account.id(), clock.instant());
            log.record(account.id(), account.username(), "identity.password-changed", account.path(), "");
            return new Outcome.Changed(read(account.id()));
        });
    }

    /** The account whose password a link may set, while it may. */
    public Optional<Account> linked(String token) {
        return resets.open(digest(token), clock.instant())
                .flatMap(accounts::find)
                .map(AccountStore.Secret::account);
    }

    /** Sets a password by a link. */
    public Outcome reset(String token, String fresh, String again) {
        var account = linked(token).orElse(null);
        if (account == null) return refused(Refusal.LINK_IS_OVER);
        var unfit = unfit(account, fresh, again);
        if (unfit.isPresent()) return refused(unfit.get());
        String hash = passwords.hash(fresh);
        Instant now = clock.instant();
        return transactions.execute(status -> {
            if (!resets.use(digest(token), now) || !accounts.password(account, hash)) {
                status.setRollbackOnly();
                return refused(Refusal.LINK_IS_OVER);
            }
            resets.endAll(account.id(), now);
            log.record(account.id(), account.username(), "identity.password-reset", account.path(), "by link");
            return new Outcome.Changed(read(account.id()));
        });
    }

    /**
     * Sets a password of somebody who proved to another room who they are.
     *
     * @param use what is used up in the same transaction; false: nothing is changed, and the link is over
     */
    public Outcome replace(UUID id, String fresh, String again, BooleanSupplier use) {
        var account = accounts.find(id)
                .map(AccountStore.Secret::account)
                .filter(found -> !found.disabled())
                .orElse(null);
        if (account == null) return refused(Refusal.LINK_IS_OVER);
        var unfit = unfit(account, fresh, again);
        if (unfit.isPresent()) return refused(unfit.get());
        String hash = passwords.hash(fresh);
        return transactions.execute(status -> {
            if (!use.getAsBoolean() || !accounts.password(account, hash)) {
                status.setRollbackOnly();
                return refused(Refusal.LINK_IS_OVER);
            }
            resets.endAll(id, clock.instant());
            log.record(id, account.username(), "identity.password-reset", account.path(), "by recovery");
            return new Outcome.Changed(read(id));
        });
    }

    /** Whether somebody was sent a link by which the account gets a password, and may still use it. */
    public boolean invited(UUID account) {
        return resets.openFor(account, clock.instant());
    }

    /** Makes a link's token; older ones of the account end. In the caller's transaction. */
    String makeToken(UUID account, UUID maker) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        resets.endAll(account, now);
        resets.insert(digest(token), account, maker, now, now.plus(LINK_LASTS));
        return token;
    }

    private Optional<Refusal> unfit(Account account, String fresh, String again) {
        var weak = passwords.weakness(fresh, account.username(), account.name()).map(weakness -> switch (weakness) {
            case SHORT -> Refusal.TOO_SHORT;
            case LONG -> Refusal.TOO_LONG;
            case NAME -> Refusal.IS_USERNAME;
            case COMMON -> Refusal.TOO_COMMON;
        });
        return weak.isPresent() || fresh.equals(again) ? weak : Optional.of(Refusal.NOT_AGAIN);
    }

    private Account read(UUID id) {
        return accounts.find(id).orElseThrow().account();
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
