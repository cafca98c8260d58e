package vn.thucchat.foundation.signing.web;

import jakarta.validation.constraints.Size;

/** Why a certificate is believed, as an administrator enters it. */
record TrustAnchorForm(
        @Size(min = 3, max = 300, message = "signing.anchor.document.fault")
        String document) {}
