package vn.thucchat.foundation.identity.factors;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.AccountNotices;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;

/** Time-based codes of accounts: set up, taken back, and the codes on paper that go with them. */
@Service
public class TotpCodes implements OwnedFactor {

    public static final String PAGE = "/id/codes";

    /** How long somebody may take to set up a device. */
    private static final Duration DRAFT_HOLDS = Duration.ofMinutes(30);

    /**
     * A secret and codes on paper that count once a first code has shown that the device has the secret, and the owner has
     * put the paper away. Until then they are kept nowhere but on the page.
     *
     * @param step that the first code was of; -1 while none was shown
     * @param sealed what the page's form brings back
     */
    public record Draft(TotpSecret secret, List<String> recovery, long step, String sealed) {}

    /**
     * What an account has.
     *
     * @param recoveryLeft codes on paper that were not used yet
     */
    public record Kept(Instant since, int recoveryLeft) {}

    private final TotpStore store;
    private final RecoveryCodes recovery;
    private final RecoveryCodeStore papers;
    private final Seal seal;
    private final AccessLog log;
    private final AccountNotices notices;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    TotpCodes(
            TotpStore store,
            RecoveryCodes recovery,
            RecoveryCodeStore papers,
            Seal seal,
            AccessLog log,
            AccountNotices notices,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.recovery = recovery;
        this.papers = papers;
        this.seal = seal;
        this.log = log;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Factor kind() {
        return Factor.CODE;
    }

    @Override
    public boolean has(UUID account) {
        return store.since(account).isPresent();
    }

    @Override
    public void drop(UUID account) {
        store.delete(account);
        papers.delete(account);
    }

    public Optional<Kept> of(Actor actor) {
        return store.since(actor.account()).map(since -> new Kept(since, papers.left(actor.account())));
    }

    /** A new secret, for a device to keep. */
    public Draft draft(Actor actor) {
        return draft(actor, clock.instant(), TotpSecret.fresh(), RecoveryCodes.fresh(), -1);
    }

    private Draft draft(Actor actor, Instant made, TotpSecret secret, List<String> recovery, long step) {
        String plain = made.getEpochSecond() + " " + step + " " + secret.base32() + " " + String.join(" ", recovery);
        return new Draft(secret, recovery, step, seal.close(plain, purpose("draft", actor.account())));
    }

    /** The draft that a form brought back; nothing when it is too old, another person's, or was not made here. */
    public Optional<Draft> draft(Actor actor, String sealed) {
        try {
            List<String> parts =
                    List.of(seal.open(sealed, purpose("draft", actor.account())).split(" ", -1));
            Instant made = Instant.ofEpochSecond(Long.parseLong(parts.getFirst()));
            return made.isBefore(clock.instant().minus(DRAFT_HOLDS))
                    ? Optional.empty()
                    : Optional.of(new Draft(
                            new TotpSecret(parts.get(2)),
                            parts.subList(3, parts.size()),
                            Long.parseLong(parts.get(1)),
                            sealed));
        } catch (IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    /** The draft with the first code that its device shows; nothing when it is not one of now. */
    public Optional<Draft> shown(Actor actor, Draft draft, String typed) {
        Instant now = clock.instant();
        var step = draft.secret().stepOf(digits(typed), now);
        return step.isEmpty()
                ? Optional.empty()
                : Optional.of(draft(actor, now, draft.secret(), draft.recovery(), step.getAsLong()));
    }

    /**
     * Keeps a draft whose device has shown a code; that code is used with it. Whether it was kept.
     *
     * @throws Problem 409 for a demonstration account
     */
    public boolean keep(Actor actor, Draft draft) {
        refuseDemonstration(actor);
        if (draft.step() < 0) return false;
        return transactions.execute(status -> {
            byte[] sealed = sealed(actor.account(), draft.secret());
            if (!store.insert(actor.account(), sealed, clock.instant(), draft.step())) return false;
            recovery.keep(actor.account(), draft.recovery());
            told(actor, "identity.code-set");
            return true;
        });
    }

    /**
     * New codes on paper, instead of those before.
     *
     * @throws Problem 409 for a demonstration account
     */
    public Optional<List<String>> newRecovery(Actor actor) {
        refuseDemonstration(actor);
        List<String> codes = RecoveryCodes.fresh();
        boolean kept = transactions.execute(status -> {
            if (!recovery.keep(actor.account(), codes)) return false;
            told(actor, "identity.recovery-codes-made");
            return true;
        });
        return kept ? Optional.of(codes) : Optional.empty();
    }

    /** @throws Problem 409 for a demonstration account */
    public Result remove(Actor actor) {
        refuseDemonstration(actor);
        return transactions.execute(status -> {
            if (!store.delete(actor.account())) return new Result.NotFound();
            papers.delete(actor.account());
            told(actor, "identity.code-removed");
            return new Result.Done(actor.account());
        });
    }

    /** Gives a demonstration account a secret that everybody may know; what it has stays. */
    public void ensure(Account account, TotpSecret secret) {
        if (!account.synthetic()) throw new IllegalArgumentException("Only of a demonstration account");
        store.insert(account.id(), sealed(account.id(), secret), clock.instant(), 0);
    }

    TotpSecret opened(UUID account, byte[] sealed) {
        return new TotpSecret(new String(seal.open(sealed, purpose("secret", account)), StandardCharsets.US_ASCII));
    }

    private byte[] sealed(UUID account, TotpSecret secret) {
        return seal.close(secret.base32().getBytes(StandardCharsets.US_ASCII), purpose("secret", account));
    }

    /** Whatever a demonstration account were given, everybody would hold it. */
    private static void refuseDemonstration(Actor actor) {
        if (actor.synthetic()) throw Problem.conflict("identity.codes.demonstration");
    }

    /** Nobody changes how somebody signs in without their knowing. */
    private void told(Actor actor, String what) {
        log.record(actor, what, PAGE, "");
        notices.tell(actor.account(), what, "notice." + what, List.of(), PAGE);
    }

    private static String purpose(String what, UUID account) {
        return "totp " + what + " " + account;
    }

    /** {@code 123 456} as it is computed: {@code 123456}. */
    static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
