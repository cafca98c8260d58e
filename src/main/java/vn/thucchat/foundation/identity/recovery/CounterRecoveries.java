package vn.thucchat.foundation.identity.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;
import vn.thucchat.foundation.identity.retention.PrivacyRules;
import vn.thucchat.foundation.pages.Result;

/** Lets clerks, who compared card and face, give a person a link that holds for minutes. */
@Service
public class CounterRecoveries {

    /** How long the first of two clerks waits for the second. */
    private static final Duration SECOND_HAS = Duration.ofHours(8);

    private static final int LONGEST_REASON = 300;

    /** So many a clerk gives alone in a day; after these a second one has to agree. */
    static final int ALONE_A_DAY = 20;

    /** What a clerk may do for an account. */
    public enum Eligibility {
        ONE_CLERK,
        /** whoever had it could do more than look at one person's own: two clerks */
        TWO_CLERKS,
        /** another clerk has begun; this one may agree */
        AGREE,
        /** this clerk has begun; another one is to agree */
        BEGUN,
        /** its roles ask for a second factor: administrators only */
        ADMINISTRATORS,
        CLOSED
    }

    /** An account of a person at the counter. */
    public record Line(Account account, Eligibility eligibility) {}

    private final RecoveryStore store;
    private final RecoveryCompletion ends;
    private final RecoveryMessages messages;
    private final PersonRegistry people;
    private final Representations representations;
    private final AccountFactors factors;
    private final Accounts accounts;
    private final OwnerAccounts owners;
    private final RoleDefinitions roles;
    private final PrivacyRules rules;
    private final AccessLog log;
    private final InstantSource clock;

    CounterRecoveries(
            RecoveryStore store,
            RecoveryCompletion ends,
            RecoveryMessages messages,
            PersonRegistry people,
            Representations representations,
            AccountFactors factors,
            Accounts accounts,
            OwnerAccounts owners,
            RoleDefinitions roles,
            PrivacyRules rules,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.ends = ends;
        this.messages = messages;
        this.people = people;
        this.representations = representations;
        this.factors = factors;
        this.accounts = accounts;
        this.owners = owners;
        this.roles = roles;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** The person of the page; the look is written down with its purpose. */
    public Optional<Person> person(Actor clerk, UUID id) {
        return people.read(clerk, id, "sign-in");
    }

    public List<Line> accounts(Actor clerk, Person person) {
        return people.accounts(clerk, person).stream()
                .flatMap(id -> accounts.find(id).stream())
                .filter(account -> account.synthetic() == clerk.synthetic())
                .map(account -> new Line(account, eligibility(clerk, person, account)))
                .toList();
    }

    private Eligibility eligibility(Actor clerk, Person person, Account account) {
        Actor owner = accounts.actor(account.username()).orElse(null);
        if (owner == null) return Eligibility.CLOSED;
        if (roles.needSecondFactor(owner)) return Eligibility.ADMINISTRATORS;
        boolean more = !owner.grants().isEmpty()
                || !factors.devices(account.id()).isEmpty()
                || !representations.heldBy(person).isEmpty();
        boolean often = store.alone(clerk.account(), clock.instant().minus(Duration.ofDays(1))) >= ALONE_A_DAY;
        if (!more && !often) return Eligibility.ONE_CLERK;
        return begun(account.id())
                .map(one -> own(clerk, one.clerk()) ? Eligibility.BEGUN : Eligibility.AGREE)
                .orElse(Eligibility.TWO_CLERKS);
    }

    private boolean own(Actor clerk, @Nullable UUID other) {
        return other != null && owners.sameOwner(clerk.account(), other);
    }

    private Optional<Recovery> begun(UUID account) {
        return store.running(account, clock.instant()).stream()
                .filter(one -> one.clerk() != null && one.opensAt() == null)
                .findFirst();
    }

    /**
     * Begins a recovery, or agrees with the one that another clerk began.
     *
     * @return Done with the id of the recovery: open, or waiting for a second clerk
     */
    @Transactional
    public Result give(Actor clerk, Person person, UUID account, String reason, boolean compared) {
        // two tabs of one clerk count one after the other
        store.lock(clerk.account());
        Line line = accounts(clerk, person).stream()
                .filter(one -> one.account().id().equals(account))
                .findFirst()
                .orElse(null);
        if (line == null) return new Result.NotFound();
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON)
            return Result.invalid("reason", "recovery.reason.fault");
        if (!compared) return Result.invalid("compared", "people.compared.fault");
        return switch (line.eligibility()) {
            case ONE_CLERK -> begin(clerk, line.account(), reason, true);
            case TWO_CLERKS -> begin(clerk, line.account(), reason, false);
            case AGREE -> agree(clerk, line.account(), reason);
            case BEGUN -> new Result.Refused("recovery.counter.BEGUN");
            case ADMINISTRATORS -> new Result.Refused("recovery.counter.ADMINISTRATORS");
            case CLOSED -> new Result.Refused("recovery.counter.CLOSED");
        };
    }

    private Result begin(Actor clerk, Account account, String reason, boolean alone) {
        Instant now = ends.now();
        UUID id = Ids.next(clock);
        store.endAtCounters(account.id(), now);
        store.insert(
                new Recovery(
                        id,
                        account.id(),
                        clerk.account(),
                        null,
                        List.of(),
                        now,
                        alone ? now : null,
                        now.plus(alone ? holds(now) : SECOND_HAS),
                        null,
                        null,
                        null),
                reason.strip());
        log.record(clerk, "identity.recovery-at-counter", account.path(), reason.strip());
        tell(account, id);
        return new Result.Done(id);
    }

    private Result agree(Actor clerk, Account account, String reason) {
        Instant now = ends.now();
        Recovery recovery = begun(account.id()).orElse(null);
        if (recovery == null || !store.agree(recovery.id(), clerk.account(), now, now.plus(holds(now))))
            return new Result.Stale();
        log.record(clerk, "identity.recovery-agreed", account.path(), reason.strip());
        return new Result.Done(recovery.id());
    }

    private void tell(Account account, UUID id) {
        accounts.actor(account.username()).ifPresent(owner -> messages.warn(owner, id, "recovery-counter"));
    }

    private Duration holds(Instant now) {
        return Duration.ofMinutes(rules.of(RecoveryRules.COUNTER_MINUTES, BusinessTime.day(now)));
    }
}
