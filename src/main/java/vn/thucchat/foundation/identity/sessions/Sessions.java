package vn.thucchat.foundation.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Actor.ActingFor;
import vn.thucchat.foundation.identity.access.Actor.ActingRights;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.sessions.SessionStore.GivenProof;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;
import vn.thucchat.foundation.pages.SiteCookies;

/**
 * What a session remembers is the account and the number of its password, no more. Who that is and may do is read
 * anew for each request: a revoked role, a disabled account and a changed password act at once, on every process.
 *
 * <p>Nothing is kept for a stranger, and nothing is added to a session once it has begun: requests that come at once
 * have nothing to write twice. The database knows only the hash of the cookie, so that whoever reads the table, or a
 * copy of it, is signed in nowhere.
 */
@Component
public class Sessions implements SecurityContextRepository {

    public static final String COOKIE = "tc";

    private static final SecureRandom RANDOM = new SecureRandom();
    /** 256 bits in base64url. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** How exactly it is known when a session was last used: one write a minute, however many requests. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final Accounts accounts;
    private final RoleDefinitions roles;
    private final SiteCookies cookies;
    private final InstantSource clock;
    private final SessionLimits limits;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<ActingRights> rights;

    Sessions(
            SessionStore sessions,
            Accounts accounts,
            RoleDefinitions roles,
            SiteCookies cookies,
            InstantSource clock,
            SessionLimits limits,
            ApplicationEventPublisher events,
            ObjectProvider<ActingRights> rights) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.roles = roles;
        this.cookies = cookies;
        this.clock = clock;
        this.limits = limits;
        this.events = events;
        this.rights = rights;
    }

    /** Begins a new session: nothing of the one before goes on, neither its id nor its form tokens. */
    public void open(HttpServletRequest request, HttpServletResponse response, Account account, Factor proof) {
        open(request, response, account, new GivenProof(proof, null, clock.instant()));
    }

    /** Begins a new session by what was proven before it, to another provider. */
    public void open(
            HttpServletRequest request, HttpServletResponse response, Account account, Factor proof, Instant provenAt) {
        open(request, response, account, new GivenProof(proof, null, provenAt));
    }

    /** Begins a new session by a passkey, which ends when its owner removes the key. */
    public void open(HttpServletRequest request, HttpServletResponse response, Account account, UUID passkey) {
        open(request, response, account, new GivenProof(Factor.PASSKEY, passkey, clock.instant()));
    }

    private void open(HttpServletRequest request, HttpServletResponse response, Account account, GivenProof proof) {
        token(request).ifPresent(this::end);
        begin(request, response, SessionStore.Session.begun(Ids.next(clock), account, proof, clock.instant()));
    }

    /**
     * Goes on in a new session, under a new cookie, that knows of one more proof; it ends when the one before would
     * have. Nothing happens to a request without a session.
     */
    public void raise(HttpServletRequest request, HttpServletResponse response, Factor proof) {
        raise(request, response, proof, clock.instant());
    }

    /** As {@link #raise(HttpServletRequest, HttpServletResponse, Factor)}, by what was proven to another provider. */
    public void raise(HttpServletRequest request, HttpServletResponse response, Factor proof, Instant provenAt) {
        renew(request, response, (before, now) -> before.raised(new GivenProof(proof, null, provenAt), now));
    }

    /** As {@link #raise(HttpServletRequest, HttpServletResponse, Factor)}, by a passkey: removing the key ends it. */
    public void raise(HttpServletRequest request, HttpServletResponse response, UUID passkey) {
        renew(request, response, (before, now) -> before.raised(new GivenProof(Factor.PASSKEY, passkey, now), now));
    }

    /** Begins a new session for who has changed their password; it knows of what was proven in the one before. */
    public void renew(HttpServletRequest request, HttpServletResponse response, Account account) {
        renew(request, response, (before, now) -> before.renewed(Ids.next(clock), account, now));
        // what was given in the session of the handle before ends with it
        events.publishEvent(new SessionEnded(account.id()));
    }

