package vn.thucchat.foundation.identity.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;

/** Decides what a person has to do before a client gets its code, and makes the code. */
@Service
public class ClientSignIns {

    /** Says in a return path from when on a proof counts: {@code 1764500000.K7…}. */
    public static final String PROVEN_AFTER = "proven_after";

    private static final String PURPOSE = "proof wanted by a client";

    private final Authorizations authorizations;
    private final AuthorizationRequests requests;
    private final ClientConsents consents;
    private final SubjectIdentifiers subjects;
    private final Accounts accounts;
    private final Seal seal;
    private final InstantSource clock;

    ClientSignIns(
            Authorizations authorizations,
            AuthorizationRequests requests,
            ClientConsents consents,
            SubjectIdentifiers subjects,
            Accounts accounts,
            Seal seal,
            InstantSource clock) {
        this.authorizations = authorizations;
        this.requests = requests;
        this.consents = consents;
        this.subjects = subjects;
        this.accounts = accounts;
        this.seal = seal;
        this.clock = clock;
    }

    /** What comes next. */
    public sealed interface Step {

        /** A stranger signs in, or the person signed in does so again. */
        record SignIn(RequestQuery back) implements Step {}

        /** The person is asked to allow it. */
        record Consent() implements Step {}

        /** The person goes on to an address of the client's. */
        record Leave(String address) implements Step {}

        /** A real person at a client of the demonstration, or the other way round. */
        record NotHere() implements Step {}
    }

    /** The next step of a stranger. */
    public Step next(AuthorizationRequest request) {
        return request.wishes().silent() ? told(request, "login_required") : new Step.SignIn(marked(request));
    }

    /** The next step of somebody who is signed in. */
    @Transactional
    public Step next(AuthorizationRequest request, SignedIn person) {
        var wishes = request.wishes();
        Actor actor = person.getPrincipal();
        boolean silent = wishes.silent();
        if (actor.synthetic() != request.client().registration().synthetic())
            return silent ? told(request, "access_denied") : new Step.NotHere();
        if (!fresh(request, person) || !expected(request, actor)) return next(request);
        boolean allowed = consents.of(actor, request.client()).containsAll(request.scopes());
        if (!allowed && silent) return told(request, "consent_required");
        if (!allowed || wishes.consent()) return new Step.Consent();
        return given(request, person, request.scopes());
    }

    /** What follows when the person allowed some of the scopes that were asked for. */
    @Transactional
    public Step allow(AuthorizationRequest request, SignedIn person, Set<String> scopes) {
        Actor actor = person.getPrincipal();
        if (actor.synthetic() != request.client().registration().synthetic()) return new Step.NotHere();
        if (!fresh(request, person) || !request.scopes().containsAll(scopes) || scopes.isEmpty())
            return told(request, "access_denied");
        consents.give(actor, request.client(), scopes);
        return given(request, person, scopes);
    }

    /** What follows when the person did not allow it. */
    public Step deny(AuthorizationRequest request) {
        return told(request, "access_denied");
    }

    private Step given(AuthorizationRequest request, SignedIn signedIn, Set<String> scopes) {
        Account account = accounts.find(signedIn.getPrincipal().account()).orElseThrow();
        var assurance = signedIn.assurance();
        String nonce = request.nonce();
        var person = new Authorization.Person(
                account.id(),
                account.secretNo(),
                signedIn.session(),
                assurance.provenAt(),
                AuthenticationContext.acr(assurance),
                AuthenticationContext.amr(assurance),
                nonce.isEmpty() ? null : nonce);
        String code = authorizations.begin(
                request.client(),
                scopes,
                person,
                request.challenge(),
                request.answerTo().redirectUri());
        return new Step.Leave(requests.success(request.answerTo(), code));
    }

    private Step told(AuthorizationRequest request, String error) {
        return new Step.Leave(requests.error(request.answerTo(), error));
    }

    /** Whether the latest proof is as young as the client wants it; one given on the way here is. */
    private boolean fresh(AuthorizationRequest request, SignedIn person) {
        var wishes = request.wishes();
        Instant provenAt = person.assurance().provenAt();
        Long maxAge = wishes.maxAge();
        boolean young = maxAge == null || person.assurance().within(Duration.ofSeconds(maxAge), clock.instant());
        if (young && !wishes.fresh()) return true;
        String[] mark = request.query().text(PROVEN_AFTER).split("\\.", 2);
        return mark.length == 2
                && MessageDigest.isEqual(
                        mark[1].getBytes(StandardCharsets.UTF_8),
                        seal.mark(mark[0], PURPOSE).getBytes(StandardCharsets.UTF_8))
                && provenAt.getEpochSecond() >= Long.parseLong(mark[0]);
    }

    /** Whether it is the person whom the client expects, if it expects somebody. */
    private boolean expected(AuthorizationRequest request, Actor actor) {
        var hint = request.wishes().hint();
        return hint == null || hint.subject().equals(subjects.of(request.client(), actor.account()));
    }

    private RequestQuery marked(AuthorizationRequest request) {
        String now = Long.toString(clock.instant().getEpochSecond());
        return request.query().with(PROVEN_AFTER, now + "." + seal.mark(now, PURPOSE));
    }
}
