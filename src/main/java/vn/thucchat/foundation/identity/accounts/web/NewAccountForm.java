package vn.thucchat.foundation.identity.accounts.web;

/**
 * A new account with its first role, as a person types it.
 *
 * @param unit a code where there are too many units to choose from
 */
record NewAccountForm(String username, String name, String role, String unit) {}
