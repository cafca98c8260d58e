package vn.thucchat.foundation.identity.sessions.web;

import vn.thucchat.foundation.pages.Verbatim;

/**
 * A proof of who somebody is, as they type it: one of the four.
 *
 * @param code shown by a device
 * @param recovery one from paper
 * @param passkey the answer of one, by the page's script: {@code PublicKeyCredential.toJSON()}
 * @param to where to go on, if it is a page of this site
 * @param post whether a form was on its way there
 * @param kept the fields of that form, as browsers send them: {@code role=LEADER&unit=19}
 */
record ProofForm(
        String code,
        String recovery,
        @Verbatim String password,
        @Verbatim String passkey,
        @Verbatim String to,
        boolean post,
        @Verbatim String kept) {}
