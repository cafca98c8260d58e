package vn.thucchat.foundation.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.Administration.Outcome;
import vn.thucchat.foundation.identity.accounts.Administration.Refusal;

/** Gives roles to accounts and takes them back, as administrators do within the reach of their own units. */
@Service
public class RoleAdministration {

    /** How long the first of two persons waits for the second. */
    private static final Duration REQUEST_HOLDS = Duration.ofDays(1);

    /**
     * A role that one administrator wants an account to hold and that waits for a second one.
     *
     * @param by the username of who asked
     * @param ends from when on the role is not to be held any more, or null
     */
    public record GrantRequest(
            String role, String unit, String by, @Nullable Instant ends) {

        /** The last day, in Vietnam, on which it is to be held; null when no end was asked for. */
        public @Nullable LocalDate lastDay() {
            return ends == null ? null : LocalDate.ofInstant(ends.minusMillis(1), BusinessTime.VIETNAM);
        }
    }

    private final AdministeredAccounts administered;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final ResetStore resets;
    private final Access access;
    private final RoleDefinitions roles;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    RoleAdministration(
            AdministeredAccounts administered,
            AccountStore accounts,
            GrantStore grants,
            ResetStore resets,
            Access access,
            RoleDefinitions roles,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.administered = administered;
        this.accounts = accounts;
        this.grants = grants;
        this.resets = resets;
        this.access = access;
        this.roles = roles;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Gives a role. Links that others made end: they were made for an account that could do less. The role of
     * administrator is given by two: else one person could be a second one under another name, and so both of the two
     * that other acts take.
     */
    public Outcome grant(Actor actor, UUID id, int version, String role, String unit) {
        return grant(actor, id, version, role, unit, null);
    }

    /** @param lastDay on which the role is held, or null: until it is taken back */
    public Outcome grant(Actor actor, UUID id, int version, String role, String unit, @Nullable LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(BusinessTime.day(clock.instant())))
            return Outcome.refused(Refusal.ENDS_BEFORE);
        if (!access.may(actor, Roles.ADMINISTRATOR, unit)) return Outcome.refused(Refusal.UNIT_OUT_OF_REACH);
        if (administered.own(actor, id)) return Outcome.refused(Refusal.OWN_ROLE);
        return administered.seen(actor, id, version, entry -> {
            boolean held = entry.grants().stream()
                    .anyMatch(grant -> grant.held()
                            && grant.role().equals(role)
                            && grant.unit().equals(unit));
            if (held) return Outcome.refused(Refusal.HELD_ALREADY);
            if (twoHats(entry, role, unit)) return Outcome.refused(Refusal.TWO_HATS);
            boolean administers = role.equals(Roles.ADMINISTRATOR);
            return transactions.execute(status -> {
                var account = entry.account();
                var now = clock.instant();
                if (!accounts.change(account, account.name(), account.disabled()))
                    return Outcome.refused(Refusal.STALE);
                String until = lastDay == null ? "" : " → " + lastDay;
                if (administers && !roleAskedByAnother(actor, id, role, unit, end(lastDay))) {
                    grants.ask(id, role, unit, actor.account(), now, end(lastDay));
                    log.record(actor, "identity.role-asked", account.path(), role + " " + unit + until);
                    return new Outcome.RoleAsked();
                }
                grants.endRequest(id, role, unit);
                grants.insert(Ids.next(clock), id, role, unit, now, actor.account(), end(lastDay));
                if (administers) resets.endAll(id, now);
                else resets.endOfOthers(id, actor.account(), now);
                resets.endRequest(id);
                log.record(actor, "identity.role-granted", account.path(), role + " " + unit + until);
                return new Outcome.Done(id);
            });
        });
    }

