package vn.thucchat.foundation.identity.provider;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.RedirectUris;

/** Decides what a person has to do before a client gets its code, and makes the code. */
@Service
public class ClientSignIns {

    /** Says in a return path from when on a proof counts: {@code 1764500000.K7…}. */
    public static final String PROVEN_AFTER = "proven_after";

    private final BegunAuthorizations authorizations;
    private final AuthorizationRequests requests;
    private final ClientConsents consents;
    private final PushedRequests pushed;
    private final SubjectIdentifiers subjects;
    private final Accounts accounts;
    private final StepUpRequirements proofs;

    ClientSignIns(
            BegunAuthorizations authorizations,
            AuthorizationRequests requests,
            ClientConsents consents,
            PushedRequests pushed,
            SubjectIdentifiers subjects,
            Accounts accounts,
            StepUpRequirements proofs) {
        this.authorizations = authorizations;
        this.requests = requests;
        this.consents = consents;
        this.pushed = pushed;
        this.subjects = subjects;
        this.accounts = accounts;
        this.proofs = proofs;
    }

    /** Hears of sign-ins at clients, in their transaction. */
    public interface Listener {

        /** @param session in which somebody let the client know who they are */
        void signedIn(Client client, UUID account, UUID session);
    }

    /** What comes next. */
    public sealed interface Step {

        /** A stranger signs in, or the person signed in does so again. */
        record SignIn(RequestQuery back) implements Step {}

        /**
         * The person signed in proves more, in the same session.
         *
         * @param second a second factor; who they are once more otherwise
         */
        record Prove(boolean second, RequestQuery back) implements Step {}

        /** The person is asked to allow it. */
        record Consent() implements Step {}

        /** The person goes on to an address of the client's. */
        record Leave(String address) implements Step {}

        /** The request was answered before. */
        record Over() implements Step {}

        /** A real person at a client of the demonstration, or the other way round. */
        record NotHere() implements Step {}
    }

    /** The next step of a stranger. */
    public Step next(AuthorizationRequest request) {
        return request.wishes().silent() ? told(request, "login_required") : new Step.SignIn(proofs.marked(request));
    }

    /** The address by which a client that asks silently is told that somebody signed in has to pass a page of ours first. */
    @Transactional
    public Optional<String> interrupted(AuthorizationRequest request) {
        if (!request.wishes().silent()) return Optional.empty();
        return told(request, "interaction_required") instanceof Step.Leave(var address)
                ? Optional.of(address)
                : Optional.empty();
    }

    /** The next step of somebody who is signed in. */
    @Transactional
    public Step next(AuthorizationRequest request, SignedIn person) {
        var wishes = request.wishes();
        Actor actor = person.getPrincipal();
        boolean silent = wishes.silent();
        if (actor.synthetic() != request.client().registration().synthetic())
            return silent ? told(request, "access_denied") : new Step.NotHere();
        if (!expected(request, actor)) return next(request);
        Step first = unproven(request, person);
        if (first != null) return first;
        boolean allowed = consents.hold(actor, request.client()).containsAll(request.scopes()) && !anyProgram(request);
        if (!allowed && silent) return told(request, "consent_required");
        if (!allowed || wishes.consent()) return new Step.Consent();
        return given(request, person, request.scopes());
    }

    /** What follows when the person allowed some of the scopes that were asked for. */
    @Transactional
    public Step allow(AuthorizationRequest request, SignedIn person, Set<String> scopes) {
        Actor actor = person.getPrincipal();
        if (actor.synthetic() != request.client().registration().synthetic()) return new Step.NotHere();
        // somebody else may have signed in since the page was shown
        if (!expected(request, actor)) return next(request);
        Step first = unproven(request, person);
        if (first != null) return first;
        if (!request.scopes().containsAll(scopes) || scopes.isEmpty()) return told(request, "access_denied");
        Step next = given(request, person, scopes);
        // what was answered in another window before is not allowed here
        if (next instanceof Step.Leave) consents.give(actor, request.client(), scopes);
        return next;
    }

    /** What has to be proven before; null when nothing has. */
    private @Nullable Step unproven(AuthorizationRequest request, SignedIn person) {
        boolean silent = request.wishes().silent();
        return switch (proofs.of(request, person)) {
            case NONE -> null;
            case AGAIN -> {
                // another account may be meant
                if (silent || request.wishes().choose()) yield next(request);
                yield new Step.Prove(false, proofs.marked(request));
            }
            case SECOND -> silent ? told(request, "login_required") : new Step.Prove(true, request.query());
            // OpenID Connect Core Error Code unmet_authentication_requirements 1.0
            case IMPOSSIBLE -> told(request, "unmet_authentication_requirements");
        };
    }

    /** What follows when the person did not allow it. */
    public Step deny(AuthorizationRequest request) {
        return told(request, "access_denied");
    }

    private Step given(AuthorizationRequest request, SignedIn signedIn, Set<String> scopes) {
        // answered in another window at the same moment
        if (request.pushed() != null && !pushed.answer(request.pushed())) return new Step.Over();
        Account account = accounts.find(signedIn.getPrincipal().account()).orElseThrow();
        String nonce = request.nonce();
        var wishes = request.wishes();
        var person = Authorization.Person.of(
                account, signedIn, wishes.acr(), nonce.isEmpty() ? null : nonce, wishes.idTokenClaims());
        String code = authorizations.code(
                request.client(),
                scopes,
                person,
                request.challenge().isEmpty() ? null : request.challenge(),
                request.answerTo().redirectUri(),
                request.jkt());
        return new Step.Leave(requests.success(request.answerTo(), code));
    }

    private Step told(AuthorizationRequest request, String error) {
        if (request.pushed() != null && !pushed.answer(request.pushed())) return new Step.Over();
        return new Step.Leave(requests.error(request.answerTo(), error));
    }

    /**
     * Whether any program of the person's machine may be the client: it has no secret, and its address is the machine itself.
     * So it is never allowed without the person (RFC 8252, section 8.6).
     */
    private static boolean anyProgram(AuthorizationRequest request) {
        return !request.client().confidential()
                && RedirectUris.loopback(request.answerTo().redirectUri());
    }

    /** Whether it is the person whom the client expects, if it expects somebody. */
    private boolean expected(AuthorizationRequest request, Actor actor) {
        var hint = request.wishes().hint();
        Set<String> named = request.wishes().subjects();
        if (hint == null && named.isEmpty()) return true;
        String subject = subjects.of(request.client(), actor.account());
        return (hint == null || hint.subject().equals(subject)) && (named.isEmpty() || named.contains(subject));
    }
}
