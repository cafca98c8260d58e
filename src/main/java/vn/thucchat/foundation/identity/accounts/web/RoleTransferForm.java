package vn.thucchat.foundation.identity.accounts.web;

/**
 * A decision of transfer as a person types it.
 *
 * @param version of the account that the page showed
 * @param from the unit that is left
 * @param unit the unit that is gone to
 * @param paper number and day of the decision
 */
record RoleTransferForm(int version, String from, String unit, String paper) {}
