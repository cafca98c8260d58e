package vn.thucchat.foundation.money.ledger;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payables that tests of other rooms store without asking for them. */
@NullMarked
public final class StoredPayables {

    private final PayableStore store;

    public StoredPayables(JdbcTemplate template) {
        store = new PayableStore(template);
    }

    public void insert(Payable asked) {
        store.insert(List.of(asked));
    }

    public void pay(Payable paid) {
        store.change("pay", List.of(paid));
    }
}
