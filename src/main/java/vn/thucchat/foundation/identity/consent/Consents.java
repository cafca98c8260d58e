package vn.thucchat.foundation.identity.consent;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.purposes.LegalBasis;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;
import vn.thucchat.foundation.identity.purposes.PurposeText;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;

/**
 * Takes people's consents, each to one purpose, and their withdrawals, which hold from that moment (Law 91/2025/QH15,
 * Articles 9 and 10). Silence is no consent: what nobody said does not hold.
 */
@Service
public class Consents {

    public static final String PATH = "/id/consents";

    private static final UUID LAST = new UUID(-1, -1);
    private static final String PROOF = "consent";

    private final ConsentStore store;
    private final DataPurposes purposes;
    private final OwnerAccounts owners;
    private final Seal seal;
    private final AccessLog log;
    private final InstantSource clock;

    Consents(
            ConsentStore store,
            DataPurposes purposes,
            OwnerAccounts owners,
            Seal seal,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.purposes = purposes;
        this.owners = owners;
        this.seal = seal;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Whether the owner of an account has consented to the current version of a purpose. Rooms call this before each use.
     *
     * @throws IllegalArgumentException when no room states the purpose, or it needs no consent
     */
    public boolean holds(UUID account, String purpose) {
        DataPurpose stated = stated(purpose)
                .orElseThrow(() -> new IllegalArgumentException("Nobody is asked for their consent to " + purpose));
        return store.last(account, purpose)
                .filter(act -> act.given() && act.version() >= stated.version())
                .isPresent();
    }

    /**
     * Finds those of some accounts whose owners have consented to the current version of a purpose, in one statement.
     *
     * @throws IllegalArgumentException when no room states the purpose, or it needs no consent
     */
    public Set<UUID> holding(Collection<UUID> accounts, String purpose) {
        DataPurpose stated = stated(purpose)
                .orElseThrow(() -> new IllegalArgumentException("Nobody is asked for their consent to " + purpose));
        return accounts.isEmpty() ? Set.of() : store.holding(accounts, purpose, stated.version());
    }

    /** What a person last said of a purpose, by the account that is signed in. */
    public Optional<ConsentRecord> last(Actor actor, String purpose) {
        return store.last(actor.account(), purpose);
    }

    /** Finds a consent of a person that holds, by whichever account it was given: the signed-in one's first. */
    public Optional<ConsentRecord> held(Actor actor, String purpose) {
        return accounts(actor).stream()
                .filter(account -> holds(account, purpose))
                .flatMap(account -> store.last(account, purpose).stream())
                .findFirst();
    }

    /** All that a person consented to and withdrew, the newest first. */
    public Slice<ConsentRecord> history(Actor actor, Cursor after, int size) {
        return Slice.of(
                store.history(accounts(actor), after.id(0, LAST), size + 1), size, last -> Cursor.of(last.id()));
    }

    public Optional<ConsentRecord> find(Actor actor, UUID id) {
        return store.find(accounts(actor), id);
    }

    /** The actor's, and the others of the same human being, where persons were merged. */
    private List<UUID> accounts(Actor actor) {
        return owners.withOthers(actor.account());
    }

    /** The words that a person read before an act. */
    public String words(ConsentRecord act) {
        return store.words(act.purpose(), act.textHash()).orElseThrow();
    }

    /** Whether an act is as the platform wrote it. */
    public boolean proven(ConsentRecord act) {
        return act.proof().equals(seal.mark(act.proven(), PROOF));
    }

    /**
     * Consents to a purpose; said again, nothing changes.
     *
     * @param read the words on the page
     * @param hash of the words that the person had before them; when they are others by now, nothing is taken
     */
    @Transactional
    public Result give(Actor actor, PurposeText read, String hash) {
        if (stated(read.purpose()).isEmpty()) return new Result.NotFound();
        return read.hash().equals(hash) ? act(actor, actor.account(), read, true) : new Result.Stale();
    }

    /** Withdraws a consent, by whichever account it was given; from now on nothing is done by it. */
    @Transactional
    public Result withdraw(Actor actor, PurposeText read) {
        if (stated(read.purpose()).isEmpty()) return new Result.NotFound();
        List<Result> results = accounts(actor).stream()
                .map(account -> act(actor, account, read, false))
                .toList();
        return results.stream()
                .filter(Result.Stale.class::isInstance)
                .findFirst()
                .orElse(results.getFirst());
    }

    private Optional<DataPurpose> stated(String purpose) {
        return purposes.find(purpose).filter(it -> it.basis() == LegalBasis.CONSENT);
    }

    private Result act(Actor actor, UUID account, PurposeText text, boolean given) {
        int version = stated(text.purpose()).orElseThrow().version();
        ConsentRecord last = store.last(account, text.purpose()).orElse(null);
        boolean holds = last != null && last.given() && last.version() >= version;
        if (holds == given || (!given && (last == null || !last.given())))
            return new Result.Done(last == null ? null : last.id());
        store.keepText(text, clock.instant());
        ConsentRecord act = proved(new ConsentRecord(
                account,
                Ids.next(clock),
                text.purpose(),
                last == null ? 1 : last.no() + 1,
                given,
                version,
                text.hash(),
                ConsentRecord.Channel.WEB,
                "",
                // as exact as the database keeps it
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        if (!store.insert(act)) return new Result.Stale();
        log.record(
                actor,
                given ? "identity.consent-given" : "identity.consent-withdrawn",
                PATH + "/" + act.id(),
                act.purpose());
        return new Result.Done(act.id());
    }

    private ConsentRecord proved(ConsentRecord act) {
        return new ConsentRecord(
                act.account(),
                act.id(),
                act.purpose(),
                act.no(),
                act.given(),
                act.version(),
                act.textHash(),
                act.channel(),
                seal.mark(act.proven(), PROOF),
                act.at());
    }
}
