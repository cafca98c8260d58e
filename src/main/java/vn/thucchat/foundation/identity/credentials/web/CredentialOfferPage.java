package vn.thucchat.foundation.identity.credentials.web;

import vn.thucchat.foundation.identity.credentials.CredentialOffers.Offered;
import vn.thucchat.foundation.papers.QrImages;

/** An offer, shown once. */
public record CredentialOfferPage(Offered offered) {

    /** An {@code svg} element of a size that a camera reads from an arm's length. */
    public String qr() {
        return QrImages.svg(offered.link()).replaceFirst("<svg ", "<svg width=\"264\" height=\"264\" ");
    }

    /** The transaction code as it is read aloud: {@code 493 536}. */
    public String code() {
        String digits = offered.transactionCode();
        return digits.substring(0, 3) + " " + digits.substring(3);
    }
}
