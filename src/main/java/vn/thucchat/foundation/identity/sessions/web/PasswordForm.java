package vn.thucchat.foundation.identity.sessions.web;

import vn.thucchat.foundation.pages.Verbatim;

/**
 * A new password as a person types it.
 *
 * @param old empty in the form of a link
 */
record PasswordForm(
        @Verbatim String old,
        @Verbatim String fresh,
        @Verbatim String again) {}