    /** One that was ended meanwhile, by its owner elsewhere, stays so. */
    private void renew(
            HttpServletRequest request,
            HttpServletResponse response,
            BiFunction<SessionStore.Session, Instant, SessionStore.Session> next) {
        Instant now = clock.instant();
        token(request)
                .ifPresent(token -> stored(token, now).ifPresent(before -> {
                    String fresh = freshToken();
                    if (sessions.renew(
                            hash(token),
                            limits.seenBefore(now),
                            limits.begunBefore(now),
                            hash(fresh),
                            next.apply(before, now)))
                        cookies.write(request, response, COOKIE, fresh, SiteCookies.WHILE_OPEN, "Lax");
                }));
    }

    private static String freshToken() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, SessionStore.Session session) {
        String token = freshToken();
        sessions.insert(
                hash(token),
                session,
                BrowserLabel.of(request.getHeader(HttpHeaders.USER_AGENT)),
                ClientNetwork.readable(request.getRemoteAddr()));
        cookies.write(request, response, COOKIE, token, SiteCookies.WHILE_OPEN, "Lax");
    }

    /** Ends the session, in the database too. */
    public void close(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(token -> {
            end(token);
            cookies.delete(request, response, COOKIE);
        });
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has no other abstract way to load
    public SecurityContext loadContext(
            org.springframework.security.web.context.HttpRequestResponseHolder requestResponseHolder) {
        var context = SecurityContextHolder.createEmptyContext();
        token(requestResponseHolder.getRequest()).flatMap(this::person).ifPresent(context::setAuthentication);
        return context;
    }

    /**
     * Tells of a request that goes on for long whether its session still does: not after signing out, nor when the
     * account was closed or given another password.
     */
    public BooleanSupplier lasting(HttpServletRequest request) {
        Optional<String> token = token(request);
        // without a session it was let in otherwise, and there is nothing that could end
        return () -> token.isEmpty() || token.flatMap(this::person).isPresent();
    }

    /** Whose session it is, as long as it lasts. */
    private Optional<SignedIn> person(String token) {
        Instant now = clock.instant();
        return stored(token, now).flatMap(session -> {
            Instant noted = now.minus(NOTED);
            if (session.seenAt().isBefore(noted)) sessions.seen(hash(token), now, noted);
            return accounts.person(session.account(), session.secretNo())
                    .map(person -> new SignedIn(
                            acting(person.actor(), session.actingFor()),
                            roles,
                            person.mustChange(),
                            person.codeSet(),
                            session.id(),
                            session.assurance()));
        });
    }

    private void end(String token) {
        sessions.delete(hash(token)).ifPresent(account -> events.publishEvent(new SessionEnded(account)));
    }

    /** Those of some accounts' sessions that go on. */
    public Set<UUID> lasting(Collection<UUID> accounts, Collection<UUID> ids) {
        Instant now = clock.instant();
        return sessions.lasting(accounts, ids, limits.seenBefore(now), limits.begunBefore(now));
    }

    /** Somebody whose right to act for another has ended meanwhile is told, and does nothing in either name till then. */
    private Actor acting(Actor actor, @Nullable UUID representation) {
        if (representation == null) return actor;
        return actor.acting(rights.stream()
                .flatMap(known -> known.holding(actor, representation).stream())
                .findFirst()
                .orElseGet(() -> ActingFor.over(representation)));
    }

    /** From the next request on the owner of the session acts by a representation; null: for themselves. */
    public void act(SignedIn person, @Nullable UUID representation) {
        sessions.act(person.getPrincipal().account(), person.session(), representation);
    }

    /** Whether an account's session of a handle goes on: what was given in it may end with it. */
    public boolean lasts(UUID account, UUID session) {
        Instant now = clock.instant();
        return sessions.lasts(account, session, limits.seenBefore(now), limits.begunBefore(now));
    }

    private Optional<SessionStore.Session> stored(String token, Instant now) {
        return sessions.find(hash(token), limits.seenBefore(now), limits.begunBefore(now));
    }

    /** Forgets sessions that have ended by themselves. */
    int sweep() {
        Instant now = clock.instant();
        return sessions.sweep(limits.seenBefore(now), limits.begunBefore(now));
    }

    /** Nothing to save: {@link #open} and {@link #close} say what the session holds. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }

    /** Reads the session token from the request's cookie; empty when the cookie is missing or malformed. */
    Optional<String> token(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .filter(value -> TOKEN.matcher(value).matches());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
