package vn.thucchat.foundation.identity.credentials;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;

/** Issues credentials to wallets that have a token and show their keys (OpenID4VCI 1.0, section 8). */
@Service
public class CredentialEndpoint {

    private final CredentialOffers offers;
    private final CredentialTypes types;
    private final KeyProofs proofs;
    private final CredentialNonces nonces;
    private final IssuedCredentials issued;
    private final SdJwtWriter writer;
    private final AccessLog log;
    private final InstantSource clock;

    CredentialEndpoint(
            CredentialOffers offers,
            CredentialTypes types,
            KeyProofs proofs,
            CredentialNonces nonces,
            IssuedCredentials issued,
            SdJwtWriter writer,
            AccessLog log,
            InstantSource clock) {
        this.offers = offers;
        this.types = types;
        this.proofs = proofs;
        this.nonces = nonces;
        this.issued = issued;
        this.writer = writer;
        this.log = log;
        this.clock = clock;
    }

    /** What a wallet is answered. */
    public sealed interface Answer {

        /**
         * Credentials.
         *
         * @param texts one for each key that was shown
         * @param notification by what the wallet says later what became of them
         */
        record Issued(List<String> texts, UUID notification) implements Answer {}

        /** @param error as OpenID4VCI 1.0, section 8.3.1.2, calls it */
        record Refused(String error) implements Answer {}
    }

    /** Issues one credential for each key that the request shows, all of the one fact that the offer is of. */
    @Transactional
    public Answer issue(PresentedOffer presented, JsonNode request) {
        CredentialOffer offer = presented.offer();
        String fault = fault(offer, request);
        if (fault != null) return new Answer.Refused(fault);
        List<KeyProofs.Shown> shown = shown(request);
        if (shown.isEmpty()) return new Answer.Refused("invalid_proof");
        // all of one request carry one nonce
        if (shown.stream().map(KeyProofs.Shown::nonce).distinct().count() > 1
                || !nonces.use(shown.getFirst().nonce())) return new Answer.Refused("invalid_nonce");
        CredentialType type = types.find(offer.type()).orElse(null);
        Actor holder = offers.holder(offer).orElse(null);
        if (type == null || holder == null) return new Answer.Refused("credential_request_denied");
        Optional<CredentialDataset> holding = types.holding(type, holder, offer.holding());
        if (holding.isEmpty() || !offers.use(offer, shown.size()))
            return new Answer.Refused("credential_request_denied");
        return issue(type, holder, offer, holding.get(), shown);
    }

    private Answer issue(
            CredentialType type,
            Actor holder,
            CredentialOffer offer,
            CredentialDataset holding,
            List<KeyProofs.Shown> shown) {
        // to the hour: who compares two credentials does not learn by the second that one person fetched them
        Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Instant endsAt = endsAt(type, holding, issuedAt);
        var texts = new ArrayList<String>();
        UUID notification = null;
        UUID list = issued.openList();
        for (KeyProofs.Shown one : shown) {
            IssuedCredential entered = issued.allocate(list, offer, issuedAt, endsAt);
            texts.add(writer.write(type, holding, entered, one.key()));
            log.record(holder, "identity.credential-issued", "/id/credentials", type.code() + " " + entered.id());
            if (notification == null) notification = entered.id();
        }
        return new Answer.Issued(texts, Objects.requireNonNull(notification));
    }

    /** Until the end of the fact's last day, and no longer than the type allows. */
    private static Instant endsAt(CredentialType type, CredentialDataset holding, Instant issuedAt) {
        Instant latest = issuedAt.plus(type.lasts());
        if (holding.untilOn() == null) return latest;
        Instant end =
                holding.untilOn().plusDays(1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
        return end.isBefore(latest) ? end : latest;
    }

    /** What is wrong with a request before its proofs are looked at, or null. */
    private @Nullable String fault(CredentialOffer offer, JsonNode request) {
        if (request.has("credential_response_encryption")) return "invalid_encryption_parameters";
        String configuration = request.path("credential_configuration_id").asString("");
        String identifier = request.path("credential_identifier").asString("");
        if (configuration.isEmpty() == identifier.isEmpty()) return "invalid_credential_request";
        if (!identifier.isEmpty())
            return !offer.identified()
                    ? "invalid_credential_request"
                    : identifier.equals(offer.holding().toString()) ? null : "unknown_credential_identifier";
        if (types.find(configuration).isEmpty()) return "unknown_credential_configuration";
        return offer.identified() || !configuration.equals(offer.type()) ? "invalid_credential_request" : null;
    }

    /** What the proofs of a request show; nothing when one of them is worth nothing, or two show one key. */
    private List<KeyProofs.Shown> shown(JsonNode request) {
        JsonNode sent = request.path("proofs");
        JsonNode texts = sent.path("jwt");
        boolean fits = sent.isObject()
                && sent.size() == 1
                && texts.isArray()
                && !texts.isEmpty()
                && texts.size() <= CredentialOffers.MOST_ISSUED;
        if (!fits) return List.of();
        var shown = new ArrayList<KeyProofs.Shown>();
        var keys = new HashSet<ECKey>();
        for (JsonNode text : texts) {
            var one = proofs.verify(text.asString("")).orElse(null);
            if (one == null || !keys.add(one.key())) return List.of();
            shown.add(one);
        }
        return shown;
    }

    /**
     * Writes down what a wallet says became of credentials (OpenID4VCI 1.0, section 11).
     *
     * @return the error, or null
     */
    @Transactional
    public @Nullable String notified(PresentedOffer presented, JsonNode request) {
        String event = request.path("event").asString("");
        if (!List.of("credential_accepted", "credential_failure", "credential_deleted")
                .contains(event)) return "invalid_notification_request";
        UUID id;
        try {
            id = UUID.fromString(request.path("notification_id").asString(""));
        } catch (IllegalArgumentException unreadable) {
            return "invalid_notification_id";
        }
        Actor holder = offers.holder(presented.offer()).orElse(null);
        if (holder == null) return "invalid_notification_id";
        // a token tells of what was issued for it, and not of the person's other credentials
        UUID batch = presented.offer().batch();
        if (issued.find(holder.account(), id)
                .filter(one -> one.batch().equals(batch))
                .isEmpty()) return "invalid_notification_id";
        log.record(holder, "identity.credential-notified", "/id/credentials", event + " " + id);
        return null;
    }
}
