package vn.thucchat.foundation.identity.requests;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;

/** Takes what people ask about their own data, and lets a data protection officer acknowledge and answer it. */
@Service
public class DataRequests {

    public static final String OWN = "/id/requests";
    public static final String DESK = "/privacy/requests";
    /** Of one person under way at once. */
    static final int MOST_OPEN = 5;

    private static final int MOST = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final DataRequestStore store;
    private final DataExports exports;
    private final PersonalDataDeletion deletion;
    private final OwnerAccounts owners;
    private final ResponsibleUnit responsible;
    private final Accounts accounts;
    private final Access access;
    private final WorkItems work;
    private final Inbox inbox;
    private final AccessLog log;
    private final InstantSource clock;

    DataRequests(
            DataRequestStore store,
            DataExports exports,
            PersonalDataDeletion deletion,
            OwnerAccounts owners,
            ResponsibleUnit responsible,
            Accounts accounts,
            Access access,
            WorkItems work,
            Inbox inbox,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.exports = exports;
        this.deletion = deletion;
        this.owners = owners;
        this.responsible = responsible;
        this.accounts = accounts;
        this.access = access;
        this.work = work;
        this.inbox = inbox;
        this.log = log;
        this.clock = clock;
    }

    /** A person's own, the newest first. */
    public List<DataRequest> of(Actor actor) {
        return store.of(accounts(actor), MOST);
    }

    /** Whether one of a person's own has no answer yet. */
    public boolean waiting(Actor actor) {
        return store.open(actor.account()) > 0;
    }

    public Optional<DataRequest> own(Actor actor, UUID id) {
        return store.find(id).filter(request -> accounts(actor).contains(request.account()));
    }

    /** The actor's, and the others of the same human being, where persons were merged. */
    private List<UUID> accounts(Actor actor) {
        return owners.withOthers(actor.account());
    }

    /** Whether something was gathered for a person and is still kept. */
    public boolean gathered(Actor actor, UUID id) {
        return own(actor, id)
                .flatMap(request -> exports.find(request.account(), id))
                .isPresent();
    }

    /** The zip that was gathered for a person, while it is kept. */
    @Transactional
    public Optional<byte[]> export(Actor actor, UUID id) {
        Optional<byte[]> found = own(actor, id).flatMap(request -> exports.find(request.account(), id));
        found.ifPresent(_ -> log.record(actor, "identity.data-exported", OWN + "/" + id, ""));
        return found;
    }

    /** Asks; both clocks run from now: to acknowledge, and to answer. */
    @Transactional
    public Result make(Actor actor, DataRequest.Kind kind, String reason) {
        // an account that is being closed in another tab leaves nobody to answer
        if (!accounts.lockIfOpen(actor.account())) return new Result.Stale();
        if (store.open(actor.account()) >= MOST_OPEN) return Result.invalid("kind", "requests.most");
        Instant now = now();
        var made = new DataRequest(
                actor.account(),
                Ids.next(clock),
                kind,
                responsible.of(actor.synthetic()),
                actor.synthetic(),
                new DataRequest.Saying(reason, now),
                null,
                null);
        store.insert(made);
        work.open(List.of(opening(made, DataRequest.ACKNOWLEDGE), opening(made, kind.work())));
        log.record(actor, "identity.data-requested", DESK + "/" + made.id(), kind.name());
        return new Result.Done(made.id());
    }

    private static WorkItems.Opening opening(DataRequest made, String work) {
        return new WorkItems.Opening(
                work,
                made.unit(),
                null,
                made.id(),
                List.of(made.kind().name()),
                made.synthetic(),
                made.saying().madeAt(),
                null);
    }

    /** Those without an answer that an officer may answer, the oldest first. */
    public Slice<DataRequest> unanswered(Actor officer, Cursor after, int size) {
        List<DataRequest> found = store.unanswered(
                access.units(officer, PrivacyRoles.DATA_PROTECTION_OFFICER),
                officer.synthetic(),
                after.id(0, FIRST),
                size + 1);
        return Slice.of(found, size, last -> Cursor.of(last.id()));
    }

    /** One that the officer may answer; the look is logged and seen by who asks. */
    @Transactional
    public Optional<DataRequest> read(Actor officer, UUID id) {
        Optional<DataRequest> found = find(officer, id);
        found.ifPresent(request ->
                log.recordRead(officer, "identity.data-request-read", DESK + "/" + id, "", request.account()));
        return found;
    }

    private Optional<DataRequest> find(Actor officer, UUID id) {
        return store.find(id).filter(request -> isOfficerFor(officer, request));
    }

    private boolean isOfficerFor(Actor officer, DataRequest request) {
        return access.may(
                officer, PrivacyRoles.DATA_PROTECTION_OFFICER, request.unit().value(), request.synthetic());
    }

    /** Tells whether an officer may answer a request: not who asks, by whichever account. */
    public boolean mayAnswer(Actor officer, DataRequest request) {
        return isOfficerFor(officer, request) && !owners.sameOwner(officer.account(), request.account());
    }

    /** Tells who asks that the request has arrived. */
    @Transactional
    public Result acknowledge(Actor officer, UUID id) {
        DataRequest request = find(officer, id).orElse(null);
        if (request == null) return new Result.NotFound();
        if (!mayAnswer(officer, request)) return new Result.Refused("requests.own");
        if (!store.acknowledge(request, officer.account(), now())) return new Result.Stale();
        close(request, DataRequest.ACKNOWLEDGE, officer);
        log.record(officer, "identity.data-request-acknowledged", DESK + "/" + id, "");
        send(request, "identity.data-request-acknowledged", "requests.acknowledged.notice");
        return new Result.Done(id);
    }

    /**
     * Answers. What was asked to be seen or taken away is gathered with it; what was asked to be deleted is deleted.
     *
     * @param t language of what is gathered
     */
    @Transactional
    public Result answer(Actor officer, UUID id, boolean done, String text, Texts t) {
        DataRequest request = find(officer, id).orElse(null);
        if (request == null) return new Result.NotFound();
        if (!mayAnswer(officer, request)) return new Result.Refused("requests.own");
        boolean deletes = done && request.kind() == DataRequest.Kind.DELETE;
        // a role given at the same moment waits, and then finds the account closed
        if (deletes) accounts.lockIfOpen(request.account());
        if (deletes && accounts.grants(request.account()).stream().anyMatch(grant -> grant.held()))
            return new Result.Refused("requests.delete.roles");
        var answer = new DataRequest.Answer(done, text, null, now(), officer.account());
        if (!store.answer(request, answer)) return new Result.Stale();
        if (done && request.kind().gathers()) exports.make(request, t);
        close(request, DataRequest.ACKNOWLEDGE, officer);
        close(request, request.kind().work(), officer);
        log.record(officer, "identity.data-request-answered", DESK + "/" + id, done ? "done" : "refused");
        if (deletes) store.deleted(request, deletion.delete(request.account()));
        else send(request, "identity.data-request-answered", "requests.answered.notice");
        return new Result.Done(id);
    }

    private void close(DataRequest request, String kind, Actor officer) {
        work.close(List.of(new WorkItems.Ending(
                kind, request.unit(), request.id(), officer, clock.instant(), WorkItem.Outcome.DONE)));
    }

    private void send(DataRequest request, String kind, String text) {
        inbox.send(request.account(), kind, text, List.of(), OWN + "/" + request.id(), null);
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