    private static @Nullable Instant end(@Nullable LocalDate lastDay) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
    }

    /** Requests for roles of an account that wait for a second person; none of an account that the actor may not see. */
    public List<GrantRequest> requests(Actor actor, UUID id) {
        return administered
                .find(actor, id)
                .map(entry -> grants.requests(id, clock.instant().minus(REQUEST_HOLDS)))
                .orElse(List.of());
    }

    private boolean roleAskedByAnother(Actor actor, UUID id, String role, String unit, @Nullable Instant ends) {
        return grants.asked(id, role, unit, clock.instant().minus(REQUEST_HOLDS), ends)
                .filter(asker -> !administered.own(actor, asker))
                .isPresent();
    }

    public Outcome revoke(Actor actor, UUID id, int version, UUID grantId) {
        return held(actor, id, version, grantId, (entry, grant) -> {
            boolean ownLast = id.equals(actor.account())
                    && grant.role().equals(Roles.ADMINISTRATOR)
                    && entry.grants().stream()
                            .noneMatch(other -> other.held()
                                    && other.role().equals(Roles.ADMINISTRATOR)
                                    && !other.id().equals(grantId));
            if (ownLast) return Outcome.refused(Refusal.OWN_LAST);
            return change(
                    entry,
                    () -> grants.revoke(grantId, clock.instant(), actor.account()),
                    () -> record(actor, "identity.role-revoked", entry, grant, ""));
        });
    }

    /**
     * Lets a role end after a day, unless it ends before; not one's own.
     *
     * @param lastDay on which it is held
     */
    public Outcome endOn(Actor actor, UUID id, int version, UUID grantId, LocalDate lastDay) {
        if (lastDay.isBefore(BusinessTime.day(clock.instant()))) return Outcome.refused(Refusal.ENDS_BEFORE);
        if (administered.own(actor, id)) return Outcome.refused(Refusal.OWN_ROLE);
        return held(actor, id, version, grantId, (entry, grant) -> {
            LocalDate own = grant.lastDay();
            if (own != null && lastDay.isAfter(own)) return Outcome.refused(Refusal.ENDS_EARLIER);
            return change(
                    entry,
                    () -> grants.endOn(grantId, Objects.requireNonNull(end(lastDay))),
                    () -> record(actor, "identity.role-ends", entry, grant, " → " + lastDay));
        });
    }

    /** Takes a role away in the platform's name; false when it had ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean expire(UUID id, UUID grantId) {
        if (!grants.revoke(grantId, clock.instant(), null)) return false;
        log.record(Actor.PLATFORM, "identity.role-revoked", "/admin/accounts/" + id, grantId.toString());
        return true;
    }

    /** Applies a change to a held role whose unit the actor administers; refuses otherwise. */
    private Outcome held(
            Actor actor, UUID id, int version, UUID grantId, BiFunction<Entry, RoleGrant, Outcome> change) {
        return administered.seen(actor, id, version, entry -> {
            var found = entry.grants().stream()
                    .filter(grant -> grant.held() && grant.id().equals(grantId))
                    .findFirst();
            if (found.isEmpty()) return Outcome.refused(Refusal.NOT_HELD);
            if (!access.may(actor, Roles.ADMINISTRATOR, found.get().unit()))
                return Outcome.refused(Refusal.UNIT_OUT_OF_REACH);
            return change.apply(entry, found.get());
        });
    }

    private Outcome change(Entry entry, BooleanSupplier change, Runnable logged) {
        var account = entry.account();
        return administered.transact(
                () -> {
                    if (!accounts.change(account, account.name(), account.disabled())) return false;
                    if (!change.getAsBoolean()) return false;
                    logged.run();
                    return true;
                },
                account.id());
    }

    private void record(Actor actor, String action, Entry entry, RoleGrant grant, String more) {
        log.record(actor, action, entry.account().path(), grant.role() + " " + grant.unit() + more);
    }

    private boolean twoHats(Entry entry, String role, String unit) {
        return entry.grants().stream()
                .filter(RoleGrant::held)
                .anyMatch(grant -> roles.exclude(role, grant.role()) && access.overlap(unit, grant.unit()));
    }
}
