package vn.thucchat.foundation.identity.retention.web;

import vn.thucchat.foundation.identity.retention.ReadAlarm;
import vn.thucchat.foundation.pages.Form;

/**
 * One alarm.
 *
 * @param reader the name of who read
 */
public record AlarmPage(ReadAlarm alarm, String reader, boolean mayAnswer, Form<?> form) {}
