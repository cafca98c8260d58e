package vn.thucchat.foundation.identity.sessions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.accounts.OpenSessionCount;
import vn.thucchat.foundation.identity.factors.FactorRemovals.AccountSessions;
import vn.thucchat.foundation.identity.factors.Passkeys.SessionProofs;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;

/**
 * Lists the sessions of a person that go on, and ends them: at once, on every process, for each request asks the
 * database for its session anew; and with them streams that they keep open.
 */
@Service
public class OpenSessions implements OpenSessionCount, AccountSessions, SessionProofs {

    private static final String PATH = "/id/sessions";
    static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    static final UUID LAST_ID = new UUID(-1, -1);

    private final SessionStore sessions;
    private final SessionPlaceStore places;
    private final SessionLimits limits;
    private final Administration administration;
    private final AccessLog log;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    OpenSessions(
            SessionStore sessions,
            SessionPlaceStore places,
            SessionLimits limits,
            Administration administration,
            AccessLog log,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.sessions = sessions;
        this.places = places;
        this.limits = limits;
        this.administration = administration;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** The person's own, the newest first. */
    public Slice<OpenSession> of(Actor actor, Cursor after, int size) {
        Instant now = clock.instant();
        return Slice.of(
                sessions.open(
                        actor.account(),
                        limits.seenBefore(now),
                        limits.begunBefore(now),
                        after.at(0, LAST),
                        after.id(1, LAST_ID),
                        size + 1),
                size,
                last -> Cursor.of(last.begunAt(), last.id()));
    }

    /**
     * Browser and network address a session began with.
     *
     * @param browser {@code Chrome · Android}; empty where it is not known
     * @param network {@code 192.0.2.7}; empty where it is not known
     */
    public record Place(String browser, String network) {}

    /** Where an account's session began; empty when there is none of that handle. */
    public Optional<Place> place(UUID account, UUID session) {
        return places.find(account, session);
    }

    @Override
    public int of(UUID account) {
        Instant now = clock.instant();
        return sessions.countOpen(account, limits.seenBefore(now), limits.begunBefore(now));
    }

    @Override
    public int endAll(UUID account) {
        int ended = sessions.endAllBut(account, new UUID(0, 0));
        events.publishEvent(new SessionEnded(account));
        return ended;
    }

    @Override
    public void keepWithoutProof(UUID account, UUID session) {
        sessions.forgetProof(account, session);
    }

    /** Ends one of the person's own sessions; false when there is no such one. */
    @Transactional
    public boolean end(Actor actor, UUID session) {
        if (!sessions.end(actor.account(), session)) return false;
        log.record(actor, "identity.session-ended", PATH, session.toString());
        events.publishEvent(new SessionEnded(actor.account()));
        return true;
    }

    /** Ends the person's own sessions but the one that is in use; how many. */
    @Transactional
    public int endOthers(Actor actor, UUID current) {
        int ended = sessions.endAllBut(actor.account(), current);
        if (ended > 0) log.record(actor, "identity.sessions-ended", PATH, "× " + ended);
        events.publishEvent(new SessionEnded(actor.account()));
        return ended;
    }

    /**
     * Ends all sessions of an account; how many.
     *
     * @throws Problem 404 when it is none that the actor may see, 403 when the actor may not manage it
     */
    @Transactional
    public int endAll(Actor administrator, UUID id) {
        var entry =
                administration.find(administrator, id).orElseThrow(() -> Problem.notFound("identity.accounts.UNKNOWN"));
        if (!entry.manageable()) throw Problem.of(HttpStatus.FORBIDDEN, "identity.accounts.NOT_YOURS");
        Account account = entry.account();
        int ended = endAll(account.id());
        log.record(administrator, "identity.sessions-ended", account.path(), "× " + ended);
        return ended;
    }
}
