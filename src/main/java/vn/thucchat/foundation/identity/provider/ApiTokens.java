package vn.thucchat.foundation.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.SessionHolder;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.MachineAccounts;

/**
 * Says who calls our API by an access token: a person, with the roles held now and the proof that the client's authorization was
 * made with; or a client in its own name, by its machine account. No token shows that somebody is there now: what asks for a
 * proof by a device in the last minutes stays closed to all of them.
 */
@Service
public class ApiTokens {

    private final PresentedTokens presented;
    private final Accounts accounts;
    private final MachineAccounts machines;
    private final RoleDefinitions roles;

    ApiTokens(PresentedTokens presented, Accounts accounts, MachineAccounts machines, RoleDefinitions roles) {
        this.presented = presented;
        this.accounts = accounts;
        this.machines = machines;
        this.roles = roles;
    }

    /** What a token opens. */
    public sealed interface Outcome {

        /** @param challenges for {@code WWW-Authenticate} */
        record Refused(HttpStatus status, List<String> challenges) implements Outcome {}

        record Granted(SignedIn caller) implements Outcome {}
    }

    /** @param reading whether the request changes nothing */
    public Outcome open(HttpServletRequest request, boolean reading) {
        return switch (presented.read(request, false)) {
            case PresentedTokens.Presented.Refused(var status, var challenges) ->
                new Outcome.Refused(status, challenges);
            case PresentedTokens.Presented.Valid(var scheme, var opened) -> open(scheme, opened, reading);
        };
    }

    private Outcome open(String scheme, IssuedTokens.Opened opened, boolean reading) {
        String wanted = (reading ? ClientScope.API_READ : ClientScope.API_WRITE).parameter();
        boolean scoped = opened.token().scopes().contains(wanted)
                || opened.token().scopes().contains(ClientScope.API_WRITE.parameter());
        if (!scoped)
            return new Outcome.Refused(
                    HttpStatus.FORBIDDEN, List.of(PresentedTokens.challenge(scheme, "insufficient_scope", wanted)));
        return caller(opened)
                .<Outcome>map(Outcome.Granted::new)
                .orElseGet(() -> new Outcome.Refused(
                        HttpStatus.UNAUTHORIZED, List.of(PresentedTokens.challenge(scheme, "invalid_token", null))));
    }

    private Optional<SignedIn> caller(IssuedTokens.Opened opened) {
        var person = opened.authorization().person();
        if (person.somebody()) {
            UUID session = person.session() == null ? opened.client().id() : person.session();
            return Optional.ofNullable(opened.person()).map(holder -> signedIn(holder, session, proof(person)));
        }
        UUID machine = opened.client().calls().machine();
        if (machine == null) return Optional.empty();
        // a key is something that it has; a secret, something that it knows
        Factor factor = opened.client().security().keys() ? Factor.PASSKEY : Factor.PASSWORD;
        return accounts.find(machine)
                .filter(account ->
                        account.synthetic() == opened.client().registration().synthetic())
                // a person may have got a way to sign in with it since
                .filter(machines::fit)
                .flatMap(account -> accounts.person(account.id(), account.secretNo()))
                // long ago: nobody is there to prove anything
                .map(holder -> signedIn(holder, opened.client().id(), Assurance.of(factor, Instant.EPOCH)));
    }

    /** As much as the authorization was made with; which of two factors was given last is not kept, so the device counts as old. */
    private static Assurance proof(Authorization.Person person) {
        var first = Assurance.of(Factor.PASSWORD, person.authTime());
        return person.twoFactors()
                ? new Assurance(first.first(), first.firstAt(), Factor.PASSKEY, Instant.EPOCH)
                : first;
    }

    private SignedIn signedIn(SessionHolder holder, UUID session, Assurance assurance) {
        return new SignedIn(holder.actor(), roles, holder.mustChange(), holder.codeSet(), session, assurance);
    }
}
