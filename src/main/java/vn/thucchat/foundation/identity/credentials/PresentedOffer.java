package vn.thucchat.foundation.identity.credentials;

/** The offer that a request's token is of. */
public final class PresentedOffer {

    private final CredentialOffer offer;

    PresentedOffer(CredentialOffer offer) {
        this.offer = offer;
    }

    CredentialOffer offer() {
        return offer;
    }
}
