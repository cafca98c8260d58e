package vn.thucchat.foundation.identity.credentials;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.clients.Issuer;

/**
 * Offers credentials to wallets (OpenID4VCI 1.0, section 4.1): an address to be scanned, and beside it a transaction code to be
 * typed, so that who photographs the screen from afar has nothing. The address holds a random part, of which the hash is kept;
 * the pre-authorised code is made from it. An offer is good for five minutes, once, and for five wrong transaction codes.
 */
@Service
public class CredentialOffers {

    static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    /** Credentials of one offer: copies of which each is shown to somebody else, so that nobody follows a person by them. */
    static final int MOST_ISSUED = 5;

    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 5;
    private static final int CODE_DIGITS = 6;
    private static final int RANDOM_BYTES = 24;
    private static final int SWEPT_AT_ONCE = 5_000;
    private static final String CODE = "pre-authorized code";
    private static final String TRANSACTION_CODE = "transaction code";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CredentialOfferStore store;
    private final CredentialTypes types;
    private final IssuedCredentials credentials;
    private final Accounts accounts;
    private final Seal seal;
    private final Issuer issuer;
    private final AccessLog log;
    private final InstantSource clock;

    CredentialOffers(
            CredentialOfferStore store,
            CredentialTypes types,
            IssuedCredentials credentials,
            Accounts accounts,
            Seal seal,
            Issuer issuer,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.types = types;
        this.credentials = credentials;
        this.accounts = accounts;
        this.seal = seal;
        this.issuer = issuer;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What a person is shown, once.
     *
     * @param link opens a wallet on the same telephone, and is what the QR image says
     * @param transactionCode six digits
     */
    public record Offered(
            CredentialDataset holding, String type, String link, String transactionCode, Instant endsAt) {}

    /** Offers a fact that the person holds; empty when they do not. An offer from before that nobody fetched ends. */
    @Transactional
    public Optional<Offered> offer(Actor holder, String typeCode, UUID id) {
        CredentialType type = types.find(typeCode).orElse(null);
        CredentialDataset holding =
                type == null ? null : types.holding(type, holder, id).orElse(null);
        var account = accounts.find(holder.account()).orElse(null);
        if (type == null || holding == null || account == null) return Optional.empty();
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String digits = "%0" + CODE_DIGITS + "d";
        String code = digits.formatted(RANDOM.nextInt((int) Math.pow(10, CODE_DIGITS)));
        Instant now = clock.instant();
        var offer = new CredentialOffer(
                hash(name),
                account.id(),
                Ids.next(clock),
                account.secretNo(),
                typeCode,
                id,
                seal.mark(hash(name) + code, TRANSACTION_CODE),
                0,
                now.plus(LASTS),
                null,
                false,
                null,
                false,
                0);
        store.insert(offer, now);
        log.record(holder, "identity.credential-offered", "/id/credentials", typeCode + " " + id);
        String address = issuer.name() + "/credentials/offers/" + name;
        String link =
                "openid-credential-offer://?credential_offer_uri=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        return Optional.of(new Offered(holding, typeCode, link, code, offer.endsAt()));
    }

    /** The offer as a wallet reads it; empty when it is over. */
    public Optional<Map<String, Object>> document(String name) {
        return store.find(hash(name))
                .filter(offer -> offer.redeemedAt() == null && open(offer))
                .map(offer -> Map.of(
                        "credential_issuer",
                        issuer.name(),
                        "credential_configuration_ids",
                        List.of(offer.type()),
                        "grants",
                        Map.of(
                                GRANT,
                                Map.of(
                                        "pre-authorized_code",
                                        code(name),
                                        "tx_code",
                                        Map.of("input_mode", "numeric", "length", CODE_DIGITS)))));
    }

    /** What became of a code. */
    sealed interface Redeemed {
        /** It was wrong, over, used before, or beside it the transaction code was wrong. */
        record Refused() implements Redeemed {}

        /** All is right, but the wallet asks for another type than what is offered; the code is still good. */
        record OtherType() implements Redeemed {}

        /** @param token opens the credential endpoint until {@code lasts} is over */
        record Token(String token, Duration lasts, CredentialOffer offer) implements Redeemed {}
    }

    /**
     * Takes a code once. Who brings it a second time with its transaction code ends what the first one got, and withdraws
     * what was issued for it: one of the two stole it. Who knows the code alone can end nothing.
     *
     * @param jkt the key that the token is bound to, or null
     * @param wanted the type that the wallet names in its request, to be told the credential's identifier; or null
     */
    @Transactional
    Redeemed redeem(String code, String transactionCode, @Nullable String jkt, @Nullable String wanted) {
        CredentialOffer offer = made(code) ? store.lock(hash(name(code))).orElse(null) : null;
        if (offer == null || !open(offer)) return new Redeemed.Refused();
        boolean right =
                DpopProofs.sameKey(offer.codeMark(), seal.mark(offer.hash() + transactionCode, TRANSACTION_CODE));
        if (!right) {
            if (offer.redeemedAt() == null) store.tried(offer.hash(), MOST_TRIES);
            refused(offer, "identity.credential-code-wrong");
            return new Redeemed.Refused();
        }
        if (offer.redeemedAt() != null) {
            store.end(offer.hash());
            credentials.withdrawReused(offer.account(), offer.batch());
            refused(offer, "identity.credential-code-reused");
            return new Redeemed.Refused();
        }
        if (wanted != null && !wanted.equals(offer.type())) return new Redeemed.OtherType();
        Instant now = clock.instant();
        store.redeem(offer.hash(), jkt, wanted != null, now, now.plus(LASTS));
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.close(offer.hash().getBytes(StandardCharsets.US_ASCII), GRANT));
        return new Redeemed.Token(token, LASTS, offer);
    }

