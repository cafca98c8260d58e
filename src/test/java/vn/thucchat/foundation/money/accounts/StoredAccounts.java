package vn.thucchat.foundation.money.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts that tests of other rooms open and connect without asking whether somebody may. */
@NullMarked
public final class StoredAccounts {

    private final ReceivingAccountStore store;

    public StoredAccounts(JdbcClient jdbc) {
        store = new ReceivingAccountStore(jdbc);
    }

    /** @return its number */
    public int open(ReceivingAccounts.New wanted, Instant at) {
        store.open(List.of(wanted), at);
        return store.find(List.of(wanted)).getFirst().number();
    }

    public void connect(int account, @Nullable String connection) {
        store.connect(account, connection);
    }

    /** Closes a connection. */
    public static void close(JdbcClient jdbc, String connection, Instant at) {
        new ConnectionStore(jdbc).closed(connection, at);
    }
}
