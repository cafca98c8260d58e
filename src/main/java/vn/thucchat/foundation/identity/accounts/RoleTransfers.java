package vn.thucchat.foundation.identity.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
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

/**
 * Moves an official's rights from one unit to another by a decision, at one moment: what was held there ends, the same begins
 * here, and open sessions feel it with their next request.
 */
@Service
public class RoleTransfers {

    public static final int LONGEST_PAPER = 200;

    private final AdministeredAccounts administered;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final ResetStore resets;
    private final Access access;
    private final RoleDefinitions roles;
    private final AccessLog log;
    private final AccountNotices notices;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    RoleTransfers(
            AdministeredAccounts administered,
            AccountStore accounts,
            GrantStore grants,
            ResetStore resets,
            Access access,
            RoleDefinitions roles,
            AccessLog log,
            AccountNotices notices,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.administered = administered;
        this.accounts = accounts;
        this.grants = grants;
        this.resets = resets;
        this.access = access;
        this.roles = roles;
        this.log = log;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Moves all that an account holds in a unit. The actor reaches both units; the role of administrator, which two persons
     * give, is not moved so.
     *
     * @param version of the account that the actor read
     * @param paper the decision: {@code Quyết định 125/QĐ-SNV ngày 01/12/2026}
     */
    public Outcome move(Actor actor, UUID id, int version, String from, String to, String paper) {
        String decision = paper.strip();
        if (decision.isEmpty() || decision.length() > LONGEST_PAPER) return Outcome.refused(Refusal.PAPER_MISSING);
        if (id.equals(actor.account())) return Outcome.refused(Refusal.OWN_ROLE);
        boolean both = access.may(actor, Roles.ADMINISTRATOR, from) && access.may(actor, Roles.ADMINISTRATOR, to);
        if (!both || from.equals(to)) return Outcome.refused(Refusal.UNIT_OUT_OF_REACH);
        return administered.seen(actor, id, version, entry -> move(actor, entry, from, to, decision));
    }

    private static boolean lastsAsLong(RoleGrant there, RoleGrant moved, String unit) {
        Instant ends = there.ends();
        Instant wanted = moved.ends();
        return there.unit().equals(unit)
                && there.role().equals(moved.role())
                && (ends == null || (wanted != null && !ends.isBefore(wanted)));
    }

    private Outcome move(Actor actor, Entry entry, String from, String to, String decision) {
        List<RoleGrant> held = entry.grants().stream().filter(RoleGrant::held).toList();
        List<RoleGrant> moved =
                held.stream().filter(grant -> grant.unit().equals(from)).toList();
        if (moved.isEmpty()) return Outcome.refused(Refusal.NOT_HELD);
        if (moved.stream().anyMatch(grant -> grant.role().equals(Roles.ADMINISTRATOR)))
            return Outcome.refused(Refusal.TAKES_TWO);
        boolean twoHats = moved.stream()
                .anyMatch(one -> held.stream()
                        .filter(other -> !other.unit().equals(from))
                        .anyMatch(
                                other -> roles.exclude(one.role(), other.role()) && access.overlap(to, other.unit())));
        if (twoHats) return Outcome.refused(Refusal.TWO_HATS);
        return transactions.execute(status -> {
            var account = entry.account();
            if (!accounts.change(account, account.name(), account.disabled())) return Outcome.refused(Refusal.STALE);
            Instant now = clock.instant();
            for (RoleGrant grant : moved) {
                // somebody took it back, or it ran out, since it was read
                if (!grants.revoke(grant.id(), now, actor.account())) {
                    status.setRollbackOnly();
                    return Outcome.refused(Refusal.STALE);
                }
                boolean inserted = grants.insert(
                        Ids.next(clock), account.id(), grant.role(), to, now, actor.account(), grant.ends());
                // what is held there already may end earlier
                if (!inserted && held.stream().noneMatch(there -> lastsAsLong(there, grant, to))) {
                    status.setRollbackOnly();
                    return Outcome.refused(Refusal.HELD_ALREADY);
                }
                log.record(
                        actor,
                        "identity.role-moved",
                        account.path(),
                        grant.role() + " " + from + " → " + to + " · " + decision);
            }
            resets.endOfOthers(account.id(), actor.account(), now);
            resets.endRequest(account.id());
            notices.tell(
                    account.id(),
                    "identity.role-moved",
                    "notice.identity.role-moved",
                    List.of(access.unitName(from), access.unitName(to), decision),
                    "/id");
            return new Outcome.Done(account.id());
        });
    }
}
