package vn.thucchat.foundation.identity.closing;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.FactorRemovals.AccountSessions;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.identity.requests.PersonalDataDeletion;
import vn.thucchat.foundation.pages.Result;

/** Closes accounts for their owners, at once. */
@Service
public class AccountClosing {

    public static final String PATH = "/id/close";
    public static final String CLOSED = "/account-closed";

    private final Accounts accounts;
    private final Access access;
    private final PersonRegistry people;
    private final Representations representations;
    private final DataRequests requests;
    private final PersonalDataDeletion deletion;
    private final AccountSessions sessions;
    private final ClosingMessages messages;
    private final AccessLog log;

    AccountClosing(
            Accounts accounts,
            Access access,
            PersonRegistry people,
            Representations representations,
            DataRequests requests,
            PersonalDataDeletion deletion,
            AccountSessions sessions,
            ClosingMessages messages,
            AccessLog log) {
        this.accounts = accounts;
        this.access = access;
        this.people = people;
        this.representations = representations;
        this.requests = requests;
        this.deletion = deletion;
        this.sessions = sessions;
        this.messages = messages;
        this.log = log;
    }

    /**
     * What somebody has to hand over before their account can be closed.
     *
     * @param roles that they hold
     * @param acting for whom they act
     * @param asked whether a request about their data has no answer yet: it could not be given any more
     */
    public record HandOver(List<HeldRole> roles, List<Representation> acting, boolean asked) {

        public boolean nothing() {
            return roles.isEmpty() && acting.isEmpty() && !asked;
        }
    }

    /** @param unit the name of the unit that the role is held in */
    public record HeldRole(RoleGrant grant, String unit) {}

    public HandOver handOver(Actor actor) {
        List<HeldRole> roles = accounts.grants(actor.account()).stream()
                .filter(RoleGrant::held)
                .map(grant -> new HeldRole(grant, access.unitName(grant.unit())))
                .toList();
        List<Representation> acting =
                people.proven(actor).map(representations::by).orElse(List.of());
        return new HandOver(roles, acting, requests.waiting(actor));
    }

    /**
     * Deletes what no law keeps and closes the account, after a last message to each confirmed address was handed over in
     * the same transaction.
     */
    @Transactional
    public Result close(Actor actor) {
        if (!accounts.lockIfOpen(actor.account())) return new Result.Stale();
        HandOver first = handOver(actor);
        if (!first.roles().isEmpty()) return new Result.Refused("closing.roles.first");
        if (!first.acting().isEmpty()) return new Result.Refused("closing.acting.first");
        if (first.asked()) return new Result.Refused("closing.requests.first");
        // others use it too
        if (actor.synthetic()) return new Result.Refused("closing.demonstration");
        messages.send(actor);
        List<String> deleted = deletion.delete(actor.account());
        sessions.endAll(actor.account());
        log.record(actor, "identity.account-closed", "/admin/accounts/" + actor.account(), String.join(", ", deleted));
        return new Result.Done(actor.account());
    }
}
