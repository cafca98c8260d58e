package vn.thucchat.foundation.money.payments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.JdbcTemplate;

/** Transactions that tests of other rooms put on an account without posting them. */
@NullMarked
public final class StoredMovements {

    private final MovementStore store;

    public StoredMovements(JdbcTemplate template) {
        store = new MovementStore(template);
    }

    /** Stores one and counts it as the account's last. */
    public void add(Movement movement) {
        store.insert(List.of(movement));
        store.count(Map.of(movement.account(), new MovementStore.Count(movement.number(), null)));
    }
}
