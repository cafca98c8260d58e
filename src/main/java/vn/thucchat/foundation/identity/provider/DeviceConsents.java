package vn.thucchat.foundation.identity.provider;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.AccountNotices;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.devicecodes.DeviceAuthorizations;
import vn.thucchat.foundation.identity.throttling.Throttle;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;

/**
 * Lets a person answer what a program without a browser asks for (RFC 8628, section 3.3). The person is always asked: a code that
 * somebody sends around is a stranger's program on a stranger's machine (section 5.4).
 */
@Service
public class DeviceConsents {

    private final DeviceAuthorizations codes;
    private final Clients clients;
    private final ClientConsents consents;
    private final BegunAuthorizations authorizations;
    private final Accounts accounts;
    private final Throttle throttle;
    private final AccountNotices notices;
    private final AccessLog log;

    DeviceConsents(
            DeviceAuthorizations codes,
            Clients clients,
            ClientConsents consents,
            BegunAuthorizations authorizations,
            Accounts accounts,
            Throttle throttle,
            AccountNotices notices,
            AccessLog log) {
        this.codes = codes;
        this.clients = clients;
        this.consents = consents;
        this.authorizations = authorizations;
        this.accounts = accounts;
        this.throttle = throttle;
        this.notices = notices;
        this.log = log;
    }

    /** A request that waits for an answer, and which client's it is. */
    public record Waiting(Client client, DeviceAuthorizations.PendingRequest asked) {}

    /**
     * Finds the request of a code, however it was typed; empty when none waits. Guessing is held up for the account and the
     * network as with passwords, but counted apart from them. A code that was answered just now is no guess: a button is pressed twice.
     *
     * @param address where it comes from
     * @throws Problem 429 while the account or its network has to wait after wrong ones
     */
    public Optional<Waiting> find(String typed, Actor actor, String address) {
        return switch (throttle.guess("device-code", actor.account(), address, () -> codes.known(typed))) {
            case Throttle.Looked.TooSoon(var remaining) ->
                throw Problem.tooMany(
                        remaining,
                        "identity.provider.device.too-many",
                        Math.max(1, Math.ceilDiv(remaining.toSeconds(), 60)));
            case Throttle.Looked.Wrong() -> {
                log.record(actor, "identity.device-code-wrong", DeviceAuthorizationEndpoint.PAGE, "");
                yield Optional.empty();
            }
            case Throttle.Looked.Right() ->
                codes.find(typed)
                        .flatMap(asked -> clients.active(asked.client()).map(client -> new Waiting(client, asked)));
        };
    }

    /** Allows some of the scopes that were asked for; with none of them nothing is answered, and the code stays open. */
    @Transactional
    public Result allow(Waiting waiting, SignedIn person, Set<String> scopes) {
        Client client = waiting.client();
        var actor = person.getPrincipal();
        if (misplaced(waiting, actor)) return refused(actor);
        Set<String> asked = waiting.asked().scopes();
        var allowed = new LinkedHashSet<>(scopes);
        allowed.retainAll(asked);
        String openid = ClientScope.OPENID.parameter();
        if (asked.contains(openid)) allowed.add(openid);
        if (allowed.isEmpty()) return Result.invalid("scopes", "identity.provider.device.none");
        var account = accounts.find(actor.account()).orElseThrow();
        var proven = Authorization.Person.of(account, person, WantedLevel.ANY, null, Set.of());
        UUID granted = authorizations.fetched(
                client,
                allowed,
                proven,
                waiting.asked().endsAt().plus(DeviceAuthorizations.KEPT_AFTER_EXPIRY),
                waiting.asked().network());
        // answered in another window at the same moment: nobody fetches this one, and it ends with the code
        if (!codes.answer(waiting.asked(), granted)) return new Result.Stale();
        consents.give(actor, client, allowed);
        log.record(actor, "identity.device-allowed", client.path(), String.join(" ", allowed));
        String network = waiting.asked().network();
        boolean known = !network.isEmpty();
        notices.tell(
                actor.account(),
                "identity.device-allowed",
                known ? "notice.identity.device-allowed" : "notice.identity.device-allowed-somewhere",
                known ? List.of(client.name(), network) : List.of(client.name()),
                "/id/applications");
        return new Result.Done(granted);
    }

    /** Denies all of it. */
    @Transactional
    public Result deny(Waiting waiting, Actor actor) {
        if (misplaced(waiting, actor)) return refused(actor);
        if (!codes.answer(waiting.asked(), null)) return new Result.Stale();
        log.record(actor, "identity.device-denied", waiting.client().path(), "");
        return new Result.Done(null);
    }

    /** A real person at a client of the demonstration, or the other way round. */
    private static boolean misplaced(Waiting waiting, Actor actor) {
        return actor.synthetic() != waiting.client().registration().synthetic();
    }

    private static Result refused(Actor actor) {
        return new Result.Refused(
                actor.synthetic() ? "identity.provider.no-demonstration" : "identity.provider.demonstration-only");
    }
}
