package vn.thucchat.foundation.identity.logout;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Component;
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
 * would not be let in any more. Who ends one is heard of at once, and not waited for; what ends by itself, by a new password or
 * a disabled account is found by looking, and so is what was heard of when the process stopped.
 */
@Component
class ClientSessions implements ClientSignIns.Listener {

    private static final int AT_ONCE = 1_000;

    private final ClientSessionStore store;
    private final Sessions sessions;
    private final Clients clients;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final AsyncTaskExecutor executor;
    private final InstantSource clock;

    ClientSessions(
            ClientSessionStore store,
            Sessions sessions,
            Clients clients,
            Outbox outbox,
            TransactionTemplate transactions,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
            InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.clients = clients;
        this.outbox = outbox;
        this.transactions = transactions;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public void signedIn(Client client, UUID account, UUID session) {
        if (client.calls().logoutUri() != null)
            store.insert(new ClientSession(account, session, client.id()), clock.instant());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void ended(SessionEnded ended) {
        // after its commit the sender's thread still holds a connection: no second one is taken while it does
        try {
            executor.execute(() -> tell(store.of(ended.account())));
        } catch (TaskRejectedException stopping) {
            // found by looking
        }
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
