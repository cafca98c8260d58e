package vn.thucchat.foundation.identity.leavers.web;

import vn.thucchat.foundation.pages.Verbatim;

/**
 * What was looked at and is to count.
 *
 * @param plan sealed, as the page before had it
 * @param paper the decision
 */
record LeaversForm(@Verbatim String plan, String paper) {}
