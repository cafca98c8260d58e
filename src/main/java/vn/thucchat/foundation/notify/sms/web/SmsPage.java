package vn.thucchat.foundation.notify.sms.web;

import java.util.List;
import vn.thucchat.foundation.notify.sms.SmsSettings;
import vn.thucchat.foundation.notify.sms.SmsText;

/**
 * The gateway, and what a text comes to.
 *
 * @param gateway its host; empty without one
 */
public record SmsPage(String gateway, SmsSettings settings, String typed, List<Form> forms) {

    /** @param key message of the form's name */
    public record Form(String key, SmsText text) {}
}
