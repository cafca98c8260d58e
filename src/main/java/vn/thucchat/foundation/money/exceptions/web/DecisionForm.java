package vn.thucchat.foundation.money.exceptions.web;

import org.jspecify.annotations.Nullable;

/**
 * What an accountant decides on money that waits, as it is typed.
 *
 * @param version of what the page showed
 * @param code of what it pays for
 * @param account that a held payment is for
 */
record DecisionForm(int version, String code, @Nullable Integer account, String reason) {}
