package vn.thucchat.foundation.identity.credentials;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.credentials.IssuedCredential.Reason;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;

/** Keeps which credentials were issued, and withdraws them. */
@Service
public class IssuedCredentials {

    /** In what a person is given of their data: years of markets and rights. */
    private static final int MOST_GATHERED = 5_000;

    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IssuedCredentialStore store;
    private final CredentialOfferStore offers;
    private final StatusLists lists;
    private final AccessLog log;
    private final InstantSource clock;

    IssuedCredentials(
            IssuedCredentialStore store,
            CredentialOfferStore offers,
            StatusLists lists,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.offers = offers;
        this.lists = lists;
        this.log = log;
        this.clock = clock;
    }

    /** A person's own, those that hold first, then the latest; what has ended since is withdrawn by the look. */
    @Transactional
    public Slice<CredentialBatch> of(Actor holder, Cursor after, int size) {
        Instant now = clock.instant();
        lists.withdrawEnded(store.openOfAccount(holder.account(), now));
        boolean good = after.number(0, 1) != 0;
        List<CredentialBatch> found = store.batches(holder.account(), now, good, after.id(1, LAST), size + 1);
        return Slice.of(found, size, last -> Cursor.of(last.good() ? 1 : 0, last.id()));
    }

    /** Withdraws all copies of one of a person's own, for good: whoever is shown one learns so, and no more are issued. */
    @Transactional
    public Result revoke(Actor holder, UUID batch) {
        // first: this waits for copies that are being issued, which the next statement finds then
        offers.endBatch(holder.account(), batch);
        List<IssuedCredential> copies = store.ofBatch(holder.account(), batch);
        if (copies.isEmpty()) return new Result.NotFound();
        if (revoke(copies, Reason.HOLDER) > 0)
            log.record(
                    holder,
                    "identity.credential-revoked",
                    "/id/credentials",
                    copies.getFirst().type() + " " + batch);
        return new Result.Done(batch);
    }

    /** Withdraws what was issued for a code that was brought twice, in the caller's transaction. */
    void withdrawReused(UUID account, UUID batch) {
        revoke(store.ofBatch(account, batch), Reason.CODE_REUSED);
    }

    /** Revokes in the order of lists and places; how many were not revoked before. */
    private int revoke(List<IssuedCredential> credentials, Reason reason) {
        int number = 0;
        for (IssuedCredential one : credentials) {
            if (!store.revoke(one, reason, clock.instant())) continue;
            lists.changed(one.list());
            number++;
        }
        return number;
    }

    Optional<IssuedCredential> find(UUID account, UUID id) {
        return store.find(account, id);
    }

    List<IssuedCredential> gather(UUID account) {
        return store.of(account, MOST_GATHERED);
    }

    /** Withdraws all of a person's; how many. */
    int withdrawAll(UUID account) {
        // what has ended cannot be shown, and whoever keeps it has its end in it
        return revoke(store.openOfAccount(account, clock.instant()), Reason.DATA_DELETED);
    }

    /**
     * Gives a new credential a place in a status list, at random among thousands: neighbours say nothing of each other, and
     * nobody counts what was issued.
     *
     * @param list of {@link #openList}
     */
    IssuedCredential allocate(UUID list, CredentialOffer offer, Instant issuedAt, Instant endsAt) {
        IssuedCredential made;
        do {
            int idx = RANDOM.nextInt(StatusLists.PLACES);
            made = new IssuedCredential(
                    list,
                    idx,
                    Ids.next(clock),
                    offer.account(),
                    offer.batch(),
                    offer.type(),
                    offer.holding(),
                    issuedAt,
                    endsAt,
                    null);
        } while (!store.insert(made));
        return made;
    }

    /** The list in which new credentials get their places. It is left when it is half full, so that few places are tried. */
    UUID openList() {
        UUID latest = store.latestList().orElse(null);
        if (latest != null && store.taken(latest) < StatusLists.PLACES / 2) return latest;
        UUID made = Ids.next(clock);
        store.insertList(made, clock.instant());
        return made;
    }
}
