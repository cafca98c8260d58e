package vn.thucchat.foundation.notify.contacts.web;

import vn.thucchat.foundation.notify.contacts.Contact;
import vn.thucchat.foundation.pages.Form;

/** One address, and the form for its code while it waits for one. */
public record ContactPage(Contact contact, Form<?> form, boolean demonstration) {}
