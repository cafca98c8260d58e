package vn.thucchat.foundation.identity.recovery.web;

import vn.thucchat.foundation.pages.Form;

/** Where somebody begins who has lost the device. */
public record BeginPage(Form<?> form) {}
