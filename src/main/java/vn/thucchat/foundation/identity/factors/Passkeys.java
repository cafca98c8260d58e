package vn.thucchat.foundation.identity.factors;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.AccountNotices;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Result;

/**
 * A person's own passkeys: made, named and removed. Removing one leaves the others and ends the sessions begun with it; the
 * last thing that proves a person to an account cannot be removed. Whether the person proved who they are a short while ago
 * is asked before, by whoever knows the session.
 */
@Service
public class Passkeys implements OwnedFactor {

    /** Says by what sessions stand. Implemented by the room of sessions, which lies above. */
    public interface SessionProofs {

        /** Lets a session in which its owner removes the key that proved them once more go on without it. */
        void keepWithoutProof(UUID account, UUID session);
    }

    /** More than anybody has devices. */
    static final int MOST = 20;

    private static final String SITE_NAME = "Thực Chất";
    private static final String PAGE = "/id/keys";

    private final RelyingParty site;
    private final Challenges challenges;
    private final PasskeyVerifier verifier;
    private final PasskeyStore store;
    private final Accounts accounts;
    private final AccessLog log;
    private final AccountNotices notices;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Passkeys(
            RelyingParty site,
            Challenges challenges,
            PasskeyVerifier verifier,
            PasskeyStore store,
            Accounts accounts,
            AccessLog log,
            AccountNotices notices,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.site = site;
        this.challenges = challenges;
        this.verifier = verifier;
        this.store = store;
        this.accounts = accounts;
        this.log = log;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Factor kind() {
        return Factor.PASSKEY;
    }

    /** None counts where browsers would use none. */
    @Override
    public boolean has(UUID account) {
        return site.usable() && !store.of(account, site.id()).isEmpty();
    }

    @Override
    public void drop(UUID account) {
        for (UUID key : store.lock(account, site.id())) store.delete(account, key);
    }

    /** Lists the person's keys, the oldest first. */
    public List<Passkey> of(Actor actor) {
        return store.of(actor.account(), site.id());
    }

    /** What the browser is to keep when it is told which keys there are: their ids in base64url. */
    public List<String> credentialIds(Actor actor) {
        return store.described(actor.account(), site.id()).stream()
                .map(key -> RequestOptions.encoded(key.credentialId()))
                .toList();
    }

    /** The owner of the person's keys as browsers know it, in base64url. */
    public String handle(Actor actor) {
        return RequestOptions.encoded(UserHandle.of(actor.account()));
    }

    /**
     * Begins to make a key.
     *
     * @param binding the session
     */
    public CreationOptions options(Actor actor, String binding) {
        return CreationOptions.of(
                new CreationOptions.Site(site.id(), SITE_NAME),
                new CreationOptions.User(handle(actor), actor.username(), actor.name()),
                RequestOptions.encoded(challenges.make(Ceremony.REGISTRATION, binding)),
                store.described(actor.account(), site.id()).stream()
                        .map(RequestOptions.Descriptor::of)
                        .toList());
    }

    /**
     * Takes a key that a browser has made.
     *
     * @param answer {@code PublicKeyCredential.toJSON()}
     * @return {@link Result.Refused} with the key of a {@link PasskeyRefusal}
     */
    public Result register(Actor actor, String binding, String typedLabel, String answer) {
        String label = Passkey.label(typedLabel).orElse(null);
        if (label == null) return Result.invalid("label", "identity.keys.label-unfit");
        try {
            if (!site.usable()) throw new RefusedPasskeyAnswer(PasskeyRefusal.OFF, "off");
            var key = verifier.readNew(answer);
            if (!challenges.valid(key.challenge(), Ceremony.REGISTRATION, binding))
                throw new RefusedPasskeyAnswer(PasskeyRefusal.EXPIRED, "challenge");
            var made = verifier.verifyCreation(key);
            UUID id = Ids.next(clock);
            @Nullable
            PasskeyRefusal refused = transactions.execute(status -> {
                @Nullable PasskeyRefusal why = keep(actor, id, key.challenge(), made, label);
                if (why != null) status.setRollbackOnly();
                return why;
            });
            if (refused != null) throw new RefusedPasskeyAnswer(refused, refused.name());
            return new Result.Done(id);
        } catch (RefusedPasskeyAnswer refused) {
            log.record(actor, "identity.passkey-refused", PAGE, String.valueOf(refused.getMessage()));
            return new Result.Refused(refused.why().key());
        }
    }

    private @Nullable PasskeyRefusal keep(
            Actor actor, UUID id, byte[] challenge, PasskeyVerifier.CreationResponse made, String label) {
        Instant now = clock.instant();
        if (!challenges.use(challenge)) return PasskeyRefusal.EXPIRED;
        if (store.lock(actor.account(), site.id()).size() >= MOST) return PasskeyRefusal.TOO_MANY;
        if (!store.insert(actor.account(), id, site.id(), made, label, now)) return PasskeyRefusal.TAKEN;
        log.record(actor, "identity.passkey-added", PAGE, made.backedUp() ? "synced" : "on one device");
        notices.tell(actor.account(), "identity.passkey-added", "identity.keys.notice.added", List.of(label), PAGE);
        return null;
    }

    /** Gives a key another name. */
    public Result label(Actor actor, UUID id, String typed) {
        String label = Passkey.label(typed).orElse(null);
        if (label == null) return Result.invalid("label", "identity.keys.label-unfit");
        return transactions.execute(status -> {
            if (!store.label(actor.account(), id, label)) return new Result.NotFound();
            log.record(actor, "identity.passkey-labelled", PAGE, "");
            return new Result.Done(id);
        });
    }

    /** Removes a key, and ends the sessions begun with it; not the last thing by which the person can sign in. */
    public Result remove(Actor actor, UUID id) {
        return remove(actor, id, () -> {});
    }

    /**
     * As {@link #remove(Actor, UUID)}.
     *
     * @param before done in the same transaction once it is certain that the key goes
     */
    public Result remove(Actor actor, UUID id, Runnable before) {
        return transactions.execute(status -> {
            List<UUID> keys = store.lock(actor.account(), site.id());
            if (!keys.contains(id)) return new Result.NotFound();
            if (keys.size() == 1 && !accounts.hasPassword(actor.account()))
                return new Result.Refused("identity.keys.last");
            before.run();
            store.delete(actor.account(), id);
            log.record(actor, "identity.passkey-removed", PAGE, "");
            notices.tell(actor.account(), "identity.passkey-removed", "identity.keys.notice.removed", List.of(), PAGE);
            return new Result.Done(id);
        });
    }
}
