package vn.thucchat.foundation.money.statements.web;

import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.statements.Reconciliation;

/** An account's day: what the bank states against what was told. */
public record DayPage(ReceivingAccount account, Reconciliation.Detail detail) {}
