package vn.thucchat.foundation.identity.factors;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accesslog.RefusalLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;

/** Who somebody is, shown by a passkey: the key names its owner, and nobody types a name. */
@Service
public class PasskeySignIns {

    private final RelyingParty site;
    private final Challenges challenges;
    private final PasskeyVerifier verifier;
    private final PasskeyStore store;
    private final Accounts accounts;
    private final AccessLog log;
    private final RefusalLog refusals;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    PasskeySignIns(
            RelyingParty site,
            Challenges challenges,
            PasskeyVerifier verifier,
            PasskeyStore store,
            Accounts accounts,
            AccessLog log,
            RefusalLog refusals,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.site = site;
        this.challenges = challenges;
        this.verifier = verifier;
        this.store = store;
        this.accounts = accounts;
        this.log = log;
        this.refusals = refusals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of an answer. */
    public sealed interface Outcome {
        /** @param passkey the id of the key that answered */
        record Proven(Account account, UUID passkey) implements Outcome {}

        record Refused(PasskeyRefusal why) implements Outcome {}
    }

    /**
     * Asks for a key, whoever's it is.
     *
     * @param binding what only the browser that asks has: the token of its forms
     */
    public RequestOptions options(String binding) {
        return options(Ceremony.SIGN_IN, binding, List.of());
    }

    /** Asks somebody signed in for one of their own keys. */
    public RequestOptions options(Actor actor, String binding) {
        return options(
                Ceremony.STEP_UP,
                binding,
                store.described(actor.account(), site.id()).stream()
                        .map(RequestOptions.Descriptor::of)
                        .toList());
    }

    private RequestOptions options(Ceremony purpose, String binding, List<RequestOptions.Descriptor> allowed) {
        return new RequestOptions(
                RequestOptions.encoded(challenges.make(purpose, binding)),
                Challenges.LASTS.toMillis(),
                site.id(),
                allowed,
                "required");
    }

    /**
     * Checks an answer, and whose key it is.
     *
     * @param answer {@code PublicKeyCredential.toJSON()}
     * @param address where it comes from
     */
    public Outcome attempt(String binding, String answer, String address) {
        return attempt(Ceremony.SIGN_IN, binding, answer, address, Actor.STRANGER);
    }

    /** Checks an answer of somebody signed in, whose own key it must be. */
    public Outcome again(Actor actor, String binding, String answer, String address) {
        return attempt(Ceremony.STEP_UP, binding, answer, address, actor);
    }

    private Outcome attempt(Ceremony purpose, String binding, String answer, String address, Actor actor) {
        try {
            if (!site.usable()) throw new RefusedPasskeyAnswer(PasskeyRefusal.OFF, "off");
            var read = verifier.read(answer);
            if (!challenges.valid(read.challenge(), purpose, binding))
                throw new RefusedPasskeyAnswer(PasskeyRefusal.EXPIRED, "challenge");
            // the owner that the key itself names (7.2, step 6); of keys that were named to it, an authenticator need
            // not
            UUID owner = read.owner() == null && actor.signedIn() ? actor.account() : read.owner();
            if (owner == null) throw new RefusedPasskeyAnswer(PasskeyRefusal.INVALID, "no owner");
            if (actor.signedIn() && !owner.equals(actor.account()))
                throw new RefusedPasskeyAnswer(PasskeyRefusal.INVALID, "another owner");
            var key = store.find(owner, read.credentialId(), site.id())
                    .orElseThrow(() -> new RefusedPasskeyAnswer(PasskeyRefusal.UNKNOWN, "unknown key"));
            var shown = verifier.verifyAssertion(read, key);
            Account account =
                    accounts.find(owner).filter(found -> !found.disabled()).orElse(null);
            if (account == null) throw new RefusedPasskeyAnswer(PasskeyRefusal.INVALID, "account disabled");
            Optional<Outcome> proven = Optional.ofNullable(transactions.execute(status -> {
                if (!challenges.use(read.challenge()) || !store.used(key, shown, clock.instant())) {
                    status.setRollbackOnly();
                    return null;
                }
                log.record(
                        account.id(),
                        account.username(),
                        actor.signedIn() ? "identity.proven-again" : "identity.signed-in",
                        account.path(),
                        "by passkey");
                return new Outcome.Proven(account, key.id());
            }));
            return proven.orElseThrow(() -> new RefusedPasskeyAnswer(PasskeyRefusal.EXPIRED, "answered before"));
        } catch (RefusedPasskeyAnswer refused) {
            refusals.record(actor, "identity.passkey-refused", "/login/webauthn " + refused.getMessage(), address);
            return new Outcome.Refused(refused.why());
        }
    }
}
