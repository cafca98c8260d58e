package vn.thucchat.foundation.identity.consent.web;

import vn.thucchat.foundation.identity.consent.ConsentRecord;

/**
 * A consent or withdrawal with all that proves it.
 *
 * @param words as they were read
 * @param proven whether the record is as the platform wrote it
 */
public record ConsentRecordPage(ConsentRecord act, String subject, String words, boolean proven) {}
