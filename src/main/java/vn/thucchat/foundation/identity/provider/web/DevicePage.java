package vn.thucchat.foundation.identity.provider.web;

import vn.thucchat.foundation.pages.Form;

/** Asks for the code that a device shows. */
public record DevicePage(Form<?> form) {}
