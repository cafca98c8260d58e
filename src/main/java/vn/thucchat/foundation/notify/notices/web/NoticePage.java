package vn.thucchat.foundation.notify.notices.web;

import vn.thucchat.foundation.notify.notices.NoticeLedger;
import vn.thucchat.foundation.pages.Link;

/**
 * A notice with its tries.
 *
 * @param recipient the person's name; empty on the person's own page
 * @param back the list that it stands in
 */
public record NoticePage(NoticeLedger.Entry entry, String recipient, Link back) {}
