package vn.thucchat.foundation.identity.consent.web;

import vn.thucchat.foundation.identity.consent.ConsentAct;

/**
 * A consent or withdrawal with all that proves it.
 *
 * @param words as they were read
 * @param proven whether the record is as the platform wrote it
 */
public record ConsentRecordPage(ConsentAct act, String subject, String words, boolean proven) {}
