package vn.thucchat.foundation.notify.contacts.web;

import jakarta.validation.constraints.NotNull;
import vn.thucchat.foundation.notify.channels.AddressKind;

/** An address as a person types it. */
record ContactForm(@NotNull(message = "form.choose") AddressKind kind, String address) {}
