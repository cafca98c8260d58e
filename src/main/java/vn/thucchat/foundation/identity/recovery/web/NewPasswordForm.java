package vn.thucchat.foundation.identity.recovery.web;

import vn.thucchat.foundation.pages.Verbatim;

/** A new password, twice. */
record NewPasswordForm(@Verbatim String fresh, @Verbatim String again) {}