    /** The offer that an access token is of; empty when it opens nothing. */
    Optional<CredentialOffer> ofToken(String token) {
        try {
            String hash = new String(seal.open(Base64.getUrlDecoder().decode(token), GRANT), StandardCharsets.US_ASCII);
            return store.find(hash).filter(offer -> offer.redeemedAt() != null && open(offer));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    /** Who the offer was made for, with the roles held now; empty when pages would not know them any more. */
    Optional<Actor> holder(CredentialOffer offer) {
        return accounts.person(offer.account(), offer.secretNo())
                .filter(person -> !person.mustChange())
                .map(person -> person.actor());
    }

    /** Counts credentials that are to be issued, in the caller's transaction; false when the offer has no more. */
    boolean use(CredentialOffer offer, int number) {
        return store.lock(offer.hash()).filter(this::open).isPresent()
                && store.issued(offer.hash(), number, MOST_ISSUED);
    }

    void deleteAll(UUID account) {
        store.deleteAll(account);
    }

    /** Deletes those that are over. */
    void sweep() {
        while (store.sweep(clock.instant().minus(LASTS), SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            if (Thread.currentThread().isInterrupted()) return;
        }
    }

    private boolean open(CredentialOffer offer) {
        return !offer.over() && clock.instant().isBefore(offer.endsAt());
    }

    /** Recorded under the account, so that its owner sees it. */
    private void refused(CredentialOffer offer, String action) {
        Actor owner = holder(offer).orElse(Actor.PLATFORM);
        log.record(offer.account(), owner.username(), action, "/id/credentials", offer.type());
    }

    /** Whether a code was made here; looks nothing up. */
    boolean made(String code) {
        return DpopProofs.sameKey(code(name(code)), code);
    }

    private static String name(String code) {
        return code.split("\\.", -1)[0];
    }

    private String code(String name) {
        return name + "." + seal.mark(name, CODE);
    }

    private static String hash(String name) {
        return Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
    }
}
