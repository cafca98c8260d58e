package vn.thucchat.foundation.identity.consent.web;

import vn.thucchat.foundation.pages.Form;

/** One look at the reader's data, with the form to object. */
public record DataReadPage(DataReadLine line, Form<?> form) {}
