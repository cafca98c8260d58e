package vn.thucchat.foundation.money.webhooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.http.OutboundUrl;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;

/**
 * Tells the software of whoever owns an account what comes in on it: messages signed as Standard Webhooks 1.0.0 says,
 * in the order of the account's movements, each at least once. Who may change the webhooks of an account is for the
 * calling module to know.
 */
@Service
public class Webhooks {

    /** How long the secret before still signs, beside the new one. */
    public static final Duration BOTH = Duration.ofHours(24);
    /** Of one account. */
    public static final int MOST = 5;

    /** What became of adding one. */
    public sealed interface Adding {
        /** @param secret shown now and never again */
        record Added(Webhook webhook, String secret) implements Adding {}

        /** Not an address that messages can be sent to. */
        record UrlUnfit() implements Adding {}

        /** The account has one with this address. */
        record Known() implements Adding {}

        /** The account has {@link #MOST}. */
        record TooMany() implements Adding {}
    }

    private final WebhookStore store;
    private final ReceivingAccounts accounts;
    private final WebhookPost post;
    private final Deliveries deliveries;
    private final Seal seal;
    private final AccessLog log;
    private final InstantSource clock;

    Webhooks(
            WebhookStore store,
            ReceivingAccounts accounts,
            WebhookPost post,
            Deliveries deliveries,
            Seal seal,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.post = post;
        this.deliveries = deliveries;
        this.seal = seal;
        this.log = log;
        this.clock = clock;
    }

    /** Those of some accounts that have not ended. */
    public List<Webhook> of(Collection<Integer> accounts) {
        return accounts.isEmpty() ? List.of() : store.find(accounts);
    }

    /** The last fifty, the latest first. */
    public List<Delivery> deliveries(Webhook webhook) {
        return deliveries.of(webhook);
    }

    /** From now on what comes in is told there. */
    @Transactional
    public Adding add(Actor actor, int account, String typed) {
        Optional<URI> url = OutboundUrl.read(typed, post.anywhere());
        if (url.isEmpty()) return new Adding.UrlUnfit();
        UUID id = Ids.next(clock);
        String secret = WebhookSignature.secret();
        if (!store.insert(
                account,
                id,
                url.get().toString(),
                seal.close(secret, Deliveries.sealed(id)),
                clock.instant(),
                actor.account()))
            return store.find(List.of(account)).stream()
                            .anyMatch(w -> w.url().equals(url.get().toString()))
                    ? new Adding.Known()
                    : new Adding.TooMany();
        log.record(actor, "payments.webhook-added", path(account), url.get().getHost());
        return new Adding.Added(store.find(account, id).orElseThrow(), secret);
    }

    /** @return false when it was not active */
    @Transactional
    public boolean pause(Actor actor, Webhook webhook) {
        boolean done = store.pause(webhook.account(), webhook.id());
        if (done) record(actor, "payments.webhook-paused", webhook);
        return done;
    }

    /**
     * Goes on with all that was not told, at once.
     *
     * @return false when it was neither paused nor failing
     */
    @Transactional
    public boolean resume(Actor actor, Webhook webhook) {
        boolean done = store.resume(webhook.account(), webhook.id(), clock.instant());
        if (done) record(actor, "payments.webhook-resumed", webhook);
        return done;
    }

    /** @return false when it had ended */
    @Transactional
    public boolean end(Actor actor, Webhook webhook) {
        boolean done = store.end(webhook.account(), webhook.id());
        if (done) record(actor, "payments.webhook-ended", webhook);
        return done;
    }

    /**
     * Signs with another secret, for {@link #BOTH} with the one before too.
     *
     * @param webhook as it was seen: what somebody changed since stays
     * @return the secret, shown now and never again; empty when the webhook has ended, or has another since
     */
    @Transactional
    public Optional<String> rotate(Actor actor, Webhook webhook) {
        String secret = WebhookSignature.secret();
        Instant until = clock.instant().plus(BOTH).truncatedTo(ChronoUnit.MICROS);
        if (!store.rotate(
                webhook.account(),
                webhook.id(),
                seal.close(secret, Deliveries.sealed(webhook.id())),
                until,
                webhook.formerSecretUntil())) return Optional.empty();
        record(actor, "payments.webhook-secret-changed", webhook);
        return Optional.of(secret);
    }

    /** Sends a message that tells of no money, and waits for the answer. Empty when the webhook has ended. */
    public Optional<Delivery> test(Webhook webhook) {
        var to = store.recipient(webhook.account(), webhook.id());
        var account = accounts.find(webhook.account());
        if (to.isEmpty() || account.isEmpty()) return Optional.empty();
        var message =
                WebhookMessage.test(Ids.next(clock), clock.instant().truncatedTo(ChronoUnit.MILLIS), account.get());
        return Optional.of(deliveries.record(
                to.get(),
                message,
                deliveries.post(to.get(), message, account.get().synthetic())));
    }

    private void record(Actor actor, String action, Webhook webhook) {
        log.record(
                actor,
                action,
                path(webhook.account()),
                URI.create(webhook.url()).getHost());
    }

    private static String path(int account) {
        return "/money/accounts/" + account;
    }
}
