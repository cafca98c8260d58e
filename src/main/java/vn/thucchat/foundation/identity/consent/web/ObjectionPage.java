package vn.thucchat.foundation.identity.consent.web;

import vn.thucchat.foundation.identity.consent.ReadObjection;
import vn.thucchat.foundation.identity.consent.ReadObjections;
import vn.thucchat.foundation.pages.Form;

/**
 * An objection that an administrator may answer.
 *
 * @param subject the name of who objects
 * @param line what was looked at
 * @param mayAnswer whether the one who reads is neither who looked nor who objects
 */
public record ObjectionPage(
        ReadObjection objection, String subject, DataReadLine line, boolean mayAnswer, Form<?> form) {

    public String path() {
        return ReadObjections.PATH + objection.id();
    }
}
