package vn.thucchat.foundation.notify.contacts.web;

/** A code as a person types it. */
record CodeForm(String code) {}
