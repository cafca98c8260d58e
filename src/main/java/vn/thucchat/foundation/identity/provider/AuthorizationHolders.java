package vn.thucchat.foundation.identity.provider;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.SessionHolder;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.sessions.Sessions;

/** Finds the person of an authorization with the roles held now, as long as pages would know that person too. */
@Component
record AuthorizationHolders(Accounts accounts, Sessions sessions, RoleDefinitions roles) {

    /**
     * Whom it is about; nobody when the session that it was allowed in has ended with all in it, or when pages would ask
     * that person for more proof now than the authorization was made with.
     */
    Optional<SessionHolder> of(Authorization authorization) {
        var person = authorization.person();
        boolean goesOn = authorization.scopes().contains(ClientScope.OFFLINE_ACCESS.parameter())
                || (person.session() != null && sessions.lasts(person.account(), person.session()));
        return goesOn
                ? accounts.person(person.account(), person.secretNo()).filter(now -> proven(now, person))
                : Optional.empty();
    }

    /** As {@code ProofRule} has it for pages: by the code that the account has, or the second factor that a role asks for. */
    private boolean proven(SessionHolder now, Authorization.Person then) {
        if (now.mustChange()) return false;
        if (then.twoFactors()) return true;
        return !now.codeSet() && (now.actor().synthetic() || !roles.needSecondFactor(now.actor()));
    }
}
