package vn.thucchat.foundation.identity.sessions.web;

import vn.thucchat.foundation.pages.Verbatim;

/** @param to where to go back to, if it is a page of this site */
record SignInForm(
        String username,
        @Verbatim String password,
        @Verbatim String to) {}
