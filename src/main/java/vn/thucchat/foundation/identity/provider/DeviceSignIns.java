package vn.thucchat.foundation.identity.provider;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.devicecodes.DeviceCodes;
import vn.thucchat.foundation.pages.Result;

/**
 * Lets a person answer what a program without a browser asks for (RFC 8628, section 3.3). The person is always asked: a code that
 * somebody sends around is a stranger's program on a stranger's machine (section 5.4).
 */
@Service
public class DeviceSignIns {

    private final DeviceCodes codes;
    private final Clients clients;
    private final ClientConsents consents;
    private final BegunAuthorizations authorizations;
    private final Accounts accounts;

    DeviceSignIns(
            DeviceCodes codes,
            Clients clients,
            ClientConsents consents,
            BegunAuthorizations authorizations,
            Accounts accounts) {
        this.codes = codes;
        this.clients = clients;
        this.consents = consents;
        this.authorizations = authorizations;
        this.accounts = accounts;
    }

    /** A request that waits for an answer, and which client's it is. */
    public record Waiting(Client client, DeviceCodes.Asked asked) {}

    /** Finds the request of a code, however it was typed; empty when none waits. */
    public Optional<Waiting> find(String typed) {
        return codes.find(typed)
                .flatMap(asked -> clients.active(asked.client()).map(client -> new Waiting(client, asked)));
    }

    /** Allows some of the scopes that were asked for. */
    @Transactional
    public Result allow(Waiting waiting, SignedIn person, Set<String> scopes) {
        Client client = waiting.client();
        var actor = person.getPrincipal();
        if (actor.synthetic() != client.registration().synthetic())
            return new Result.Refused(
                    actor.synthetic() ? "identity.provider.no-demonstration" : "identity.provider.demonstration-only");
        Set<String> asked = waiting.asked().scopes();
        var allowed = new LinkedHashSet<>(scopes);
        allowed.retainAll(asked);
        String openid = ClientScope.OPENID.parameter();
        if (asked.contains(openid)) allowed.add(openid);
        if (allowed.isEmpty()) return deny(waiting);
        consents.give(actor, client, allowed);
        var account = accounts.find(actor.account()).orElseThrow();
        var proven = Authorization.Person.of(account, person, WantedLevel.ANY, null, Set.of());
        UUID granted =
                authorizations.fetched(client, allowed, proven, waiting.asked().endsAt());
        // answered in another window at the same moment: nobody fetches it, and it ends with the code
        return codes.answer(waiting.asked(), granted) ? new Result.Done(granted) : new Result.Stale();
    }

    /** Denies all of it. */
    @Transactional
    public Result deny(Waiting waiting) {
        return codes.answer(waiting.asked(), null) ? new Result.Done(null) : new Result.Stale();
    }
}
