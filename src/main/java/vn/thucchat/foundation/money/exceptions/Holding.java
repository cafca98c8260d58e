package vn.thucchat.foundation.money.exceptions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.TransactionToPost;
import vn.thucchat.foundation.units.UnitCode;

/** Keeps payments that do not count until a person has looked at them; each once, however often it is sent. */
@Component
class Holding {

    private static final Logger LOG = LoggerFactory.getLogger(Holding.class);

    /**
     * A payment that a message tells of.
     *
     * @param account null: that is not known
     */
    record Doubt(
            HeldPayment.Reason reason,
            BankTransaction notice,
            @Nullable ReceivingAccount account) {}

    private final HeldPaymentStore store;
    private final Seal seal;
    private final InstantSource clock;

    Holding(HeldPaymentStore store, Seal seal, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
    }

    /** Those of one message. Whoever keeps the books of the account decides, or of the connection. */
    @Transactional
    public void hold(Connection connection, List<Doubt> doubts, String original, Instant now) {
        for (Doubt doubt : doubts) {
            // where the words are in doubt, so is the account
            boolean sure = doubt.reason() == HeldPayment.Reason.TOO_LARGE;
            ReceivingAccount account = sure ? doubt.account() : null;
            hold(
                    doubt.reason(),
                    account == null ? connection.unit() : account.unit(),
                    account == null ? null : account.number(),
                    null,
                    account == null ? connection.synthetic() : account.synthetic(),
                    said(connection.id(), doubt.notice(), connection.provider().source()),
                    original,
                    now);
        }
    }

    /** What a statement says came in and is more than a single payment is. The account must be locked. */
    void tooLarge(TransactionToPost arrival, Instant now) {
        hold(HeldPayment.Reason.TOO_LARGE, arrival, null, now);
    }

    /** What may be a movement that was told of another day. The account must be locked. */
    void duplicate(TransactionToPost arrival, long resembles, Instant now) {
        hold(HeldPayment.Reason.POSSIBLE_DUPLICATE, arrival, resembles, now);
    }

    private void hold(HeldPayment.Reason reason, TransactionToPost arrival, @Nullable Long resembles, Instant now) {
        ReceivingAccount account = arrival.account();
        boolean stated = arrival.source() == Movement.Source.STATEMENT;
        hold(
                reason,
                account.unit(),
                account.number(),
                resembles,
                account.synthetic(),
                said(stated ? null : account.connection(), arrival.notice(), arrival.source()),
                Objects.requireNonNull(arrival.original()),
                now);
    }

    private void hold(
            HeldPayment.Reason reason,
            UnitCode unit,
            @Nullable Integer account,
            @Nullable Long resembles,
            boolean synthetic,
            HeldPayment.Said said,
            String original,
            Instant now) {
        UUID id = Ids.next(clock);
        boolean fresh = store.hold(
                new HeldPayment(id, unit, reason, said, account, resembles, synthetic, now, null, 1),
                seal.close(original.getBytes(StandardCharsets.UTF_8), purpose(id)));
        // an alarm for whoever runs the service; the accountant has it on the work list
        if (fresh) LOG.warn("Held a payment of connection {}: {}", said.connection(), reason);
    }

    private static HeldPayment.Said said(@Nullable String connection, BankTransaction notice, Movement.Source source) {
        return new HeldPayment.Said(
                connection,
                notice.accounts(),
                notice.bank(),
                source,
                notice.sourceId(),
                notice.incoming(),
                notice.amountVnd(),
                notice.at(),
                notice.day(),
                notice.reference());
    }

    /** What an original is sealed for. */
    static String purpose(UUID id) {
        return "payments.held_payment " + id;
    }
}
