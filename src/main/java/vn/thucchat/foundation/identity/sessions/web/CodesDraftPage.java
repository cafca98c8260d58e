package vn.thucchat.foundation.identity.sessions.web;

import vn.thucchat.foundation.identity.factors.TotpCodes.Draft;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.papers.QrImages;

/** A secret for a device to keep, as a picture and as words, and the field for the first code. */
public record CodesDraftPage(Draft draft, String username, Form<?> form) {

    /** The address that opens an authenticator app on this same telephone. */
    public String uri() {
        return draft.secret().uri(username);
    }

    /** An {@code svg} element of a size that a camera reads from an arm's length. */
    public String qr() {
        return QrImages.svg(uri()).replaceFirst("<svg ", "<svg width=\"232\" height=\"232\" ");
    }
}
