package vn.thucchat.foundation.identity.consent;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accesslog.DataReads;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;

/** Takes what people say against looks at their data, and lets administrators of the reader's unit answer. */
@Service
public class ReadObjections {

    public static final String PATH = "/admin/objections/";

    private final ReadObjectionStore store;
    private final DataReads looks;
    private final Accounts accounts;
    private final OwnerAccounts owners;
    private final Access access;
    private final WorkItems work;
    private final Inbox inbox;
    private final AccessLog log;
    private final InstantSource clock;

    ReadObjections(
            ReadObjectionStore store,
            DataReads looks,
            Accounts accounts,
            OwnerAccounts owners,
            Access access,
            WorkItems work,
            Inbox inbox,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.looks = looks;
        this.accounts = accounts;
        this.owners = owners;
        this.access = access;
        this.work = work;
        this.inbox = inbox;
        this.log = log;
        this.clock = clock;
    }

    /** What a person said against some looks, by their lines in the access log. */
    public Map<UUID, ReadObjection> of(UUID subject, Collection<UUID> lines) {
        return store.of(subject, lines).stream()
                .collect(Collectors.toMap(it -> it.look().look(), Function.identity()));
    }

    /** Says something against a look at one's own data; said twice, the first counts. */
    @Transactional
    public Result object(Actor subject, UUID line, String reason) {
        LogEntry look = looks.find(subject.account(), line).orElse(null);
        if (look == null) return new Result.NotFound();
        var made = new ReadObjection(
                Ids.next(clock),
                subject.account(),
                new ReadObjection.Look(line, look.account()),
                unit(look.account(), subject),
                subject.synthetic(),
                new ReadObjection.Saying(reason, clock.instant()),
                null);
        if (store.insert(made)) {
            String reader = accounts.find(look.account()).map(Account::name).orElse(look.username());
            work.open(List.of(new WorkItems.Opening(
                    ReadObjection.WORK,
                    made.unit(),
                    null,
                    made.id(),
                    List.of(reader),
                    made.synthetic(),
                    made.saying().madeAt(),
                    null)));
            log.record(subject, "identity.look-objected", PATH + made.id(), "");
        }
        return new Result.Done(made.id());
    }

    /** The unit of the reader's role, held now or last; of one who never held any, the person's own. */
    private UnitCode unit(UUID reader, Actor subject) {
        List<RoleGrant> grants = accounts.grants(reader);
        return grants.stream()
                .filter(RoleGrant::held)
                .findFirst()
                .or(() -> grants.isEmpty() ? Optional.empty() : Optional.of(grants.getLast()))
                .map(RoleGrant::unit)
                .or(() -> subject.grants().stream().findFirst().map(Actor.Grant::unit))
                .map(UnitCode::new)
                .orElse(UnitCode.NATION);
    }

    /** One that the administrator may answer; that it was read is logged, and seen by who objects. */
    @Transactional
    public Optional<ReadObjection> read(Actor administrator, UUID id) {
        Optional<ReadObjection> found = find(administrator, id);
        found.ifPresent(it -> log.recordRead(administrator, "identity.objection-read", PATH + id, "", it.subject()));
        return found;
    }

    private Optional<ReadObjection> find(Actor administrator, UUID id) {
        return store.find(id).filter(it -> administers(administrator, it));
    }

    private boolean administers(Actor administrator, ReadObjection it) {
        return access.may(administrator, Roles.ADMINISTRATOR, it.unit().value(), it.synthetic());
    }

    /** Tells whether an administrator may answer an objection: not who looked nor who objects, by whichever account. */
    public boolean mayAnswer(Actor administrator, ReadObjection it) {
        UUID by = administrator.account();
        return administers(administrator, it)
                && !owners.sameOwner(by, it.look().lookedBy())
                && !owners.sameOwner(by, it.subject());
    }

    /** Answers; not who looked, and not who objects. */
    @Transactional
    public Result answer(Actor administrator, UUID id, String answer) {
        ReadObjection it = find(administrator, id).orElse(null);
        if (it == null) return new Result.NotFound();
        if (!mayAnswer(administrator, it)) return new Result.Refused("looks.answer.own");
        var now = clock.instant();
        if (!store.answer(id, answer, now, administrator.account())) return new Result.Stale();
        work.close(List.of(
                new WorkItems.Ending(ReadObjection.WORK, it.unit(), id, administrator, now, WorkItem.Outcome.DONE)));
        inbox.send(it.subject(), "identity.look-answered", "looks.answered.notice", List.of(), "/id/looks", null);
        log.record(administrator, "identity.look-answered", PATH + id, "");
        return new Result.Done(id);
    }
}
