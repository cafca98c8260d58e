package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps what further sources report of transactions that are posted already. */
@Service
public class TransactionReports {

    /**
     * What another teller said of a movement than the one that told it first.
     *
     * @param reference the bank's own in it, or null
     */
    public record Claim(
            int account,
            long number,
            Movement.Source source,
            String sourceId,
            @Nullable String reference) {}

    private final TransactionReportStore store;

    TransactionReports(TransactionReportStore store) {
        this.store = store;
    }

    /** From now on each is known by these references too; what was said before is left as it is. */
    public void refer(List<Claim> claims, Instant at) {
        store.refer(claims, at);
    }
}
