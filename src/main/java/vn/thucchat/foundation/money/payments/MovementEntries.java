package vn.thucchat.foundation.money.payments;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.ledger.Transfer;

/** The entries that movements on accounts for charges make in the books: what each pays, and what is left of it. */
final class MovementEntries {

    private final Ledger ledger;
    private final List<Transfer> entries = new ArrayList<>();

    MovementEntries(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param code what {@code creditedVnd} of it pay; null: nothing */
    void add(Movement movement, @Nullable String code, long creditedVnd) {
        if (!movement.incoming()) {
            add(movement, Ledger.OUT, Ledger.BANK, movement.amountVnd(), "out:");
            return;
        }
        if (code != null && creditedVnd > 0) add(movement, Ledger.BANK, Ledger.owed(code), creditedVnd, "pay:");
        long rest = movement.amountVnd() - creditedVnd;
        if (rest > 0) add(movement, Ledger.BANK, Ledger.SUSPENSE, rest, "rest:");
    }

    void book() {
        ledger.book(entries);
    }

    private void add(Movement movement, String debit, String credit, long amountVnd, String key) {
        entries.add(ledger.transfer(
                movement.account(),
                movement.at(),
                debit,
                credit,
                amountVnd,
                key + movement.number(),
                movement.number(),
                null));
    }
}
