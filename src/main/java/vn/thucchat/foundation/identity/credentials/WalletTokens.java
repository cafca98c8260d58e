package vn.thucchat.foundation.identity.credentials;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.clientkeys.DpopProofs;
import vn.thucchat.foundation.identity.clientkeys.SignedTexts;
import vn.thucchat.foundation.identity.clients.Issuer;

/** Reads the token of a wallet's request: alone, or with a proof of the key that it is bound to (RFC 6750, RFC 9449). */
@Service
public class WalletTokens {

    private static final String ALGORITHMS = "DPoP algs=\"" + String.join(" ", SignedTexts.ALGORITHMS) + "\"";

    private final CredentialOffers offers;
    private final DpopProofs proofs;
    private final Issuer issuer;

    WalletTokens(CredentialOffers offers, DpopProofs proofs, Issuer issuer) {
        this.offers = offers;
        this.proofs = proofs;
        this.issuer = issuer;
    }

    /** What a request presents. */
    public sealed interface Presented {

        /**
         * @param malformed whether the header cannot be read, which is another status (RFC 6750, section 3.1)
         * @param challenges for {@code WWW-Authenticate}
         */
        record Refused(boolean malformed, List<String> challenges) implements Presented {}

        record Valid(PresentedOffer offer) implements Presented {}
    }

    public Presented read(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.isEmpty()) return new Presented.Refused(false, List.of("Bearer", ALGORITHMS));
        String[] parts = headers.getFirst().strip().split(" +", 2);
        boolean bound = parts[0].equalsIgnoreCase("dpop");
        // who comes by another scheme is told which ones there are
        if (headers.size() == 1 && !bound && !parts[0].equalsIgnoreCase("bearer"))
            return new Presented.Refused(false, List.of("Bearer", ALGORITHMS));
        if (headers.size() > 1 || parts.length != 2)
            return new Presented.Refused(true, List.of(refused("Bearer", "invalid_request")));
        String scheme = bound ? "DPoP" : "Bearer";
        CredentialOffer offer = offers.ofToken(parts[1]).orElse(null);
        if (offer == null || bound != (offer.dpopJkt() != null))
            return new Presented.Refused(false, List.of(refused(scheme, "invalid_token")));
        return !bound || proven(request, offer, parts[1])
                ? new Presented.Valid(new PresentedOffer(offer))
                : new Presented.Refused(false, List.of(refused(scheme, "invalid_dpop_proof")));
    }

    private boolean proven(HttpServletRequest request, CredentialOffer offer, String token) {
        List<String> sent = Collections.list(request.getHeaders(DpopProofs.HEADER));
        String jkt = offer.dpopJkt();
        return sent.size() == 1
                && jkt != null
                && proofs.verify(sent.getFirst(), request.getMethod(), issuer.name() + request.getRequestURI(), token)
                        .filter(shown -> DpopProofs.sameKey(jkt, shown))
                        .isPresent();
    }

    private static String refused(String scheme, String error) {
        return (scheme.equals("DPoP") ? ALGORITHMS + "," : scheme) + " error=\"" + error + "\"";
    }
}
