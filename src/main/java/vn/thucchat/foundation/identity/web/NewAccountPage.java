package vn.thucchat.foundation.identity.web;

import org.jspecify.annotations.Nullable;

/**
 * The form for a new account, with what was typed.
 */
public record NewAccountPage(
        String username,
        String name,
        String role,
        String unit,
        GrantOptions choices,
        @Nullable Mistake mistake) {}
