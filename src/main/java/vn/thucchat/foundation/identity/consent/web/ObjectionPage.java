package vn.thucchat.foundation.identity.consent.web;

import vn.thucchat.foundation.identity.consent.LookObjection;
import vn.thucchat.foundation.identity.consent.LookObjections;
import vn.thucchat.foundation.pages.Form;

/**
 * An objection that an administrator may answer.
 *
 * @param subject the name of who objects
 * @param line what was looked at
 * @param mayAnswer whether the one who reads is neither who looked nor who objects
 */
public record ObjectionPage(LookObjection objection, String subject, LookLine line, boolean mayAnswer, Form<?> form) {

    public String path() {
        return LookObjections.PATH + objection.id();
    }
}
