package vn.thucchat.foundation.money.webhooks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.StoredMovements;

/** Rows for the tests of the webhooks' stores: an account of its own, with what moved on it. */
@NullMarked
final class WebhookRows {

    static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    static final Instant UNTIL = NOW.plusSeconds(120);
    static final UUID TRADER = UUID.randomUUID();

    private final JdbcTemplate template;
    private final StoredMovements movements;
    private final WebhookStore webhooks;

    WebhookRows(DataSource pool) {
        template = new JdbcTemplate(pool);
        movements = new StoredMovements(template);
        webhooks = new WebhookStore(org.springframework.jdbc.core.simple.JdbcClient.create(template));
    }

    /** What other tests of the class left behind is not to be taken up. */
    void endAll() {
        template.update("""
                UPDATE payments.webhook SET state = 'ENDED', reason = NULL, place = NULL, secret = NULL,
                    former_secret = NULL, former_until = NULL, next_at = NULL""");
    }

    /** @return our number of an account on which nothing has moved yet */
    int account() {
        int account = java.util.Objects.requireNonNull(template.queryForObject("""
                INSERT INTO payments.account (bin, account, holder, unit, purpose, synthetic, opened_at)
                SELECT '970436', (1000 + count(*))::text, 'A', '05443', 'OWNER', false, '2022-01-01T00:00Z' FROM payments.account
                RETURNING number""", Integer.class));
        template.update("INSERT INTO payments.movement_count (account, last) VALUES (?, 0)", account);
        return account;
    }

    /** A webhook that is told what moves from now on. */
    UUID webhook(int account) {
        UUID id = UUID.randomUUID();
        if (!webhooks.insert(account, id, "https://till.example/" + id, "sealed", NOW, TRADER))
            throw new IllegalStateException("The premise: there is room for one more");
        return id;
    }

    Webhook found(int account, UUID id) {
        return webhooks.find(account, id).orElseThrow();
    }

    void in(int account, long number) {
        move(account, number, true);
    }

    void out(int account, long number) {
        move(account, number, false);
    }

    private void move(int account, long number, boolean incoming) {
        movements.add(new Movement(
                account,
                number,
                UUID.randomUUID(),
                NOW,
                LocalDate.of(2026, 11, 23),
                NOW,
                incoming,
                number * 1_000,
                incoming ? MatchStatus.OWNER : MatchStatus.IGNORED_DEBIT,
                Movement.Source.SEPAY,
                "a-test-" + number,
                null,
                null,
                false));
    }
}
