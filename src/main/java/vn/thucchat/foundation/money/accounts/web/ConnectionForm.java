package vn.thucchat.foundation.money.accounts.web;

import jakarta.validation.constraints.NotNull;
import vn.thucchat.foundation.money.accounts.Provider;

/** A connection as a person types it; what it proves itself with is never sent back. */
record ConnectionForm(
        @NotNull(message = "payments.connection.provider.fault")
        Provider provider,

        String unit,
        String name,
        String secret) {}
