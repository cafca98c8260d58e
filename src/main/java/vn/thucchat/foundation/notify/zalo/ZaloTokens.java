package vn.thucchat.foundation.notify.zalo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The access token of the official account. A refresh token is used once: whoever renews holds the row, all others wait and
 * find the new one, and it is committed before anybody uses it. Where the answer of a renewal is lost the old one is tried
 * again; if Zalo took it, an administrator has to connect anew, and is told so on the page and by the channel's failing.
 */
@Component
class ZaloTokens {

    /** It is renewed before it ends, so that no message meets an ended one. */
    private static final Duration EARLY = Duration.ofMinutes(10);

    private final ZaloConnectionStore store;
    private final ZaloClient client;
    private final ZaloSettings settings;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ZaloTokens(
            ZaloConnectionStore store,
            ZaloClient client,
            ZaloSettings settings,
            PlatformTransactionManager manager,
            InstantSource clock) {
        this.store = store;
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        transactions = new TransactionTemplate(manager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param sealed names it, for {@link #forget} */
    record Access(String token, String sealed) {}

    /** An access token that holds now; empty when there is none and none could be had. */
    Optional<Access> access() {
        boolean renewed = Boolean.TRUE.equals(transactions.execute(_ -> renewed()));
        if (!renewed) return Optional.empty();
        return Optional.ofNullable(transactions.execute(_ -> store.lock(settings.appId())
                .filter(now -> now.access() != null && now.sealedAccess() != null)
                .map(now -> new Access(String.valueOf(now.access()), String.valueOf(now.sealedAccess())))
                .orElse(null)));
    }

    private boolean renewed() {
        ZaloConnectionStore.Tokens now = store.lock(settings.appId()).orElse(null);
        if (now == null || now.refresh() == null) return false;
        Instant at = clock.instant();
        if (now.access() != null
                && now.accessUntil() != null
                && at.isBefore(now.accessUntil().minus(EARLY))) return true;
        ZaloClient.Renewal renewal = client.renew(now.refresh());
        switch (renewal) {
            case ZaloClient.Renewed(var access, var refresh, var lasts) ->
                store.store(settings.appId(), refresh, access, at.plus(lasts), at);
            case ZaloClient.NotRenewed(var why) -> store.fail(settings.appId(), why, at);
        }
        return renewal instanceof ZaloClient.Renewed;
    }

    /** Zalo does not take that one any more. */
    void forget(Access access) {
        transactions.executeWithoutResult(_ -> store.forget(settings.appId(), access.sealed()));
    }
}
