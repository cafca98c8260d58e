package vn.thucchat.foundation.identity.accounts.web;

/**
 * A change of an account as a person types it: of its name, or a role more.
 *
 * @param version of the account that the page showed
 */
record AccountForm(int version, String name, String role, String unit) {}
