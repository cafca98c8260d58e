package vn.thucchat.foundation.identity.logout;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.delivery.Outbox;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.provider.ClientSignIns;
import vn.thucchat.foundation.identity.sessions.SessionEnded;
import vn.thucchat.foundation.identity.sessions.Sessions;

/**
 * Remembers in which sessions people signed in at clients that want to be told of their end, and writes to these once a session
 * would not be let in any more. Who ends one is heard of at once; what ends by itself, by a new password or a disabled
 * account is found by looking.
 */
@Component
class ClientSessions implements ClientSignIns.Listener {

    private static final int AT_ONCE = 1_000;

    private final ClientSessionStore store;
    private final Sessions sessions;
    private final Clients clients;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ClientSessions(
            ClientSessionStore store,
            Sessions sessions,
            Clients clients,
            Outbox outbox,
            PlatformTransactionManager manager,
            InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.clients = clients;
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(manager);
        // what is heard of after a commit has a transaction of its own
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void signedIn(Client client, UUID account, UUID session) {
        if (client.calls().logoutUri() != null)
            store.insert(new ClientSession(account, session, client.id()), clock.instant());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void ended(SessionEnded ended) {
        tell(store.of(ended.account()));
    }

    /** Looks at all: repeating it changes nothing. */
    void look() {
        List<ClientSession> some = store.after(ClientSession.FIRST, AT_ONCE);
        while (!some.isEmpty() && !Thread.currentThread().isInterrupted()) {
            tell(some);
            some = store.after(some.getLast(), AT_ONCE);
        }
    }

    private void tell(List<ClientSession> all) {
        if (all.isEmpty()) return;
        Set<UUID> lasting = sessions.lasting(
                all.stream().map(ClientSession::account).distinct().toList(),
                all.stream().map(ClientSession::session).distinct().toList());
        for (ClientSession one : all)
            if (!lasting.contains(one.session())) transactions.executeWithoutResult(status -> write(one));
    }

    private void write(ClientSession ended) {
        // another process may have written to the client
        if (!store.delete(ended)) return;
        Client client = clients.active(ended.client()).orElse(null);
        String uri = client == null ? null : client.calls().logoutUri();
        if (client == null || uri == null) return;
        outbox.send(
                LogoutChannel.NAME,
                client.id().toString(),
                URI.create(uri).getHost(),
                LogoutChannel.payload(ended),
                null);
    }
}
