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
import vn.thucchat.foundation.pages.Result;

/** Keeps which credentials were issued, and withdraws them. */
@Service
public class IssuedCredentials {

    /** On a person's page; who has more withdraws some. */
    private static final int MOST_SHOWN = 50;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IssuedCredentialStore store;
    private final StatusLists lists;
    private final CredentialOffers offers;
    private final AccessLog log;
    private final InstantSource clock;

    IssuedCredentials(
            IssuedCredentialStore store,
            StatusLists lists,
            CredentialOffers offers,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.lists = lists;
        this.offers = offers;
        this.log = log;
        this.clock = clock;
    }

    /** A person's own, the latest first; those whose fact has ended since are withdrawn by the look. */
    @Transactional
    public List<IssuedCredential> of(Actor holder) {
        List<IssuedCredential> own = store.of(holder.account(), MOST_SHOWN);
        return lists.withdrawEnded(own) == 0 ? own : store.of(holder.account(), MOST_SHOWN);
    }

    /** Withdraws one of a person's own, for good: whoever is shown it learns so. */
    @Transactional
    public Result revoke(Actor holder, UUID id) {
        IssuedCredential credential = store.find(holder.account(), id).orElse(null);
        if (credential == null) return new Result.NotFound();
        if (store.revoke(credential, Reason.HOLDER, clock.instant())) {
            lists.changed(credential.list());
            log.record(holder, "identity.credential-revoked", "/id/credentials", credential.type() + " " + id);
        }
        return new Result.Done(id);
    }

    Optional<IssuedCredential> find(UUID account, UUID id) {
        return store.find(account, id);
    }

    List<IssuedCredential> gather(UUID account) {
        return store.of(account, MOST_SHOWN);
    }

    /** Withdraws all of a person's, and what is offered to them; how many. */
    int withdrawAll(UUID account) {
        offers.deleteAll(account);
        int number = 0;
        for (IssuedCredential one : store.of(account, Integer.MAX_VALUE)) {
            if (!store.revoke(one, Reason.DATA_DELETED, clock.instant())) continue;
            lists.changed(one.list());
            number++;
        }
        return number;
    }

    /**
     * Gives a new credential a place in a status list, at random among thousands: neighbours say nothing of each other, and
     * nobody counts what was issued. A list is left when it is half full, so that few places are tried.
     */
    IssuedCredential enter(UUID account, String type, UUID holding, Instant issuedAt, Instant endsAt) {
        UUID list = list();
        IssuedCredential made;
        do {
            int idx = RANDOM.nextInt(StatusLists.PLACES);
            made = new IssuedCredential(list, idx, Ids.next(clock), account, type, holding, issuedAt, endsAt, null);
        } while (!store.insert(made));
        return made;
    }

    private UUID list() {
        List<UUID> all = store.lists();
        if (!all.isEmpty() && store.taken(all.getFirst()) < StatusLists.PLACES / 2) return all.getFirst();
        UUID made = Ids.next(clock);
        store.insertList(made, clock.instant());
        return made;
    }
}
