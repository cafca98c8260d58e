package vn.thucchat.foundation.identity.consent.web;

import vn.thucchat.foundation.identity.consent.LookObjection;
import vn.thucchat.foundation.identity.consent.LookObjections;
import vn.thucchat.foundation.pages.Form;

/**
 * An objection that an administrator may answer.
 *
 * @param subject the name of who objects
 * @param line what was looked at
 */
public record ObjectionPage(LookObjection objection, String subject, LookLine line, Form<?> form) {

    public String path() {
        return LookObjections.PATH + objection.id();
    }
}
