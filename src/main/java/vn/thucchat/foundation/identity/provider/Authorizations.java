package vn.thucchat.foundation.identity.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.SessionHolder;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.devicecodes.DeviceAuthorizations;

/**
 * What clients were allowed ({@link BegunAuthorizations}): a code of use once; refreshed by tokens that follow each other; ended by
 * whoever may. Each step locks the one row of the authorization, so that whatever comes at once comes in some order: of
 * several refreshes one makes the successor and all get it, and after an end nothing lives.
 */
@Component
class Authorizations {

    /** A code travels through the browser: the client sends it at once. */
    static final Duration CODE_LASTS = Duration.ofSeconds(60);

    /** How long a refresh token is answered with the same successor: for tabs that asked at once, and lost answers. */
    static final Duration GRACE = Duration.ofSeconds(30);

    /** Not refreshed for so long, it is over. */
    static final Duration IDLE = Duration.ofDays(14);

    /** However often it is refreshed, it is over. */
    static final Duration LONGEST = Duration.ofDays(30);

    private static final int SWEPT_AT_ONCE = 5_000;

    private final AuthorizationStore store;
    private final RefreshTokens tokens;
    private final Accounts accounts;
    private final AuthorizationHolders holders;
    private final List<ClientSignIns.Listener> listeners;
    private final AccessLog log;
    private final Seal seal;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Authorizations(
            AuthorizationStore store,
            RefreshTokens tokens,
            Accounts accounts,
            AuthorizationHolders holders,
            List<ClientSignIns.Listener> listeners,
            AccessLog log,
            Seal seal,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.accounts = accounts;
        this.holders = holders;
        this.listeners = listeners;
        this.log = log;
        this.seal = seal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An authorization that gives tokens, and the refresh token that goes with them, if any. */
    record Granted(Authorization authorization, @Nullable String refreshToken) {}

    /**
     * Takes a code; one that was used before ends all that it gave (RFC 6749, section 4.1.2).
     *
     * @param jkt the key that was shown (DPoP), or null
     */
    Optional<Granted> redeem(
            Client client, String code, @Nullable String verifier, String redirectUri, @Nullable String jkt) {
        RefreshTokens.SentCode sent = RefreshTokens.readCode(code).orElse(null);
        if (sent == null) return Optional.empty();
        return inTransaction(() -> {
            Authorization found = store.lock(sent.id())
                    .filter(one -> one.alive(clock.instant()))
                    .orElse(null);
            if (found == null) return Optional.empty();
            Authorization.Code begun = found.code();
            if (begun == null || !begun.codeHash().equals(sent.hash())) return Optional.empty();
            if (begun.codeUsedAt() != null) return end(found, EndReason.CODE_REUSED);
            if (!found.client().equals(client.id())) return end(found, EndReason.WRONG_CLIENT);
            boolean bound = redirectUri.equals(begun.redirectUri())
                    && answers(verifier, begun.codeChallenge())
                    && boundTo(found, jkt);
            return bound ? signedIn(found, client, jkt) : Optional.empty();
        });
    }

    /**
     * Takes what a person allowed a device. Whoever asks again within {@link #GRACE} gets the same refresh token: an answer was
     * lost, or two questions came at once. Later it ends all that it gave.
     *
     * @param taken what the device is told, asked in the same transaction
     */
    Optional<Granted> redeemDevice(
            Client client, Supplier<DeviceAuthorizations.PollResult> taken, @Nullable String jkt) {
        return inTransaction(() -> {
            if (!(taken.get() instanceof DeviceAuthorizations.PollResult.Allowed(UUID id, Instant usedAt)))
                return Optional.empty();
            Authorization found = store.lock(id)
                    .filter(one -> one.client().equals(client.id()) && one.alive(clock.instant()))
                    .orElse(null);
            if (found == null) return Optional.empty();
            if (usedAt == null) return signedIn(found, client, jkt);
            return lost(found, client, usedAt, jkt) ? again(found) : end(found, EndReason.CODE_REUSED);
        });
    }

    /** Whether the client has used nothing of it yet, and so may not have heard of it. */
    private boolean lost(Authorization found, Client client, Instant usedAt, @Nullable String jkt) {
        boolean sameKey = client.confidential() || Objects.equals(found.dpopJkt(), jkt);
        return sameKey
                && found.refreshing().refreshNo() <= 1
                && !clock.instant().isAfter(usedAt.plus(GRACE));
    }

    private Optional<Granted> again(Authorization found) {
        if (holders.of(found).isEmpty()) return Optional.empty();
        return Optional.of(new Granted(found, found.refreshing().refreshNo() == 0 ? null : tokens.write(found, 1)));
    }

    private Optional<Granted> signedIn(Authorization found, Client client, @Nullable String jkt) {
        SessionHolder holder = holders.of(found).orElse(null);
        if (holder == null) return Optional.empty();
        log.record(holder.actor(), "identity.client-signed-in", client.path(), String.join(" ", found.scopes()));
        UUID session = found.person().session();
        if (session != null)
            listeners.forEach(one -> one.signedIn(client, found.person().account(), session));
        return Optional.of(use(found, client, jkt));
    }

    /** A verifier where there was no challenge is an attack on who sends both (RFC 9700, section 4.8.2). */
    private static boolean answers(@Nullable String verifier, @Nullable String challenge) {
        return verifier == null ? challenge == null : challenge(verifier).equals(challenge);
    }

    /** Whether it is bound to no key, or to this one. */
    private static boolean boundTo(Authorization found, @Nullable String jkt) {
        String bound = found.dpopJkt();
        return bound == null || (jkt != null && DpopProofs.sameKey(bound, jkt));
    }

    /** Refresh tokens of a public client go on with the key (RFC 9449, section 5); others are proved by the client itself. */
    private Granted use(Authorization found, Client client, @Nullable String jkt) {
        Instant now = clock.instant();
        boolean refreshed = client.terms().may(ClientGrant.REFRESH_TOKEN);
        Instant endsAt = now.plus(refreshed ? LONGEST : AccessTokens.LASTS);
        String keyId = refreshed ? seal.keyId() : null;
        store.useCode(found.id(), now, endsAt, refreshed ? 1 : 0, keyId, client.confidential() ? null : jkt);
        Authorization used = store.find(found.id()).orElseThrow();
        return new Granted(used, refreshed ? tokens.write(used, 1) : null);
    }

    /**
     * Takes a refresh token and gives its successor: the same one to all who ask within {@link #GRACE}. Any other that is
     * not the last one ends the authorization: somebody has stolen it (RFC 9700, section 4.14.2). Under FAPI 2.0 it stays
     * the same (section 5.3.2.1): only the client's key makes it of use.
     *
     * @param scopes wanted; more than were allowed is an error that leaves the token as it was
     * @param jkt the key that was shown (DPoP), or null
     */
    Optional<Granted> refresh(Client client, String token, Set<String> scopes, @Nullable String jkt) {
        RefreshTokens.Sent sent = RefreshTokens.read(token).orElse(null);
        if (sent == null) return Optional.empty();
        return inTransaction(() -> {
            Instant now = clock.instant();
            Authorization found = store.lock(sent.id())
                    .filter(one -> one.client().equals(client.id()) && one.alive(now) && boundTo(one, jkt))
                    .filter(one -> tokens.genuine(one, sent))
                    .orElse(null);
            if (found == null || holders.of(found).isEmpty()) return Optional.empty();
            if (!found.scopes().containsAll(scopes))
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
            int last = found.refreshing().refreshNo();
            Instant refreshedAt = found.refreshing().refreshedAt();
            if (refreshedAt == null || found.idle(now)) return Optional.empty();
            if (sent.no() == last) {
                int next = client.security().fapi() ? last : last + 1;
                store.refresh(found.id(), next, now);
                return Optional.of(new Granted(found, tokens.write(found, next)));
            }
            boolean lost = sent.no() == last - 1 && !now.isAfter(refreshedAt.plus(GRACE));
            return lost
                    ? Optional.of(new Granted(found, tokens.write(found, last)))
                    : end(found, EndReason.REFRESH_REUSED);
        });
    }

    /** Whether the code was given to anybody, and something is kept of it. */
    boolean given(String code) {
        return RefreshTokens.readCode(code)
                .flatMap(sent -> store.find(sent.id())
                        .filter(one ->
                                one.code() != null && one.code().codeHash().equals(sent.hash())))
                .isPresent();
    }

    /** The authorization of a refresh token, whether it counts or not. */
    Optional<Authorization> ofRefreshToken(String token) {
        return RefreshTokens.read(token)
                .flatMap(sent -> store.find(sent.id()).filter(one -> tokens.genuine(one, sent)));
    }

    /** Whether a refresh token would be taken now. */
    boolean counts(Authorization of, String token) {
        return RefreshTokens.read(token)
                .filter(sent -> sent.no() == of.refreshing().refreshNo() && !of.idle(clock.instant()))
                .isPresent();
    }

    /** One that lives, with whom it is about: nobody has ended it or its session, disabled the account or changed its password. */
    Optional<Authorization> alive(UUID id) {
        return store.find(id)
                .filter(found -> found.alive(clock.instant()))
                .filter(found -> !found.person().somebody() || holders.of(found).isPresent());
    }

    /** Any authorization, whether it lives or not. */
    Optional<Authorization> find(UUID id) {
        return store.find(id);
    }

    /** Ends one because its client gave it back. */
    void revoke(Authorization authorization, Client client) {
        inTransaction(() -> {
            if (store.end(authorization.id(), clock.instant(), EndReason.REVOKED))
                logged(authorization, EndReason.REVOKED);
            return Optional.empty();
        });
    }

    /** Ends what a person allowed a client; how many there were. */
    int end(UUID account, UUID client, EndReason why) {
        return store.end(account, client, clock.instant(), why);
    }

    /** Deletes what is over: whoever sends a token of it is refused as before. */
    void sweep() {
        while (store.sweep(clock.instant(), SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            if (Thread.currentThread().isInterrupted()) return;
        }
    }

    private Optional<Granted> end(Authorization found, EndReason why) {
        if (store.end(found.id(), clock.instant(), why)) logged(found, why);
        return Optional.empty();
    }

    private void logged(Authorization ended, EndReason why) {
        String username =
                accounts.find(ended.person().account()).map(Account::username).orElse("");
        log.record(
                ended.person().account(),
                username,
                "identity.client-authorization-ended",
                "/admin/clients/" + ended.client(),
                why.name());
    }

    private Optional<Granted> inTransaction(Supplier<Optional<Granted>> step) {
        return transactions.execute(status -> step.get());
    }

    /** The challenge that a verifier answers (S256, RFC 7636). */
    static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(verifier.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(byte[] bytes) {
        return HexFormat.of().parseHex(Sha256.hex(bytes));
    }
}
